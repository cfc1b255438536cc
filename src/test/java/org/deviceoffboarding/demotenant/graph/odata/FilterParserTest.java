package org.deviceoffboarding.demotenant.graph.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {

    private record Row(String name, boolean on, Instant at) {}

    private static final Schema<Row> SCHEMA = new Schema<Row>("row", "rows", false)
            .with("name", Row::name)
            .with("on", Row::on)
            .with("at", Row::at)
            .with("nothing", row -> null);

    private static final Row ROW = new Row("O'Hara's iPad", true, Instant.parse("2026-11-23T10:00:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name eq 'o''hara''s ipad' | true",
                "name eq 'other' | false",
                "name ne 'other' | true",
                "on eq true | true",
                "on eq true and name eq 'other' | false",
                "on eq true or name eq 'other' and on eq false | true",
                "(on eq true or name eq 'other') and on eq false | false",
                "not (on eq false) | true",
                "startswith(name,'O''') | true",
                "endswith(name, 'pad') | true",
                "contains(name,'(') | false",
                "name in ('a', 'O''Hara''s iPad') | true",
                "name in ('a') | false",
                "at ge 2026-11-23T10:00:00Z | true",
                "at gt 2026-11-23T10:00:00Z | false",
                "at lt 2026-11-23T12:00:00+01:00 | true",
                "nothing eq null | true",
                "name eq null | false",
                "name ne null | true"
            })
    void aFilterHoldsAsItReads(String filter, boolean holds) {
        assertThat(FilterParser.parse(filter).matches(ROW, SCHEMA)).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "name eq",
                "eq 'a'",
                "name eq 'a",
                "name eq 'a')",
                "f(name,'a')",
                "name in ()",
                "name eq 'a' or",
                "at ge 2026-13-01",
                "not",
                "name eq 'a' name"
            })
    void whatIsNoFilterIsRefused(String text) {
        assertThatExceptionOfType(ODataError.class).isThrownBy(() -> FilterParser.parse(text));
    }

    @Test
    void parenthesesWithoutEndAreRefused() {
        assertThatExceptionOfType(ODataError.class).isThrownBy(() -> FilterParser.parse("(".repeat(100_000)));
    }

    @Test
    void theOnlyPossibleKeysAreFound() {
        assertThat(FilterParser.parse("id eq 'a' and on eq true").valuesOf("ID"))
                .containsExactly("a");
        assertThat(FilterParser.parse("id eq 'a' or id in ('b')").valuesOf("id"))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(FilterParser.parse("id eq 'a' or on eq true").valuesOf("id")).isNull();
        assertThat(FilterParser.parse("not (id eq 'a')").valuesOf("id")).isNull();
        assertThat(List.of(FilterParser.parse("id ne 'a'"))).allMatch(filter -> filter.valuesOf("id") == null);
    }
}
