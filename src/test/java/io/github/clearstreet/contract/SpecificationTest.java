package io.github.clearstreet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.clearstreet.contract.Exchange.Answer;
import io.github.clearstreet.contract.Exchange.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge itself: it must see what is wrong. */
class SpecificationTest {
    private static final String PATH = "/v1/accounts/19816/positions";

    private final Specification specification = Specification.load();

    @Test
    void answerProblems_ofThePublishedExample_areNone() {
        assertThat(problems(
                        200,
                        "application/json; charset=utf-8",
                        publishedExample().toString()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    quantity   | "25 shares"                      | decimal
                    quantity   | 25                               | string expected
                    created_at | "2025-10-03 14:01:15"            | date-time
                    created_at | "2025-10-03T14:01:15"            | date-time
                    side       | "sell"                           | enumeration
                    side       | null                             | enumeration
                    account_id | "19816"                          | integer expected
                    lot        | "FIFO"                           | additional
                    """)
    void answerProblems_ofAWrongField_nameIt(String field, String value, String problem) throws Exception {
        ObjectNode example = publishedExample();
        ((ObjectNode) example.at("/data/0")).set(field, new ObjectMapper().readTree(value));

        assertThat(problems(200, "application/json", example.toString()))
                .anySatisfy(found -> assertThat(found).contains(field, problem));
    }

    @Test
    void answerProblems_ofAMissingField_nameIt() {
        ObjectNode example = publishedExample();
        ((ObjectNode) example.at("/data/0")).remove("venue");

        assertThat(problems(200, "application/json", example.toString()))
                .singleElement()
                .asString()
                .contains("/data/0", "venue");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    418 | application/json | {"code": 418, "message": "m"}  | no status 418
                    400 | text/html        | <html/>                        | no content type
                    400 | application/json | <html/>                        | not JSON
                    400 | application/json | {"code": 400}                  | message
                    400 | application/json | {"error": {"message": "m"}}    | code
                    """)
    void answerProblems_ofAWrongError_sayWhatIsWrong(int status, String contentType, String body, String problem) {
        assertThat(problems(status, contentType, body))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @Test
    void answerProblems_ofAHeaderThatIsNotDocumented_sayWhichOne() {
        Answer answer = new Answer(400, "application/json", true, "{\"code\": 400, \"message\": \"m\"}");

        assertThat(specification.answerProblems(new Exchange(request("DELETE", PATH, "{}"), answer)))
                .containsExactly("no header Retry-After for status 400");
    }

    @Test
    void answerProblems_ofAnOperationThatDoesNotExist_allowRefusalsOnly() {
        Request unknown = request("PUT", PATH, "");
        String error = "{\"error\": {\"code\": 405, \"message\": \"m\"}}";

        assertThat(specification.answerProblems(
                        new Exchange(unknown, new Answer(405, "application/json", false, error))))
                .isEmpty();
        assertThat(specification.answerProblems(
                        new Exchange(unknown, new Answer(200, "application/json", false, error))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    DELETE | /v1/accounts/19816/positions   | {"cancel_orders": "true"} | cancel_orders
                    DELETE | /v1/accounts/19816/positions   | {"cancel": true}          | cancel
                    DELETE | /v1/accounts/19816/positions/  | {}                        | no operation
                    POST   | /v1/accounts/19816/positions   | {}                        | no operation
                    """)
    void requestProblems_ofAWrongRequest_sayWhatIsWrong(String method, String path, String body, String problem) {
        assertThat(specification.requestProblems(request(method, path, body)))
                .singleElement()
                .asString()
                .contains(problem);
    }

    private ObjectNode publishedExample() {
        return specification.example("PendingOrder").deepCopy();
    }

    private List<String> problems(int status, String contentType, String body) {
        return specification.answerProblems(
                new Exchange(request("DELETE", PATH, "{}"), new Answer(status, contentType, false, body)));
    }

    private static Request request(String method, String path, String body) {
        return new Request(method, path, "application/json", body);
    }
}
