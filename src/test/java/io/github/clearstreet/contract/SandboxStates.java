package io.github.clearstreet.contract;

import au.com.dius.pact.provider.junitsupport.State;
import io.github.clearstreet.sandbox.Sandbox;
import java.util.Map;

/** Tells Pact's annotations of every state that the sandbox can make true by itself. */
final class SandboxStates {
    private final Sandbox sandbox;

    SandboxStates(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @State(ProviderStates.ONE_POSITION)
    Map<String, Object> onePosition(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.ONE_POSITION, parameters);
    }

    @State(ProviderStates.OPEN_ORDER)
    Map<String, Object> openOrder(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.OPEN_ORDER, parameters);
    }

    @State(ProviderStates.NO_POSITION)
    Map<String, Object> noPosition(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.NO_POSITION, parameters);
    }

    @State(ProviderStates.SHORT_OPTION)
    Map<String, Object> shortOption(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.SHORT_OPTION, parameters);
    }

    @State(ProviderStates.EVERY_FIELD)
    Map<String, Object> everyField(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.EVERY_FIELD, parameters);
    }

    @State(ProviderStates.TWO_POSITIONS)
    Map<String, Object> twoPositions(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.TWO_POSITIONS, parameters);
    }

    @State(ProviderStates.SECOND_PAGE)
    Map<String, Object> secondPage(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.SECOND_PAGE, parameters);
    }

    @State(ProviderStates.SHORT_OPTION_IN_USE)
    Map<String, Object> shortOptionInUse(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.SHORT_OPTION_IN_USE, parameters);
    }

    @State(ProviderStates.KNOWN_ORDER)
    Map<String, Object> knownOrder(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.KNOWN_ORDER, parameters);
    }

    @State(ProviderStates.OPTION_ORDER)
    Map<String, Object> optionOrder(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.OPTION_ORDER, parameters);
    }

    @State(ProviderStates.SECOND_PAGE_OF_ORDERS)
    Map<String, Object> secondPageOfOrders(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.SECOND_PAGE_OF_ORDERS, parameters);
    }

    @State(ProviderStates.FILLED)
    Map<String, Object> filled(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.FILLED, parameters);
    }

    @State(ProviderStates.SECOND_PAGE_OF_EXECUTIONS)
    Map<String, Object> secondPageOfExecutions(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.SECOND_PAGE_OF_EXECUTIONS, parameters);
    }

    @State(ProviderStates.RISK_CHECK)
    Map<String, Object> riskCheck(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.RISK_CHECK, parameters);
    }

    @State(ProviderStates.MARKET_CLOSED)
    Map<String, Object> marketClosed(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.MARKET_CLOSED, parameters);
    }

    @State(ProviderStates.FILLS_IN_PART)
    Map<String, Object> fillsInPart(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.FILLS_IN_PART, parameters);
    }

    @State(ProviderStates.HALTED)
    Map<String, Object> halted(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.HALTED, parameters);
    }

    @State(ProviderStates.NEWER_STATUS)
    Map<String, Object> newerStatus(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.NEWER_STATUS, parameters);
    }

    @State(ProviderStates.ONE_OF_TWO_FAILS)
    Map<String, Object> oneOfTwoFails(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.ONE_OF_TWO_FAILS, parameters);
    }

    @State(ProviderStates.UNREADABLE_REQUEST)
    Map<String, Object> unreadableRequest(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.UNREADABLE_REQUEST, parameters);
    }

    /** What is not valid is the key that is sent: see {@link SandboxVerification}. */
    @State(ProviderStates.INVALID_KEY)
    Map<String, Object> invalidKey(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.ONE_POSITION, parameters);
    }

    @State(ProviderStates.INVALID_KEY_FLAT)
    Map<String, Object> invalidKeyFlat(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.INVALID_KEY_FLAT, parameters);
    }

    @State(ProviderStates.FOREIGN_ACCOUNT)
    Map<String, Object> foreignAccount(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.FOREIGN_ACCOUNT, parameters);
    }

    @State(ProviderStates.UNKNOWN_ACCOUNT)
    Map<String, Object> unknownAccount(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.UNKNOWN_ACCOUNT, parameters);
    }

    @State(ProviderStates.CONFLICT)
    Map<String, Object> conflict(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.CONFLICT, parameters);
    }

    @State(ProviderStates.OTHER_BODY_EXPECTED)
    Map<String, Object> otherBodyExpected(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.OTHER_BODY_EXPECTED, parameters);
    }

    @State(ProviderStates.TOO_MANY_REQUESTS)
    Map<String, Object> tooManyRequests(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.TOO_MANY_REQUESTS, parameters);
    }

    @State(ProviderStates.TOO_MANY_REQUESTS_UNTIL)
    Map<String, Object> tooManyRequestsUntil(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.TOO_MANY_REQUESTS_UNTIL, parameters);
    }

    @State(ProviderStates.API_FAILS)
    Map<String, Object> apiFails(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.API_FAILS, parameters);
    }

    @State(ProviderStates.BAD_GATEWAY)
    Map<String, Object> badGateway(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.BAD_GATEWAY, parameters);
    }

    @State(ProviderStates.BAD_GATEWAY_PAGE)
    Map<String, Object> badGatewayPage(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.BAD_GATEWAY_PAGE, parameters);
    }

    @State(ProviderStates.MAINTENANCE)
    Map<String, Object> maintenance(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.MAINTENANCE, parameters);
    }

    @State(ProviderStates.MAINTENANCE_PAGE)
    Map<String, Object> maintenancePage(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.MAINTENANCE_PAGE, parameters);
    }

    @State(ProviderStates.GATEWAY_TIMEOUT)
    Map<String, Object> gatewayTimeout(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.GATEWAY_TIMEOUT, parameters);
    }

    @State(ProviderStates.GATEWAY_TIMEOUT_PAGE)
    Map<String, Object> gatewayTimeoutPage(Map<String, Object> parameters) {
        return makeTrue(ProviderStates.GATEWAY_TIMEOUT_PAGE, parameters);
    }

    private Map<String, Object> makeTrue(String state, Map<String, Object> parameters) {
        return sandbox.providerState(state, parameters);
    }
}
