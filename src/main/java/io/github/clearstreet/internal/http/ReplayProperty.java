package io.github.clearstreet.internal.http;

/** Guards against the JVM properties that would break what this client promises. */
final class ReplayProperty {
    static final String NAME = "jdk.httpclient.enableAllMethodRetry";
    static final String ANY_HOST = "jdk.internal.httpclient.disableHostnameVerification";

    private ReplayProperty() {}

    /**
     * Refuses to start when the JDK would send requests again.
     *
     * @throws IllegalStateException if a property is on, by the rule of the JDK: empty, or true in any case
     */
    static void refuse() {
        if (isOn(ANY_HOST)) {
            throw new IllegalStateException("The system property " + ANY_HOST
                    + " lets any server with any certificate answer, and read the API key."
                    + " Remove it from the command line of this JVM.");
        }
        if (isOn(NAME)) {
            throw new IllegalStateException("The system property " + NAME
                    + " lets the JVM send a request again by itself, which can close a position twice."
                    + " Remove it from the command line of this JVM.");
        }
    }

    private static boolean isOn(String name) {
        String value = System.getProperty(name);
        return value != null && (value.isEmpty() || Boolean.parseBoolean(value));
    }
}
