package io.github.clearstreet.sandbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the operation that a request means, and answers as the API does when there is none. */
final class Router {
    private final ApiKey apiKey;
    private final Map<Endpoint, Operation> operations;

    /** One operation of the API. */
    @FunctionalInterface
    interface Operation {
        /**
         * Executes a call that has a valid key.
         *
         * @param parameters from the path, not decoded
         * @throws ApiErrorException before anything has changed
         */
        SandboxResponse execute(SandboxRequest request, Map<String, String> parameters);
    }

    Router(ApiKey apiKey, Accounts accounts, Paging paging) {
        this.apiKey = apiKey;
        PositionOperations positions = new PositionOperations(accounts, paging);
        OrderOperations orders = new OrderOperations(accounts, paging);
        this.operations = Map.of(
                Endpoint.GET_POSITIONS, positions::getPositions,
                Endpoint.CLOSE_POSITIONS, positions::closePositions,
                Endpoint.CLOSE_POSITION, positions::closePosition,
                Endpoint.GET_ORDERS, orders::getOrders,
                Endpoint.SUBMIT_ORDERS, orders::submitOrders,
                Endpoint.CANCEL_ALL_OPEN_ORDERS, orders::cancelAllOpenOrders,
                Endpoint.GET_ORDER_BY_ID, orders::getOrderById,
                Endpoint.CANCEL_OPEN_ORDER, orders::cancelOpenOrder,
                Endpoint.GET_EXECUTIONS, orders::getExecutions);
    }

    /** True if the caller may get further than a refusal, so that a fault can strike. */
    boolean isAuthorized(ReceivedCall call) {
        try {
            apiKey.check(call.authorization());
            return true;
        } catch (ApiErrorException e) {
            return false;
        }
    }

    SandboxResponse respond(ReceivedCall call) {
        String requestId = call.request().requestId();
        try {
            apiKey.check(call.authorization());
            switch (call.bodyState()) {
                case TOO_LARGE -> throw new ApiErrorException(400, "The body is larger than one mebibyte.");
                case NOT_UTF8 -> throw new ApiErrorException(400, "The body is not UTF-8.");
                case COMPLETE -> {}
            }
            return execute(call.request());
        } catch (ApiErrorException e) {
            return e.response(requestId);
        }
    }

    private SandboxResponse execute(SandboxRequest request) {
        List<Endpoint> here = Endpoint.at(request.path());
        if (here.isEmpty()) {
            throw new ApiErrorException(404, "There is nothing at this address.");
        }
        Endpoint meant = Endpoint.of(request.method(), request.path())
                .orElseThrow(() -> ApiErrorException.methodNotAllowed(
                        here.stream().map(Endpoint::method).sorted().collect(Collectors.joining(", "))));
        Operation operation = operations.get(meant);
        if (operation == null) {
            throw new IllegalStateException("Nothing carries out " + meant.operationId());
        }
        return operation.execute(request, meant.parameters(request.path()));
    }
}
