package io.github.clearstreet.contract;

/** Who the contract is between, and the account that it speaks of. */
final class Parties {
    static final String CONSUMER = "clearstreet-client";
    static final String PROVIDER = "clear-street-api";
    static final long ACCOUNT = 19816;

    private Parties() {}
}
