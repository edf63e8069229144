package io.github.clearstreet;

/** How the client introduces itself to the server. */
final class UserAgent {
    private UserAgent() {}

    /** The version is in the manifest of the jar; classes outside a jar have none. */
    static String text() {
        String version = UserAgent.class.getPackage().getImplementationVersion();
        return "clearstreet-client/" + (version == null ? "unpackaged" : version);
    }
}
