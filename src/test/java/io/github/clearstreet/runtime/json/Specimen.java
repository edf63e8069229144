package io.github.clearstreet.runtime.json;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model as the templates write it, with the kinds of fields that the API itself does not have. */
final class Specimen extends GeneratedModel {
    static final ModelCodec<Specimen> CODEC = new SpecimenCodec();

    final @Nullable Map<String, Long> counts;
    final @Nullable Map<String, Map<String, String>> groups;
    final @Nullable Map<String, Specimen> parts;
    final @Nullable List<List<Long>> rows;

    Specimen(
            @Nullable Map<String, Long> counts,
            @Nullable Map<String, Map<String, String>> groups,
            @Nullable Map<String, Specimen> parts,
            @Nullable List<List<Long>> rows,
            Leftovers leftovers) {
        super(leftovers);
        this.counts = counts;
        this.groups = groups;
        this.parts = parts;
        this.rows = rows;
    }

    static Specimen of(String json) {
        return CODEC.fromJson(json);
    }

    @Override
    protected ModelCodec<?> modelCodec() {
        return CODEC;
    }

    @Override
    protected @Nullable Object[] modelValues() {
        return new @Nullable Object[] {counts, groups, parts, rows};
    }

    private static final class SpecimenCodec extends ModelCodec<Specimen> {
        private static final FieldNames FIELDS = FieldNames.of("counts", "groups", "parts", "rows");
        private static final ValueCodec<Map<String, Long>> COUNTS = Codecs.map(Codecs.LONG);
        private static final ValueCodec<Map<String, Map<String, String>>> GROUPS =
                Codecs.map(Codecs.map(Codecs.STRING));
        private static final ValueCodec<List<List<Long>>> ROWS = Codecs.list(Codecs.list(Codecs.LONG));

        @Override
        protected FieldNames fields() {
            return FIELDS;
        }

        private ValueCodec<Map<String, Specimen>> parts() {
            return Codecs.map(this);
        }

        @Override
        protected Specimen readFields(JsonReader in) throws IOException {
            Map<String, Long> counts = null;
            Map<String, Map<String, String>> groups = null;
            Map<String, Specimen> parts = null;
            List<List<Long>> rows = null;
            for (int field = in.nextField(FIELDS, FieldNames.NONE);
                    field != FieldNames.NONE;
                    field = in.nextField(FIELDS, field)) {
                switch (field) {
                    case 1 -> counts = COUNTS.read(in);
                    case 2 -> groups = GROUPS.read(in);
                    case 3 -> parts = parts().read(in);
                    case 4 -> rows = ROWS.read(in);
                    default -> in.keepUnknown();
                }
            }
            return new Specimen(counts, groups, parts, rows, in.leftovers());
        }

        @Override
        protected void writeFields(Specimen value, JsonWriter out) throws IOException {
            out.field("counts", COUNTS, value.counts);
            out.field("groups", GROUPS, value.groups);
            out.field("parts", parts(), value.parts);
            out.field("rows", ROWS, value.rows);
        }
    }
}
