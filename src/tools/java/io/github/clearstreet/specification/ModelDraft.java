package io.github.clearstreet.specification;

import io.github.clearstreet.specification.Merged.Part;
import java.util.List;

/**
 * A class with fields that is not written yet.
 *
 * @param schema its own properties
 * @param alternatives what it can be, if it is a choice of objects: it has their properties, too
 */
record ModelDraft(Merged schema, Place place, String className, List<Part> alternatives) {}
