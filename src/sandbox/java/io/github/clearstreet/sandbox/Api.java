package io.github.clearstreet.sandbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the operation that a request means, and answers as the API does when there is none. */
final class Api {
    private final ApiKey apiKey;
    private final Map<Endpoint, Operation> operations;

    Api(ApiKey apiKey, Accounts accounts, Paging paging) {
        this.apiKey = apiKey;
        this.operations = Map.of(
                Endpoint.GET_POSITIONS, new GetPositions(accounts, paging),
                Endpoint.CLOSE_POSITIONS, new ClosePositions(accounts),
                Endpoint.CLOSE_POSITION, new ClosePosition(accounts),
                Endpoint.GET_ORDERS, new GetOrders(accounts, paging),
                Endpoint.SUBMIT_ORDERS, new SubmitOrders(accounts),
                Endpoint.CANCEL_ALL_OPEN_ORDERS, new CancelAllOpenOrders(accounts),
                Endpoint.GET_ORDER_BY_ID, new GetOrderById(accounts),
                Endpoint.CANCEL_OPEN_ORDER, new CancelOpenOrder(accounts),
                Endpoint.GET_EXECUTIONS, new GetExecutions(accounts, paging));
    }

    SandboxResponse answer(Arrival call) {
        String requestId = call.request().requestId();
        try {
            apiKey.check(call.authorization());
            switch (call.bodyState()) {
                case TOO_LARGE -> throw new RefusedException(400, "The body is larger than one mebibyte.");
                case NOT_UTF8 -> throw new RefusedException(400, "The body is not UTF-8.");
                case COMPLETE -> {}
            }
            return execute(call);
        } catch (RefusedException e) {
            return e.response(requestId);
        }
    }

    private SandboxResponse execute(Arrival call) {
        String path = call.request().path();
        List<Endpoint> here = Endpoint.at(path);
        if (here.isEmpty()) {
            throw new RefusedException(404, "There is nothing at this address.");
        }
        Endpoint meant = Endpoint.of(call.request().method(), path)
                .orElseThrow(() -> RefusedException.methodNotAllowed(
                        here.stream().map(Endpoint::method).sorted().collect(Collectors.joining(", "))));
        return operation(meant).execute(call, meant.parameters(path));
    }

    private Operation operation(Endpoint endpoint) {
        Operation operation = operations.get(endpoint);
        if (operation == null) {
            throw new IllegalStateException("Nothing carries out " + endpoint.operationId());
        }
        return operation;
    }
}
