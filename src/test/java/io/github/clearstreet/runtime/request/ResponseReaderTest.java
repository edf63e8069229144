package io.github.clearstreet.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clearstreet.runtime.json.Codecs;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResponseReaderTest {
    /** As the templates write it. */
    private static final class Result extends OperationResult {
        Result(Received received) {
            super(received);
        }

        Optional<String> as200() {
            return as("200");
        }

        Optional<Long> as202() {
            return as("202");
        }

        Optional<String> as2XX() {
            return as("2XX");
        }
    }

    private static final ResponseReader<Result> READER = ResultReader.of(Result::new)
            .on("202", ResponseReader.json(Codecs.LONG))
            .on("200", ResponseReader.json(Codecs.STRING))
            .on("204", ResponseReader.nothing())
            .on("2XX", ResponseReader.text());

    private static ResponseContent response(int status, String body) {
        return new ResponseContent(status, "", body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void text_isReadInItsCharset() {
        byte[] latin = "ü".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(ResponseReader.text().read(new ResponseContent(200, "text/csv; charset=\"iso-8859-1\"", latin)))
                .isEqualTo("ü");
        assertThat(ResponseReader.text().read(response(200, "ü"))).isEqualTo("ü");
        assertThat(ResponseReader.text()
                        .read(new ResponseContent(200, "text/csv; charset=none", "ü".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("ü");
    }

    @Test
    void bytes_areAsTheyCame() {
        assertThat(ResponseReader.bytes().read(response(200, "%PDF"))).hasSize(4);
    }

    @Test
    void json_whenThereIsNoBody_isUnreadable() {
        assertThatThrownBy(() -> ResponseReader.json(Codecs.STRING).read(response(200, "")))
                .isInstanceOf(UnreadableResponseException.class);
    }

    @Test
    void result_whenStatusIsDeclared_isReadAsThatStatusSays() {
        assertThat(read(response(200, "\"a\"")).as200()).contains("a");
        assertThat(read(response(202, "7")).as202()).contains(7L);
        assertThat(read(response(202, "7")).as200()).isEmpty();
        assertThat(read(response(202, "7")).status()).isEqualTo(202);
        assertThat(read(response(202, "7"))).hasToString("Result[202, 7]");
    }

    @Test
    void result_whenStatusHasNoBody_isEmptyAndSaysItsStatus() {
        Result result = read(response(204, ""));

        assertThat(result.status()).isEqualTo(204);
        assertThat(result.as200()).isEmpty();
        assertThat(result).hasToString("Result[204]");
    }

    @Test
    void result_whenOnlyTheRangeIsDeclared_isReadAsTheRangeSays() {
        assertThat(read(response(207, "x")).as2XX()).contains("x");
    }

    @Test
    void result_whenStatusIsNotDeclared_isUnreadable() {
        ResponseReader<Result> reader = ResultReader.of(Result::new).on("200", ResponseReader.text());

        assertThatThrownBy(() -> reader.read(response(201, "x")))
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageContaining("201");
    }

    @Test
    void result_whenOnlyADefaultIsDeclared_isReadAsItSays() {
        ResponseReader<Result> reader = ResultReader.of(Result::new).on("default", ResponseReader.text());

        assertThat(reader.read(response(201, "x"))).hasToString("Result[201, x]");
    }

    private static Result read(ResponseContent response) {
        return Objects.requireNonNull(READER.read(response));
    }
}
