package io.github.clearstreet;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.json.PackageVersion;

/**
 * Looks at the libraries on the class path before anything is sent: with an old one, a request would leave, and what became
 * of it would be lost in a NoSuchMethodError.
 */
final class LibraryVersions {
    private static final int JACKSON_MAJOR = 2;
    private static final int JACKSON_MINOR = 16;

    private LibraryVersions() {}

    /** @throws IllegalStateException if Jackson is missing or too old */
    static void check() {
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

    static IllegalStateException tooOld(LinkageError e) {
        return new IllegalStateException(
                "a library on the class path is missing or too old (" + e + "): jackson-core 2.16 or a later 2.x,"
                        + " feign-core 13.0 or a later 13.x, and slf4j-api 1.7 or later are needed. Nothing was sent.",
                e);
    }
}
