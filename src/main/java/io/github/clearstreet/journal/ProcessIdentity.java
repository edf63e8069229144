package io.github.clearstreet.journal;

import io.github.clearstreet.internal.text.Printable;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Who wrote an entry or holds an account.
 *
 * @param host the name of the machine
 * @param process the process id on it
 */
public record ProcessIdentity(String host, long process) {
    /** This process. */
    public static ProcessIdentity current() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "unknown";
        }
        return new ProcessIdentity(host, ProcessHandle.current().pid());
    }

    @Override
    public String toString() {
        return Printable.text("process " + process + " on " + host);
    }
}
