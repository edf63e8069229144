package io.github.clearstreet.internal.http;

/** Guards against the JVM property that makes java.net.http send any failed request again. */
final class ReplayProperty {
    static final String NAME = "jdk.httpclient.enableAllMethodRetry";

    private ReplayProperty() {}

    /** @throws IllegalStateException if the property is on, by the rule of the JDK: empty, or true in any case */
    static void refuse() {
        String value = System.getProperty(NAME);
        if (value != null && (value.isEmpty() || Boolean.parseBoolean(value))) {
            throw new IllegalStateException("The system property " + NAME
                    + " lets the JVM send a request again by itself, which can close a position twice."
                    + " Remove it from the command line of this JVM.");
        }
    }
}
