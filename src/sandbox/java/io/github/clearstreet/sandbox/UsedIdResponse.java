package io.github.clearstreet.sandbox;

/** What {@code submit_orders} answers for an id that an order of the account has already. The API does not say which. */
public enum UsedIdResponse {
    /** 400, and nothing is submitted. */
    BAD_REQUEST,
    /** 409, and nothing is submitted. */
    CONFLICT,
    /** 200 with the earlier order as it stands, in place of a new one. */
    EXISTING_ORDER;

    void refuse() {
        if (this != EXISTING_ORDER) {
            throw new ApiErrorException(this == CONFLICT ? 409 : 400, "The account has an order with this id already.");
        }
    }
}
