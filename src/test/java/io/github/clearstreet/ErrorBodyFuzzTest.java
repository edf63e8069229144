package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.clearstreet.fuzz.Bounds;
import io.github.clearstreet.internal.failure.ErrorBody;
import io.github.clearstreet.model.ApiError;

class ErrorBodyFuzzTest {
    /** Whatever a server or a proxy sends with a refusal, reading it fails nothing, and is told on one line. */
    @FuzzTest(maxDuration = "10m")
    void read_ofAnyBody_doesNotThrow(FuzzedDataProvider data) {
        String contentType = data.consumeString(40);
        String text = data.consumeRemainingAsString();
        ErrorBody body = Bounds.check(text.length(), () -> ErrorBody.read(text, contentType));

        assertThat(String.valueOf(body.page()))
                .doesNotContainPattern("\\p{Cntrl}")
                .hasSizeLessThan(5_000);
        if (body.error() != null) {
            assertThat(ApiError.fromJson(body.error().toJson())).isEqualTo(body.error());
        }
    }
}
