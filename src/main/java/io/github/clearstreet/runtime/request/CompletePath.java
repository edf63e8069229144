package io.github.clearstreet.runtime.request;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Refuses a request whose path lost a parameter. Feign leaves a null out of the path, whatever its annotations say: {@code
 * DELETE …/positions/{id}} would become {@code DELETE …/positions/}, which may close everything. Makes one header of all
 * cookies, without those that are null. Belongs to each Feign builder that makes generated interfaces.
 */
public final class CompletePath implements RequestInterceptor {
    /**
     * Lets only complete paths out.
     *
     * @throws IllegalArgumentException if a parameter of the path is null; nothing is sent then
     */
    @Override
    public void apply(RequestTemplate template) {
        refuseGaps(template);
        var cookies = template.headers().get("Cookie");
        if (cookies != null) {
            List<String> given = cookies.stream()
                    .flatMap(line -> Arrays.stream(line.split(", ", -1)))
                    .filter(cookie -> !cookie.isEmpty() && !cookie.endsWith("="))
                    .map(cookie -> cookie.replace(HeaderText.EMPTY, ""))
                    .collect(Collectors.toList());
            template.removeHeader("Cookie");
            if (!given.isEmpty()) {
                template.header("Cookie", String.join("; ", given));
            }
        }
    }

    private static void refuseGaps(RequestTemplate template) {
        String[] declared = template.methodMetadata().template().path().split("/", -1);
        String[] sent = template.path().split("/", -1);
        for (int i = 0; i < declared.length; i++) {
            if (declared[i].contains("{") && (sent.length != declared.length || sent[i].isEmpty())) {
                throw new IllegalArgumentException("A parameter of the path of "
                        + template.methodMetadata().configKey() + " is null; pass the identifier that the API gave.");
            }
        }
    }
}
