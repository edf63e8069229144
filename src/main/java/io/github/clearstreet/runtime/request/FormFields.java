package io.github.clearstreet.runtime.request;

import io.github.clearstreet.internal.text.Printable;
import io.github.clearstreet.json.JsonModel;
import io.github.clearstreet.runtime.json.Codec;
import io.github.clearstreet.runtime.json.GeneratedUnion;
import io.github.clearstreet.runtime.json.PlainFields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a form, in the order in which they were set first. Immutable. A field that is null is not sent. */
public final class FormFields {
    /** No field at all. */
    public static final FormFields NONE = new FormFields(Map.of());

    /** What one field of the document becomes: usually one part, but a list may be sent as several. */
    private final Map<String, List<Part>> fields;

    private FormFields(Map<String, List<Part>> fields) {
        this.fields = fields;
    }

    /**
     * One name and value on the wire.
     *
     * @param mediaType empty for plain text
     * @param fileName empty unless it is a file
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by its content, and nobody changes it.
    record Part(String name, byte[] bytes, String mediaType, String fileName) {
        static Part text(String name, Object value) {
            return new Part(name, ParameterText.of(value).getBytes(StandardCharsets.UTF_8), "", "");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Part that
                    && name.equals(that.name)
                    && Arrays.equals(bytes, that.bytes)
                    && mediaType.equals(that.mediaType)
                    && fileName.equals(that.fileName);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + Arrays.hashCode(bytes);
        }

        /** Never the value: it may be a password. */
        @Override
        public String toString() {
            return name;
        }

        Part as(String other) {
            boolean isOpen = mediaType.isEmpty() || mediaType.equals(FileContent.BYTES);
            return isOpen ? new Part(name, bytes, other, fileName) : this;
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Sets a plain value; null means not sent. */
    public FormFields with(String name, @Nullable Object value) {
        return copyWith(name, value == null ? List.of() : List.of(Part.text(name, value)));
    }

    /**
     * Sets a list that is sent as one field for each item; null means not sent.
     *
     * @throws IllegalArgumentException if the list or an item is empty
     */
    public FormFields withRepeated(String name, @Nullable List<?> items) {
        refuseEmpty(name, items);
        return copyWith(
                name,
                items == null
                        ? List.of()
                        : Delimited.items(name, items)
                                .map(item -> Part.text(name, item))
                                .toList());
    }

    /**
     * Sets a list that is sent as one field, its items joined; null means not sent.
     *
     * @throws IllegalArgumentException if the list or an item is empty
     */
    public FormFields withJoined(String name, @Nullable List<?> items, String delimiter) {
        refuseEmpty(name, items);
        return with(name, items == null ? null : Delimited.join(name, items, delimiter));
    }

    /** Sets a value that is sent as JSON; null means not sent. */
    public <T> FormFields withJson(String name, Codec<T> codec, @Nullable T value) {
        return copyWith(
                name, value == null ? List.of() : List.of(new Part(name, codec.write(value), "application/json", "")));
    }

    /** Sets an object that is sent as one field for each of its own, {@code name[field]}; null means not sent. */
    public FormFields withDeepObject(String name, @Nullable Object object) {
        return copyWith(name, object == null ? List.of() : parts(Delimited.deep(name, PlainFields.of(object))));
    }

    /** Sets an object that is sent as one field for each of its own, under their own names; null means not sent. */
    public FormFields withFields(String name, @Nullable Object object) {
        return copyWith(name, object == null ? List.of() : parts(Delimited.entries(PlainFields.of(object))));
    }

    /** Sets a value whose form is known only now: see {@link QueryParameters#withAny}. */
    public FormFields withAny(String name, @Nullable Object value, String delimiter) {
        Object plain = value instanceof GeneratedUnion union ? union.toPlain() : value;
        boolean each = delimiter.equals("&") || delimiter.equals("[]");
        if (plain instanceof List<?> items) {
            return each ? withRepeated(name, items) : withJoined(name, items, delimiter);
        }
        if (plain instanceof Map || plain instanceof JsonModel) {
            return delimiter.equals("[]")
                    ? withDeepObject(name, plain)
                    : each ? withFields(name, plain) : withJoinedFields(name, plain, delimiter);
        }
        return with(name, plain);
    }

    /** Sets an object that is sent as one field, {@code side,SELL}; null means not sent. */
    public FormFields withJoinedFields(String name, @Nullable Object object, String delimiter) {
        return with(name, object == null ? null : Delimited.joinFields(name, PlainFields.of(object), delimiter));
    }

    private static void refuseEmpty(String name, @Nullable List<?> items) {
        if (items != null && items.isEmpty()) {
            throw new IllegalArgumentException(
                    "The list " + name + " is empty. Pass null to leave it out, which may mean: all.");
        }
    }

    /** Sets a list of objects that is sent as {@code name[0][field]}; null means not sent. */
    public FormFields withDeepList(String name, @Nullable List<?> items) {
        refuseEmpty(name, items);
        return copyWith(name, items == null ? List.of() : parts(Delimited.deepList(name, items)));
    }

    /** Sets a list each of whose items is sent as JSON; null means not sent. */
    public <T> FormFields withRepeatedJson(String name, Codec<T> codec, @Nullable List<T> items) {
        refuseEmpty(name, items);
        return copyWith(
                name,
                items == null
                        ? List.of()
                        : items.stream()
                                .map(item -> new Part(name, codec.write(item), "application/json", ""))
                                .toList());
    }

    private static List<Part> parts(List<Map.Entry<String, Object>> entries) {
        return entries.stream()
                .map(entry -> Part.text(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Sets a file; null means not sent. Only a multipart form has files. */
    public FormFields withFile(String name, @Nullable FileContent file) {
        return withFiles(name, file == null ? null : List.of(file));
    }

    /** Sets several files under one name; null means not sent. Only a multipart form has files. */
    public FormFields withFiles(String name, @Nullable List<FileContent> files) {
        return copyWith(
                name,
                files == null
                        ? List.of()
                        : files.stream()
                                .map(file -> new Part(name, file.bytes(), file.mediaType(), file.fileName()))
                                .toList());
    }

    /** Says what a field is sent as, as the document says; a file that has a media type of its own keeps it. */
    public FormFields as(String name, String mediaType) {
        List<Part> parts = fields.getOrDefault(name, List.of());
        return copyWith(name, parts.stream().map(part -> part.as(mediaType)).toList());
    }

    /**
     * Checks that a field is set.
     *
     * @throws IllegalArgumentException if it is not
     */
    public FormFields require(String name) {
        if (!fields.containsKey(name)) {
            throw new IllegalArgumentException("The form field " + name + " is required. Set it.");
        }
        return this;
    }

    List<Part> parts() {
        return fields.values().stream().flatMap(List::stream).toList();
    }

    /** Returns {@code name=value} joined by ampersands, all encoded. */
    String urlEncoded() {
        return parts().stream()
                .map(part -> PercentEncoding.encode(part.name()) + "=" + PercentEncoding.encode(part.text()))
                .collect(Collectors.joining("&"));
    }

    private FormFields copyWith(String name, List<Part> parts) {
        Map<String, List<Part>> copy = new LinkedHashMap<>(fields);
        if (parts.isEmpty()) {
            copy.remove(name);
        } else {
            copy.put(name, new ArrayList<>(parts));
        }
        return new FormFields(Collections.unmodifiableMap(copy));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FormFields that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /** Returns the names alone: a form may hold a password. */
    @Override
    public String toString() {
        return Printable.text(fields.keySet().toString());
    }
}
