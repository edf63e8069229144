package io.github.clearstreet.cli;

import io.github.clearstreet.cli.DoctorCommand.Finding;
import io.github.clearstreet.internal.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/** What one GET without a key shows of a server. */
final class ServerCheckup {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Orders are found by the time at which they were sent: a minute apart, they could be missed. */
    private static final Duration MOST_SKEW = Duration.ofSeconds(30);

    private ServerCheckup() {}

    static List<Finding> of(URI server, Clock clock) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        try {
            Instant before = clock.instant();
            // The head is enough: the timeout says nothing of a body that never ends.
            HttpResponse<InputStream> response = client.send(
                    HttpRequest.newBuilder(server).timeout(PATIENCE).GET().build(), BodyHandlers.ofInputStream());
            response.body().close();
            Instant middle =
                    before.plus(Duration.between(before, clock.instant()).dividedBy(2));
            List<Finding> findings = new ArrayList<>();
            findings.add(
                    new Finding(true, "server", server.getHost() + " responds (status " + response.statusCode() + ")"));
            findings.add(response.sslSession()
                    .map(ServerCheckup::tls)
                    .orElseGet(() -> new Finding(true, "tls", "none: plain HTTP, which only this machine may use")));
            findings.add(skew(response, middle));
            return findings;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(new Finding(false, "server", "the look was interrupted"));
        } catch (IOException e) {
            return List.of(new Finding(false, "server", reason(e)));
        }
    }

    private static Finding tls(SSLSession session) {
        return new Finding(true, "tls", session.getProtocol() + ", certificate trusted");
    }

    private static Finding skew(HttpResponse<?> response, Instant middle) {
        try {
            Instant theirs = ZonedDateTime.parse(
                            response.headers().firstValue("date").orElseThrow(() -> new DateTimeException("none")),
                            DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration ahead = Duration.between(theirs, middle);
            boolean good = ahead.abs().compareTo(MOST_SKEW) <= 0;
            String text = "this machine is " + ahead.abs().toSeconds() + " s "
                    + (ahead.isNegative() ? "behind" : "ahead of") + " the server";
            return new Finding(good, "clock", good ? text : text + ": set its clock, for example by NTP");
        } catch (DateTimeException e) {
            return new Finding(true, "clock", "not known: the response has no readable Date header");
        }
    }

    private static String reason(IOException e) {
        if (e instanceof SSLException) {
            return "no TLS that can be trusted (" + Printable.text(String.valueOf(e.getMessage()))
                    + "): look at the certificate, the trust store of Java, and proxies that open TLS";
        }
        if (e instanceof HttpConnectTimeoutException) {
            return "no connection within " + PATIENCE.toSeconds() + " s: look at firewall and proxy";
        }
        if (e instanceof ConnectException) {
            return "no connection: the host is not known, or nothing listens there; look at the address, DNS, firewall";
        }
        return "no response (" + Printable.text(e.toString()) + ")";
    }
}
