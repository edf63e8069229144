package io.github.clearstreet.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {
    /** What the lines of the cases belong to. */
    private static final String CONTEXT = """
        operation close: DELETE /positions, tag Positions
        operation search: GET /positions, tag Positions
        parameter search query page: string, optional
        response close 201 application/json: Now
        schema Answer: object, answered
        schema Request: object, sent
        """;

    /** Before, after, and the rule that applies to the difference. */
    private static final String CASES = """
        -> server https://api.example => SERVER_ADDED
        server https://api.example -> => SERVER_REMOVED
        -> operation cancel: DELETE /orders => OPERATION_ADDED
        operation cancel: DELETE /orders -> => OPERATION_REMOVED
        operation cancel: DELETE /orders -> operation cancel: POST /orders => OPERATION_MOVED
        operation cancel: DELETE /orders, tag A -> operation cancel: DELETE /orders, tag B => OPERATION_REGROUPED
        operation cancel: DELETE /orders, key A -> operation cancel: DELETE /orders, key B => OPERATION_SECURED_ANEW
        operation cancel: DELETE /orders, key A -> operation cancel: DELETE /orders => OPERATION_OPENED
        operation cancel: DELETE /orders, key A + B -> operation cancel: DELETE /orders, key A, key B => OPERATION_KEYS_FEWER
        operation cancel: DELETE /orders -> operation stop: DELETE /orders => OPERATION_RENAMED
        operation cancel: DELETE /orders -> operation cancel: DELETE /orders, deprecated => DEPRECATION_CHANGED
        operation cancel: DELETE /orders -> operation cancel: DELETE /orders, internal => OPERATION_HIDDEN
        operation cancel: DELETE /orders, internal -> operation cancel: DELETE /orders => OPERATION_SHOWN
        arguments close: path from, path to -> arguments close: path to, path from => ARGUMENTS_REORDERED
        -> parameter search query side: Side, optional => PARAMETER_ADDED_OPTIONAL
        parameter close query side: Side, optional -> parameter close query side: Side, optional, default SELL => PARAMETER_DEFAULT_CHANGED
        parameter close query v: string, required, const 1 -> parameter close query v: string, required, const 2 => PARAMETER_CONST_CHANGED
        parameter close query id: string, required -> parameter close query id: string(hex), required => PARAMETER_REFORMATTED
        -> parameter close query side: Side, optional => PARAMETER_ADDED_ARGUMENT
        -> parameter close query side: Side, required => PARAMETER_ADDED_REQUIRED
        parameter close query side: Side, optional -> => PARAMETER_REMOVED
        parameter close query side: Side, optional -> parameter close query side: string, optional => PARAMETER_TYPE_CHANGED
        parameter close query ids: list of string, comma separated -> parameter close query ids: list of string, repeated => PARAMETER_FORM_CHANGED
        parameter close query side: Side, optional -> parameter close query side: Side, required => PARAMETER_NOW_REQUIRED
        parameter close query side: Side, required -> parameter close query side: Side, optional => PARAMETER_NOW_OPTIONAL
        -> request close application/json: Request, optional => BODY_ADDED_OPTIONAL
        -> request close application/json: Request, required => BODY_ADDED_REQUIRED
        request close application/json: Request, optional -> => BODY_REMOVED
        request close application/json: Request, optional -> request close application/json: Other, optional => BODY_TYPE_CHANGED
        request close application/json: Request, optional -> request close application/json: Request, required => BODY_NOW_REQUIRED
        request close application/json: Request, required -> request close application/json: Request, optional => BODY_NOW_OPTIONAL
        -> response close 207 application/json: Answer => SUCCESS_ADDED
        -> response close 202 application/json: Now => SUCCESS_MOVED
        response close 200 application/json: Answer -> => SUCCESS_REMOVED
        response close 200 application/json: Answer -> response close 200 application/json: Other => SUCCESS_TYPE_CHANGED
        response close 200 application/json: Answer -> response close 200 application/json: Answer, nullable => RESPONSE_NOW_NULLABLE
        response close 200 application/json: Answer, nullable -> response close 200 application/json: Answer => RESPONSE_NEVER_NULL
        -> response close 404: no body => ERROR_ADDED
        response close 404: no body -> => ERROR_REMOVED
        response close 404: no body -> response close 404: string => ERROR_TYPE_CHANGED
        -> header close 429 Retry-After: string => HEADER_ADDED
        header close 429 Retry-After: string -> => HEADER_REMOVED
        header close 429 Retry-After: string -> header close 429 Retry-After: integer => HEADER_TYPE_CHANGED
        -> schema New: object, answered => SCHEMA_ADDED
        schema Old: object, answered -> => SCHEMA_REMOVED
        schema Old: object, answered -> schema New: object, answered => SCHEMA_RENAMED
        schema Part: object, answered -> schema Part: object, sent, answered => SCHEMA_USE_CHANGED
        schema Part: object, answered -> schema Part: string, answered => ANSWERED_SCHEMA_CHANGED
        schema Part: object, sent -> schema Part: string, sent => SENT_SCHEMA_CHANGED
        -> field Answer price: string, required => ANSWERED_FIELD_ADDED
        field Answer price: string, required -> => ANSWERED_FIELD_REMOVED
        field Answer price: string, required -> field Answer price: integer, required => ANSWERED_FIELD_TYPE_CHANGED
        field Answer price: string(decimal), required -> field Answer price: number, required => ANSWERED_FIELD_FORM_CHANGED
        field Answer price: string, optional -> field Answer price: string, required => ANSWERED_FIELD_NOW_CERTAIN
        field Answer price: string, required -> field Answer price: string, required, nullable => ANSWERED_FIELD_NOW_OPTIONAL
        field Answer price: string, optional -> field Answer price: string, required, nullable => FIELD_STAYS_OPTIONAL
        field Answer a: string, required -> field Answer a: string, required, write only => FIELD_DIRECTION_CHANGED
        field Request a: string, optional, write only -> field Request a: string, optional => SENT_FIELD_FOR_BOTH
        field Answer a: string, optional, default x -> field Answer a: string, optional, default y => FIELD_DEFAULT_CHANGED
        field Answer a: string, required, const x -> field Answer a: string, required, const y => ANSWERED_FIELD_CONST_CHANGED
        field Request a: string, optional -> field Request a: string, optional, read only => SENT_FIELD_NOW_READ_ONLY
        field Request a: string, optional -> field Request a: string, optional, default y => SENT_FIELD_DEFAULT_CHANGED
        field Request a: string, required, const x -> field Request a: string, required, const y => SENT_FIELD_CONST_CHANGED
        -> field Request price: string, optional => SENT_FIELD_ADDED_OPTIONAL
        -> field Request price: string, required => SENT_FIELD_ADDED_REQUIRED
        field Request price: string, optional -> => SENT_FIELD_REMOVED
        field Request price: string(decimal), optional -> field Request price: number, optional => SENT_FIELD_FORM_CHANGED
        field Request price: string, optional -> field Request price: number, optional => SENT_FIELD_TYPE_CHANGED
        field Request price: string, optional -> field Request price: string, required => SENT_FIELD_NOW_CERTAIN
        field Request price: string, required -> field Request price: string, optional => SENT_FIELD_NOW_OPTIONAL
        -> value Answer NEW: TEXT => VALUE_ADDED
        value Answer OLD -> => ANSWERED_VALUE_REMOVED
        value Request OLD -> => SENT_VALUE_REMOVED
        -> mapping Answer cat: Cat => MAPPING_ADDED
        mapping Answer cat: Cat -> mapping Answer cat: Dog => ANSWERED_MAPPING_CHANGED
        mapping Request cat: Cat -> => SENT_MAPPING_CHANGED
        -> class Other: class => CLASS_ADDED
        class Other: class -> => CLASS_REMOVED
        class Other: class -> class Other: interface => CLASS_CHANGED
        -> member Thing size/0: int => MEMBER_ADDED
        member Thing size/0: int -> => MEMBER_REMOVED
        member Thing size/0: int -> member Thing size/0: long => MEMBER_CHANGED
        member Thing move/2: void, String from, String to -> member Thing move/2: void, String to, String from => MEMBER_REORDERED
        """;

    record Case(String before, String after, Rule rule) {
        static Case parse(String line) {
            int arrow = line.indexOf("->");
            int result = line.indexOf("=>");
            return new Case(
                    line.substring(0, arrow).strip(),
                    line.substring(arrow + 2, result).strip(),
                    Rule.valueOf(line.substring(result + 2).strip()));
        }
    }

    static List<Case> cases() {
        return CASES.lines().map(Case::parse).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void of_whenOneLineDiffers_picksItsRule(Case sample) {
        List<Difference> differences = compare(sample.before(), sample.after());

        assertThat(differences).extracting(Difference::rule).containsExactly(sample.rule());
    }

    @Test
    void cases_coverEveryRule() {
        assertThat(cases()).extracting(Case::rule).containsExactlyInAnyOrderElementsOf(Arrays.asList(Rule.values()));
    }

    @Test
    void of_whenLineDiffersInTwoWays_picksBothRules() {
        assertThat(compare("field Answer price: string, required", "field Answer price: integer, optional"))
                .extracting(Difference::rule)
                .containsExactly(Rule.ANSWERED_FIELD_TYPE_CHANGED, Rule.ANSWERED_FIELD_NOW_OPTIONAL);
    }

    @Test
    void of_whenSchemaIsNew_doesNotListItsFields() {
        assertThat(compare("", "schema New: object, answered\nfield New price: string, required"))
                .extracting(Difference::verdict)
                .containsExactly("+ schema New: object, answered | compatible | safe");
    }

    @Test
    void of_whenSeveralLinesDiffer_putsTheWorstForCallersFirst() {
        assertThat(compare("value Answer OLD", "value Answer NEW\nheader close 429 Retry-After: string"))
                .extracting(Difference::verdict)
                .containsExactly(
                        "- value Answer OLD | breaking source | safe",
                        "+ header close 429 Retry-After: string | compatible | safe",
                        "+ value Answer NEW | compatible | safe");
    }

    @Test
    void of_whenNothingDiffers_isEmpty() {
        assertThat(compare("value Answer OLD", "value Answer OLD")).isEmpty();
    }

    private static List<Difference> compare(String before, String after) {
        if ((before + after).matches("(class|member) .*")) {
            String outer = "class Thing: class\n";
            return JavaComparison.of(Surface.parse(outer + before), Surface.parse(outer + after));
        }
        return Comparison.of(Surface.parse(CONTEXT + before), Surface.parse(CONTEXT + after));
    }
}
