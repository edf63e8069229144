package io.github.clearstreet;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.clearstreet.internal.failure.ErrorBody;

class ErrorBodyFuzzTest {
    /** Whatever a server or a proxy sends with a refusal, reading it fails nothing. */
    @FuzzTest(maxDuration = "10m")
    void read_ofAnyBody_doesNotThrow(FuzzedDataProvider data) {
        assertThat(ErrorBody.read(data.consumeRemainingAsString(), null)).isNotNull();
    }
}
