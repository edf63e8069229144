package io.github.clearstreet.json;

import java.util.List;
import java.util.Map;

/**
 * A JSON object of the API: typed accessors for the fields that this version of the library knows, and everything else
 * as it came.
 *
 * <p>Implementations are generated, immutable and thread-safe.
 */
public interface JsonModel {
    /**
     * Returns the fields that this version of the library does not know, by their JSON names, in the order in which they
     * came. Values are plain and unmodifiable: {@code String}, {@code Boolean}, {@code Long},
     * {@link java.math.BigInteger}, {@link java.math.BigDecimal}, {@link List} and {@link Map}; null only inside the
     * last two. A number of more than 200 digits, or beyond 1e100, is a {@link Number} whose text is the one that came.
     */
    Map<String, Object> additionalProperties();

    /**
     * Returns every value, in this object and in the objects within it, whose accessor throws
     * {@link UnreadableValueException}. Empty if all is well. Of more than 1,000 the first are returned, and one more that says
     * so. Beyond the first 1,000 missing values of one document, the pointer of a missing value begins at its own object.
     */
    List<Violation> violations();

    /**
     * Returns this object as JSON text. Unknown fields and unreadable values are written back as they came; absent ones
     * are left out.
     */
    String toJson();
}
