package io.github.clearstreet;

import java.lang.module.ModuleDescriptor;

/** How the client introduces itself to the server. */
final class UserAgent {
    private UserAgent() {}

    static String text() {
        return "clearstreet-client/" + version();
    }

    /** On the module path the descriptor knows the version, on the class path the manifest; classes outside a jar have none. */
    private static String version() {
        ModuleDescriptor module = UserAgent.class.getModule().getDescriptor();
        String version = module == null
                ? UserAgent.class.getPackage().getImplementationVersion()
                : module.rawVersion().orElse(null);
        return version == null ? "unpackaged" : version;
    }
}
