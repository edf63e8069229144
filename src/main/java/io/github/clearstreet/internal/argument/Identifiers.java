package io.github.clearstreet.internal.argument;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the identifiers that become a part of an address. Without the identifier, the address that closes one position
 * closes all of them; so whatever a server or a proxy could take for none, by decoding or tidying addresses, is refused.
 */
public final class Identifiers {
    private static final Pattern ENCODED = Pattern.compile("%[0-9a-fA-F]{2}");
    private static final Pattern SEPARATORS = Pattern.compile("[/\\\\;?#]");
    private static final Predicate<String> DOTS = Pattern.compile("\\.{1,2}").asMatchPredicate();

    private Identifiers() {}

    public static void check(String name, @Nullable String id) {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException(
                    name + " must not be null or blank: without it the request would be about"
                            + " all of the account; pass the identifier that the API gave");
        }
        if (ENCODED.matcher(id).find() || id.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " must not hold percent-encoded or control characters: pass the"
                    + " identifier as the API gave it, the client encodes it");
        }
        if (id.strip().startsWith("?") || id.strip().startsWith("#")) {
            throw new IllegalArgumentException(
                    name + " must not begin with \"?\" or \"#\", because whatever decodes the address"
                            + " would find no identifier in it; pass the identifier that the API gave");
        }
        String[] segments = SEPARATORS.split(id);
        if (Arrays.stream(segments).allMatch(String::isBlank)
                || Arrays.stream(segments).map(String::strip).anyMatch(DOTS)) {
            throw new IllegalArgumentException(name + " must not be made of separators or hold \".\" or \"..\" as a"
                    + " segment, because that is an address and no identifier; pass the identifier that the API gave");
        }
    }
}
