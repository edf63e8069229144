package io.github.clearstreet.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Makes the first call of a new JVM, says what the JVM has cost so far, and ends. */
public final class ColdStart {
    private ColdStart() {}

    public static void main(String[] arguments) {
        try (Contender<?> contender = Contenders.create(arguments[0], arguments[1])) {
            contender.call(1);
        }
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println(process.getProcessCpuTime());
        System.exit(0);
    }
}
