package io.github.clearstreet.internal.argument;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.json.PackageVersion;
import java.lang.module.ModuleDescriptor;

/**
 * Looks at the libraries on the class path before anything is sent: with an old one, a request would leave, and what became
 * of it would be lost in a NoSuchMethodError.
 */
public final class LibraryVersions {
    private static final int JACKSON_MAJOR = 2;
    private static final int JACKSON_MINOR = 16;

    private LibraryVersions() {}

    /**
     * Refuses to start with libraries that are too old.
     *
     * @throws IllegalStateException if Jackson is missing or too old
     */
    public static void check() {
        Version jackson;
        try {
            jackson = PackageVersion.VERSION;
        } catch (LinkageError e) {
            throw tooOld(e);
        }
        if (jackson.getMajorVersion() != JACKSON_MAJOR || jackson.getMinorVersion() < JACKSON_MINOR) {
            throw new IllegalStateException(
                    "jackson-core " + jackson + " is on the class path, but 2.16 or a later 2.x is"
                            + " needed: set the version of com.fasterxml.jackson.core:jackson-core in your build, for example"
                            + " by importing jackson-bom. Nothing was sent.");
        }
    }

    public static IllegalStateException tooOld(LinkageError e) {
        return new IllegalStateException(
                "a library on the class path is missing or too old (" + e + "): jackson-core 2.16 or a later 2.x,"
                        + " feign-core 13.0 or a later 13.x, and slf4j-api 1.7 or later are needed. Nothing was sent.",
                e);
    }

    /** How the client introduces itself to the server. */
    public static String userAgent() {
        return "clearstreet-client/" + version();
    }

    /** On the module path the descriptor knows the version, on the class path the manifest; classes outside a jar have none. */
    public static String version() {
        ModuleDescriptor module = LibraryVersions.class.getModule().getDescriptor();
        String version = module == null
                ? LibraryVersions.class.getPackage().getImplementationVersion()
                : module.rawVersion().orElse(null);
        return version == null ? "unpackaged" : version;
    }
}
