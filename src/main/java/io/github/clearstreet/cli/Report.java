package io.github.clearstreet.cli;

import io.github.clearstreet.ApiResponse;
import io.github.clearstreet.ClearStreetException;
import io.github.clearstreet.model.Order;
import java.net.URI;
import java.util.List;

/** Tells how a call ended. */
interface Report {
    void accepted(long account, URI baseUrl, ApiResponse<List<Order>> response);

    void failed(ClearStreetException e);
}
