package io.github.clearstreet.contract;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.support.json.JsonException;
import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationResult;
import io.github.clearstreet.sandbox.SandboxResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a good provider responded in one interaction. Another response is held against the pact as Pact does it over HTTP. */
record RecordedInteraction(Interaction interaction, SandboxResponse response) {
    boolean isKeptBy(SandboxResponse changed) {
        try {
            return isVerified(changed);
        } catch (JsonException notJson) {
            return false;
        }
    }

    @SuppressWarnings("deprecation") // Its successor takes the whole pact, for plugins, and does the same.
    private boolean isVerified(SandboxResponse changed) {
        ProviderVerifier verifier = new ProviderVerifier();
        verifier.setReporters(List.of());
        return verifier.verifyRequestResponsePact(
                        interaction.asSynchronousRequestResponse().getResponse(),
                        asReceived(changed),
                        interaction.getDescription(),
                        new HashMap<>(),
                        "",
                        false,
                        Map.of())
                instanceof VerificationResult.Ok;
    }

    private static ProviderResponse asReceived(SandboxResponse response) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        String type = headers.getOrDefault("content-type", List.of("")).get(0);
        ContentType contentType = type.isEmpty() ? ContentType.getUNKNOWN() : ContentType.fromString(type);
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        return new ProviderResponse(
                response.status(),
                headers,
                contentType,
                body.length == 0 ? OptionalBody.empty() : OptionalBody.body(body, contentType));
    }
}
