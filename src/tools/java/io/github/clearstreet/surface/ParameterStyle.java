package io.github.clearstreet.surface;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a list or an object is written into a parameter, in the words of the lock. */
final class ParameterStyle {
    private static final Map<String, String> BY_DEFAULT =
            Map.of("query", "form", "cookie", "form", "path", "simple", "header", "simple");

    private ParameterStyle() {}

    /** Returns nothing for a plain value in the usual style. */
    static Optional<String> of(Parameter parameter, Schema<?> schema) {
        String usual = BY_DEFAULT.getOrDefault(parameter.getIn(), "form");
        String style =
                parameter.getStyle() == null ? usual : parameter.getStyle().toString();
        boolean exploded = parameter.getExplode() == null ? style.equals("form") : parameter.getExplode();
        boolean isList = isOf(schema, "array");
        if (!isList && !isOf(schema, "object") && schema.getProperties() == null) {
            return style.equals(usual) ? Optional.empty() : Optional.of("style " + style);
        }
        if (style.equals("form") && isList) {
            return Optional.of(exploded ? "repeated" : "comma separated");
        }
        return Optional.of("style " + style + (exploded ? " exploded" : ""));
    }

    private static boolean isOf(Schema<?> schema, String type) {
        return schema.getTypes() == null
                ? type.equals(schema.getType())
                : List.copyOf(schema.getTypes()).contains(type);
    }
}
