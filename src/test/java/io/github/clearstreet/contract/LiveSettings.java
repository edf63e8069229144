package io.github.clearstreet.contract;

import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * What a verification of a running provider is told, as system properties.
 *
 * @param baseUrl where the provider is
 * @param account whose account the requests name, in place of the one in the pact
 * @param interactions the descriptions of what is sent beyond what is safe
 */
record LiveSettings(URI baseUrl, String account, Pattern interactions) {
    static final String BASE_URL = "provider.baseUrl";
    static final String ACCOUNT = "provider.account";
    static final String INTERACTIONS = "provider.interactions";

    private static final String NONE = "(?!)";

    boolean askFor(String description) {
        return interactions.matcher(description).matches();
    }

    /** JUnit looks into the system properties by itself. */
    static final class FromConfiguration implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == LiveSettings.class;
        }

        @Override
        public LiveSettings resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return new LiveSettings(
                    context.getConfigurationParameter(BASE_URL)
                            .map(URI::create)
                            .orElseThrow(() ->
                                    new IllegalStateException("Say where the provider is: -D" + BASE_URL + "=URL")),
                    context.getConfigurationParameter(ACCOUNT).orElse(String.valueOf(Parties.ACCOUNT)),
                    Pattern.compile(
                            context.getConfigurationParameter(INTERACTIONS).orElse(NONE)));
        }
    }
}
