package io.github.clearstreet.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.clearstreet.json.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects whose names nobody knows before: within a model, within one another, and as a whole answer. */
class MapCodecTest {
    @Test
    void map_keepsNamesAndValuesInTheirOrder() {
        Specimen read = Specimen.of("{\"counts\":{\"b\":2,\"a\":1},\"groups\":{\"x\":{\"counts\":\"7\"},\"y\":{}}}");

        assertThat(read.counts).containsExactly(entry("b", 2L), entry("a", 1L)).isUnmodifiable();
        assertThat(read.groups)
                .hasSize(2)
                .hasEntrySatisfying("x", group -> assertThat(group).containsExactly(entry("counts", "7")));
        assertThat(read.violations()).isEmpty();
        assertThat(read.toJson())
                .isEqualTo("{\"counts\":{\"b\":2,\"a\":1},\"groups\":{\"x\":{\"counts\":\"7\"},\"y\":{}}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1]                          | /counts: not an object: [1]",
                "{\"a\":1,\"b\":true,\"c\":3} | /counts/b: not a 64-bit integer: true",
                "{\"a\":null,\"b\":[{}]}      | /counts/a: null in a map: null"
            })
    void map_whenAValueIsUnreadable_isKeptAsItCameAndDisturbsNothing(String counts, String violation) {
        String json = "{\"counts\":" + counts + ",\"rows\":[[1],[2,3]]}";

        Specimen read = Specimen.of(json);

        assertThat(read.counts).isNull();
        assertThat(read.violations()).extracting(Violation::toString).containsExactly(violation);
        assertThat(read.rows).hasSize(2);
        assertThat(read.toJson()).isEqualTo("{\"rows\":[[1],[2,3]],\"counts\":" + counts + "}");
    }

    @Test
    void map_whenItIsOver_leavesTheNextFieldItsName() {
        Specimen read = Specimen.of("{\"counts\":{\"a\":1},\"rows\":\"x\"}");

        assertThat(read.counts).containsExactly(entry("a", 1L));
        assertThat(read.violations()).extracting(Violation::toString).containsExactly("/rows: not a list: \"x\"");
        assertThat(read.toJson()).isEqualTo("{\"counts\":{\"a\":1},\"rows\":\"x\"}");
    }

    @Test
    void map_whenNull_isAbsent() {
        Specimen read = Specimen.of("{\"counts\":null,\"rows\":null}");

        assertThat(read.violations()).isEmpty();
        assertThat(read.toJson()).isEqualTo("{}");
    }

    @Test
    void map_withinAMap_givesUpBothAndNamesThePlace() {
        Specimen read = Specimen.of("{\"groups\":{\"x\":{\"y\":true}},\"counts\":{\"a\":1}}");

        assertThat(read.groups).isNull();
        assertThat(read.violations()).extracting(Violation::toString).containsExactly("/groups/x/y: not a text: true");
        assertThat(read.counts).containsExactly(entry("a", 1L));
        assertThat(read.toJson()).endsWith("\"groups\":{\"x\":{\"y\":true}}}");
    }

    @Test
    void map_ofModels_keepsThePlaceOfOneThatIsNone() {
        Specimen read = Specimen.of("{\"parts\":{\"a\":{\"counts\":7},\"b\":5,\"c\":{\"more\":1}}}");

        assertThat(read.parts).containsOnlyKeys("a", "b", "c");
        assertThat(read.violations())
                .extracting(Violation::toString)
                .containsExactly("/parts/a/counts: not an object: 7", "/parts/b: not an object: 5");
        assertThat(read.toJson()).isEqualTo("{\"parts\":{\"a\":{\"counts\":7},\"b\":5,\"c\":{\"more\":1}}}");
    }

    @Test
    void list_withinAList_saysWhichElementIsNull() {
        Specimen read = Specimen.of("{\"more\":1,\"rows\":[[1],[2,null]],\"counts\":{}}");

        assertThat(read.rows).isNull();
        assertThat(read.violations())
                .extracting(Violation::toString)
                .containsExactly("/rows/1/1: null in a list: null");
        assertThat(read.toJson()).isEqualTo("{\"counts\":{},\"rows\":[[1],[2,null]],\"more\":1}");
    }

    @Test
    void list_whenAFieldComesTwiceAndOnlyTheFirstIsUnreadable_countsTheLast() {
        Specimen read = Specimen.of("{\"rows\":[null],\"rows\":[[3]]}");

        assertThat(read.violations()).isEmpty();
        assertThat(read.toJson()).isEqualTo("{\"rows\":[[3]]}");
    }

    @Test
    void hashCode_differsWhereValuesDo() {
        Specimen one = Specimen.of("{\"counts\":{\"a\":1},\"rows\":\"x\",\"more\":1}");

        assertThat(one).isEqualTo(Specimen.of("{\"counts\":{\"a\":1},\"rows\":\"x\",\"more\":1}"));
        assertThat(one.hashCode())
                .isEqualTo(Specimen.of("{\"counts\":{\"a\":1},\"rows\":\"x\",\"more\":1}")
                        .hashCode())
                .isNotEqualTo(Specimen.of("{\"counts\":{\"a\":2},\"rows\":\"x\",\"more\":1}")
                        .hashCode())
                .isNotEqualTo(Specimen.of("{\"counts\":{\"a\":1},\"rows\":\"y\",\"more\":1}")
                        .hashCode())
                .isNotEqualTo(Specimen.of("{\"counts\":{\"a\":1},\"rows\":\"x\",\"more\":2}")
                        .hashCode());
    }
}
