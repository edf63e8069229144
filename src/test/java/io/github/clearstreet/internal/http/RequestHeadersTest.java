package io.github.clearstreet.internal.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadersTest {
    @ParameterizedTest
    @ValueSource(strings = {"traceparent", "X-1", "a", "!#$%&'*+-.^_`|~", "0", "9", "A", "Z", "z"})
    void check_takesEveryToken(String name) {
        assertThatCode(() -> RequestHeaders.check(name, "value")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a:", "a/b", "(a)", "\u00e9", "\u0080", "\u0660", "a\u007f"})
    void check_refusesOtherNames(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestHeaders.check(name, "hunter2"))
                .withMessageStartingWith("A header name must")
                .withMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a b", "~", "!", "a\tb"})
    void check_takesPrintableAscii(String value) {
        assertThatCode(() -> RequestHeaders.check("X-A", value)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\u001f", "a\u007f", "\u00e9", "a\nb"})
    void check_refusesOtherValues(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestHeaders.check("X-A", value))
                .withMessageStartingWith("The value of the header X-A");
    }

    @Test
    void check_boundsTheLengthOfAValue() {
        assertThatCode(() -> RequestHeaders.check("X-A", "v".repeat(8192))).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> RequestHeaders.check("X-A", "v".repeat(8193)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Original-URL",
                "x-rewrite-url",
                "X-HTTP-Method-Override",
                "X-HTTP-Path-Override",
                "X-Forwarded-Host",
                "X-Forwarded-Prefix",
                "Forwarded",
                "X-Override-URL",
                "X-Method",
                "X-Envoy-Original-Path",
                "Proxy-Authorization"
            })
    void check_refusesWhatCouldSendTheRequestElsewhere(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> RequestHeaders.check(name, "/v1/accounts/1/positions"));
    }
}
