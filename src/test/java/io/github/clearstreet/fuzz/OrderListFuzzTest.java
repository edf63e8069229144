package io.github.clearstreet.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.clearstreet.model.OrderListResponse;

class OrderListFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void fromJson_ofAnything_givesAModelOrRefuses(byte[] document) {
        Documents.check(document, OrderListResponse.class, OrderListResponse::fromJson);
    }
}
