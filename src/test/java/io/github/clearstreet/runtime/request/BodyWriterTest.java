package io.github.clearstreet.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.runtime.json.Codecs;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodyWriterTest {
    /** As the templates write it. */
    private static final class Form extends OperationForm {
        Form(FormFields fields) {
            super(fields);
        }
    }

    private static String text(RequestBody body) {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    private static RequestBody urlEncoded(FormFields fields) {
        return BodyWriter.<Form>form("application/x-www-form-urlencoded").write(new Form(fields));
    }

    private static RequestBody multipart(FormFields fields) {
        return BodyWriter.<Form>form("multipart/form-data").write(new Form(fields));
    }

    @Test
    void json_writesWithTheMediaTypeOfTheDocument() {
        RequestBody body =
                BodyWriter.json("application/merge-patch+json", Codecs.STRING).write("a");

        assertThat(body.mediaType()).isEqualTo("application/merge-patch+json");
        assertThat(text(body)).isEqualTo("\"a\"");
    }

    @Test
    void text_isSentAsItIs() {
        RequestBody body = BodyWriter.text("text/plain").write("hello \"ü\"");

        assertThat(body.mediaType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(text(body)).isEqualTo("hello \"ü\"");
    }

    @Test
    void bytes_areSentAsTheyAre() {
        assertThat(BodyWriter.bytes("application/octet-stream")
                        .write(new byte[] {0, -1})
                        .bytes())
                .containsExactly(0, -1);
    }

    @Test
    void form_whenUrlEncoded_sendsEachField() {
        FormFields fields = FormFields.NONE
                .with("grant_type", "a b&c")
                .with("price", new BigDecimal("1E+2"))
                .with("note", "")
                .withRepeated("ids", List.of(1, 2))
                .withJoined("tags", List.of("x", "y"), "|")
                .withDeepObject("range", Map.of("gte", 1))
                .withFields("where", Map.of("side", "SELL"))
                .withJson("filter", Codecs.FREE_FORM, Map.of("a", "b"));

        assertThat(urlEncoded(fields).mediaType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(text(urlEncoded(fields)))
                .isEqualTo("grant_type=a%20b%26c&price=100&note=&ids=1&ids=2&tags=x%7Cy&range%5Bgte%5D=1&side=SELL"
                        + "&filter=%7B%22a%22%3A%22b%22%7D");
    }

    @Test
    void form_whenAFieldIsNull_leavesItOut() {
        assertThat(text(urlEncoded(
                        FormFields.NONE.with("a", "x").with("b", null).with("a", null))))
                .isEmpty();
    }

    @Test
    void form_whenMultipart_sendsAPartForEachFieldAndFile() {
        FormFields fields = FormFields.NONE
                .with("note", "a\"b")
                .withFile("file", FileContent.of("r\"1.pdf", new byte[] {1, 2}).withMediaType("application/pdf"))
                .withJson("meta", Codecs.FREE_FORM, Map.of("a", "b"));

        RequestBody body = multipart(fields);
        String boundary = body.mediaType().substring("multipart/form-data; boundary=".length());

        assertThat(text(body))
                .isEqualTo(String.join(
                                "\r\n",
                                "--%1$s",
                                "Content-Disposition: form-data; name=\"note\"",
                                "",
                                "a\"b",
                                "--%1$s",
                                "Content-Disposition: form-data; name=\"file\"; filename=\"r%%221.pdf\"",
                                "Content-Type: application/pdf",
                                "",
                                "\u0001\u0002",
                                "--%1$s",
                                "Content-Disposition: form-data; name=\"meta\"",
                                "Content-Type: application/json",
                                "",
                                "{\"a\":\"b\"}",
                                "--%1$s--",
                                "")
                        .formatted(boundary));
    }

    @Test
    void form_whenFieldsAreTheSame_hasTheSameBytes() {
        FormFields fields = FormFields.NONE.with("a", "x");

        assertThat(multipart(fields)).isEqualTo(multipart(fields));
    }

    @Test
    void require_whenFieldIsMissing_saysWhich() {
        assertThatThrownBy(() -> FormFields.NONE.with("a", 1).require("b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The form field b is required. Set it.");
    }

    @Test
    void toString_neverShowsAValue() {
        assertThat(new Form(FormFields.NONE.with("password", "secret"))).hasToString("Form[password]");
        assertThat(FileContent.of("a.txt", new byte[3])).hasToString("a.txt (application/octet-stream, 3 bytes)");
        assertThat(new RequestBody("text/plain", new byte[3])).hasToString("text/plain, 3 bytes");
    }

    @Test
    void fileContent_readsAFileUnderItsName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("trades.csv"), "a,b");

        assertThat(FileContent.of(file))
                .isEqualTo(FileContent.of("trades.csv", "a,b".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void fileContent_whenNameOrMediaTypeIsBad_isRefused() {
        assertThatThrownBy(() -> FileContent.of(" ", new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FileContent.of("a", new byte[0]).withMediaType("text/plain\r\nX: y"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equals_whenFieldsHaveOtherValues_isFalse() {
        FormFields fields = FormFields.NONE.with("password", "one");

        assertThat(fields).isEqualTo(FormFields.NONE.with("password", "one"));
        assertThat(fields).hasSameHashCodeAs(FormFields.NONE.with("password", "one"));
        assertThat(fields).isNotEqualTo(FormFields.NONE.with("password", "two"));
        assertThat(fields).isNotEqualTo(fields.as("password", "text/csv"));
        assertThat(fields).hasToString("[password]");
    }

    @Test
    void as_whenAFileHasAMediaTypeOfItsOwn_keepsIt() {
        FileContent pdf = FileContent.of("a.pdf", new byte[] {1}).withMediaType("application/pdf");

        assertThat(FormFields.NONE.withFile("file", pdf).as("file", "image/png"))
                .isEqualTo(FormFields.NONE.withFile("file", pdf));
        assertThat(FormFields.NONE.with("other", "x").as("file", "image/png"))
                .isEqualTo(FormFields.NONE.with("other", "x"));
    }
}
