package org.deviceoffboarding.ask.language.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.deviceoffboarding.ask.language.GrammarInterpreter;
import org.deviceoffboarding.ask.language.logic.Impossible;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.language.Ebnf;
import org.deviceoffboarding.language.EbnfDerivation;
import org.junit.jupiter.api.Test;

/** The grammar in {@code filters.ebnf} says what the code reads. */
class FilterGrammarTest {

    private static final int DERIVED = 5_000;

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    private static final Map<String, List<String>> SAMPLES = Map.ofEntries(
            Map.entry("text", List.of("'LAP-1'", "\"Contoso\"", "'anna@contoso.com'")),
            Map.entry("pattern", List.of("'LAP*'", "\"*-0?\"")),
            Map.entry("version", List.of("'17'", "\"10.0.22000\"")),
            Map.entry("number", List.of("1", "25")));

    @Test
    void everyFilterOfTheGrammarIsUnderstood() throws IOException {
        EbnfDerivation derivation = new EbnfDerivation(new Ebnf(text()), SAMPLES, new Random(20_261_201));
        int impossible = 0;
        for (int i = 0; i < DERIVED; i++) {
            String filter = derivation.of("filter");
            Understanding understood = INTERPRETER.interpret(filter, null);

            if (understood.missed().stream().anyMatch(missed -> missed.reason().equals(Impossible.REASON))) {
                impossible++;
                continue;
            }
            assertThat(understood.missed()).as(filter).isEmpty();
            assertThat(understood.question()).as(filter).isNotNull();
        }
        assertThat(impossible).as("WrittenFilter that no device can fit").isLessThan(DERIVED / 4);
    }

    private static String text() throws IOException {
        try (var file = Objects.requireNonNull(WrittenFilter.class.getResourceAsStream("filters.ebnf"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
