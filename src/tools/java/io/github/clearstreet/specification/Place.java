package io.github.clearstreet.specification;

/**
 * Where a schema stands, and what its class is called if it needs one.
 *
 * @param pointer the place in the document
 * @param name what a class for it is named after
 * @param className the class that it has anyway, or empty
 */
record Place(String pointer, String name, String className) {
    static Place inPlace(String pointer, String name) {
        return new Place(pointer, name, "");
    }

    static Place component(String schema, String className) {
        return new Place(Components.SCHEMAS + JsonPointers.escape(schema), className, className);
    }

    boolean isComponent() {
        return !className.isEmpty();
    }

    Place field(String pointerPart, String suffix) {
        return inPlace(pointer + "/" + JsonPointers.escape(pointerPart).replace("//", "/"), name + "_" + suffix);
    }
}
