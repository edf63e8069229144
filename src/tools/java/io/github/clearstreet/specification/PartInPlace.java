package io.github.clearstreet.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.specification.Merged.Part;

/** A part of a union that is written in place, and gets a class of its own. */
final class PartInPlace {
    /** A longer one is a sentence. */
    private static final int LONGEST_TITLE = 40;

    private PartInPlace() {}

    /** Called by its title, by the constant that tells it apart, or by its number. */
    static Place place(Part part, String union, int index, Components components) {
        Merged merged = Merged.of(part.schema(), part.place(), components);
        String title = merged.keyword("title").asText("").strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            title = merged.properties.keySet().stream()
                    .map(property -> Kinds.constants(merged, property, components))
                    .filter(constants -> constants.size() == 1)
                    .map(constants -> constants.iterator().next())
                    .filter(constant -> !constant.isBlank() && constant.length() <= LONGEST_TITLE)
                    .findFirst()
                    .orElse(index == 0 ? "oneOf" : "oneOf_" + index);
        }
        return Place.inPlace(part.place().pointer(), union + "_" + title);
    }

    /** Returns a schema of the part with the fields that stand beside the union. */
    static JsonNode whole(Merged union, Part part) {
        ObjectNode beside = DocumentReader.JSON.createObjectNode().put("type", "object");
        ObjectNode properties = beside.putObject("properties");
        union.properties.forEach((name, parts) -> {
            if (parts.size() == 1) {
                properties.set(name, parts.get(0).schema());
            } else {
                ArrayNode all = properties.putObject(name).putArray("allOf");
                parts.forEach(each -> all.add(each.schema()));
            }
        });
        union.required.forEach(beside.putArray("required")::add);
        ObjectNode whole = DocumentReader.JSON.createObjectNode();
        whole.putArray("allOf").add(beside).add(part.schema());
        return whole;
    }
}
