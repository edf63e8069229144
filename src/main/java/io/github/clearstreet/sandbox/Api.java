package io.github.clearstreet.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the operation that a request means, and answers as the API does when there is none. */
final class Api {
    private final ApiKey apiKey;
    private final List<Route> routes;

    private record Route(String method, PathTemplate path, Operation operation) {}

    Api(ApiKey apiKey, Accounts accounts) {
        this.apiKey = apiKey;
        this.routes = List.of(new Route(
                "DELETE", new PathTemplate("/v1/accounts/{account_id}/positions"), new ClosePositions(accounts)));
    }

    SandboxResponse answer(Arrival call) {
        String requestId = call.request().requestId();
        try {
            apiKey.check(call.authorization());
            switch (call.bodyState()) {
                case TOO_LARGE -> throw new RefusedException(413, "The body is larger than one mebibyte.");
                case NOT_UTF8 -> throw new RefusedException(400, "The body is not UTF-8.");
                case COMPLETE -> {}
            }
            return execute(call);
        } catch (RefusedException e) {
            return e.response(requestId);
        }
    }

    private SandboxResponse execute(Arrival call) {
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> parameters =
                    route.path().match(call.request().path());
            if (parameters.isPresent() && route.method().equals(call.request().method())) {
                return route.operation().execute(call, parameters.get());
            }
            parameters.ifPresent(found -> allowed.add(route.method()));
        }
        if (allowed.isEmpty()) {
            throw new RefusedException(404, "There is nothing at this address.");
        }
        throw RefusedException.methodNotAllowed(String.join(", ", allowed));
    }
}
