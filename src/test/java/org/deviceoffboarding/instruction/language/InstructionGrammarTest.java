package org.deviceoffboarding.instruction.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Dates;
import org.deviceoffboarding.language.Ebnf;
import org.deviceoffboarding.language.EbnfDerivation;
import org.deviceoffboarding.language.EbnfReader;
import org.deviceoffboarding.language.IdReader;
import org.deviceoffboarding.language.TimePoints;
import org.deviceoffboarding.language.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar in {@code grammar.ebnf} says what the code reads. */
class InstructionGrammarTest {

    private static final int DERIVED = 20_000;

    private static final Ebnf GRAMMAR = new Ebnf(text());

    private static final Map<String, List<String>> SAMPLES = Map.ofEntries(
            Map.entry("date in digits", List.of("2026-03-01", "2026/3/1", "2026.03.01", "25/12/2026", "05.05.2026")),
            Map.entry("date with hyphens", List.of("1-March-2026", "28-feb-2026")),
            Map.entry("date and time", List.of("2026-03-01T12:00:00Z", "2026-03-01T12:00+01:00", "2026-03-01T12:00")),
            Map.entry("day", List.of("1", "1st", "02", "22nd", "3rd", "28th")),
            Map.entry("year", List.of("1990", "2026", "2199")),
            Map.entry("number", List.of("1", "7", "90", "030")),
            Map.entry("line break", List.of("\n", "\r\n", "\n- ")),
            Map.entry(
                    "id",
                    List.of(
                            "8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f",
                            "[8F1C2D3E-4A5B-6C7D-8E9F-0A1B2C3D4E5F]",
                            "8f1c2d3e4a5b6c7d8e9f0a1b2c3d4e5f")),
            Map.entry("word", List.of("VIP-*", "anna@contoso.com", "Lenovo", "LAPTOP-7(2)", "Müller", "DE?-01")),
            Map.entry("quoted", List.of("\"Top 10\"", "“Dell Inc.”", "'platform'", "\"a \"\"b\"\"\"", "«exclude»")));

    private static final Map<String, Predicate<Token>> DESCRIBED = Map.ofEntries(
            fitting("date in digits", "[0-9]+([-/.])[0-9]+\\1[0-9]+"),
            fitting("date with hyphens", "[0-9]+-[A-Za-z]+-[0-9]{4}"),
            fitting("date and time", "[0-9-]+T.+"),
            fitting("day", "[0-9]{1,2}(st|nd|rd|th)?"),
            fitting("year", "[0-9]{4}"),
            fitting("number", "[0-9]{1,9}"),
            Map.entry("line break", Token::newLine),
            Map.entry("id", IdReader::isLike),
            Map.entry("word", token -> token.isWord() && !Lexicon.isWord(token.text())),
            Map.entry("quoted", token -> token.kind() == Token.Kind.QUOTED));

    private static final EbnfReader READER = new EbnfReader(GRAMMAR, DESCRIBED);

    /** What the grammar's heading says that goes beyond it. */
    private static final List<String> BEYOND =
            List.of("One sentence asks only once by ", "Give a time between 1 and 36,500 days");

    @Test
    void everyRuleIsUsedAndEveryDescribedOneHasSamples() {
        Set<String> described = new HashSet<>();
        Set<String> used = new HashSet<>(Set.of("text"));
        for (String name : GRAMMAR.names()) {
            collect(name, GRAMMAR.rule(name), described, used);
        }
        assertThat(used).isEqualTo(GRAMMAR.names());
        assertThat(described).isEqualTo(SAMPLES.keySet()).isEqualTo(DESCRIBED.keySet());
    }

    @Test
    void thePhrasesOfTheGrammarAreThoseOfTheCode() {
        Set<String> verbs = new HashSet<>(Lexicon.VERBS.all());
        verbs.remove("keep"); // which the heading says is refused
        assertSame(verbs, "verb", "open verb");
        assertSame(Lexicon.DEVICES.all(), "device noun");
        assertSame(Lexicon.DETERMINERS, "determiner");
        assertSame(Lexicon.LINKS, "link");
        assertSame(Lexicon.RELATIONS, "relation");
        assertSame(Lexicon.ALTERNATIVES.all(), "alternatives");
        assertSame(Lexicon.ENDINGS.all(), "ending");
        assertSame(Activities.SOURCES.all(), "entra source", "intune source");
        assertSame(Activities.FILLERS, "filler");
        assertSame(TimePoints.UNITS.keySet(), "unit");
        assertSame(Dates.MONTH.keySet(), "month");
        Set<String> relations = new HashSet<>(Activities.RELATIONS.all());
        relations.removeAll(Set.of("between", "for the last", "for the past")); // these stand in rules of their own
        assertSame(
                relations,
                "after",
                "before",
                "since",
                "until",
                "older",
                "newer",
                "less than",
                "more than",
                "at least",
                "at most",
                "within");
    }

    @Test
    void theKeywordsOfTheGrammarAreThoseOfTheCode() {
        assertSame(
                Lexicon.OPENERS.all(),
                "id keyword",
                "group keyword",
                "name keyword",
                "user keyword",
                "manufacturer keyword",
                "model keyword",
                "platform keyword",
                "ownership keyword",
                "join type keyword",
                "situation keyword",
                "activity keyword",
                "sign in keyword",
                "sync keyword",
                "absence keyword",
                "no sign in keyword",
                "no sync keyword");
    }

    @ParameterizedTest
    @EnumSource(
            value = ConditionType.class,
            names = {"PLATFORM", "OWNERSHIP", "JOIN_TYPE", "SITUATION"})
    void theValuesOfTheGrammarAreThoseOfTheCode(ConditionType type) {
        List<String> values = Arrays.stream(Choice.values())
                .filter(choice -> choice.type() == type)
                .flatMap(choice -> choice.phrases().stream())
                .toList();

        assertSame(values, type.words());
    }

    @Test
    void whatIsDerivedFromTheGrammarIsUnderstood() {
        EbnfDerivation derivation = new EbnfDerivation(GRAMMAR, SAMPLES, new Random(20_261_123));
        int understood = 0;
        for (int i = 0; i < DERIVED; i++) {
            String text = derivation.of("text");
            InstructionText read = InstructionText.parse(text);
            understood += read.understood() && !read.sentences().isEmpty() ? 1 : 0;
            assertThat(read.problems())
                    .as(text)
                    .allSatisfy(problem -> assertThat(BEYOND).anyMatch(problem.reason()::startsWith));
        }
        assertThat(understood).as("texts understood").isGreaterThan(DERIVED / 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Microsoft's six
                "Exclude devices with IDs [8F1C2D3E-4A5B-6C7D-8E9F-0A1B2C3D4E5F]",
                "Exclude devices with last activity after 1 March 2026",
                "Exclude devices with last activity before 2026-03-01",
                "Include only devices with IDs 8f1c2d3e4a5b6c7d8e9f0a1b2c3d4e5f",
                "Include only devices with last activity after 90 days ago",
                "Include only devices with last activity before March 1, 2026",
                // the older ones
                "exclude if inactive in Entra for less than 30 days",
                "include if active in Entra more than 90 days ago",
                "Exclude from all recommendations if device has been inactive in Entra for less than 45 days",
                "Include in all recommendations if device has been active in Entra more than 45 days ago",
                "exclude 8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f from all recommendations",
                "Include only 8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f in recommendations",
                "include only [8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f]",
                // ours
                "Exclude devices with platform iOS/iPadOS",
                "Exclude devices owned by anna@contoso.com",
                "Exclude devices in group \"Top 10\"",
                "Exclude devices with join type hybrid-joined",
                "Exclude devices with situation silent and unmanaged",
                "Exclude devices with names matching VIP-*, \"Front desk *\"\nKIOSK-* and with ownership personal",
                "Exclude devices with manufacturer \"Dell Inc.\" or Lenovo",
                "Exclude Android and iOS devices",
                "Exclude personal Windows devices",
                "Exclude personal Windows devices with names matching VIP-* from all recommendations",
                "Exclude Windows devices from all suggestions if the device is personal",
                "Exclude devices that are os x",
                "Exclude devices with situation silent everywhere, a broken link",
                "Exclude devices inactive for the last 30 days",
                "Exclude devices with last activity before 1 March 2026 and in group \"Top 10\"",
                "Exclude devices that are hybrid joined",
                "Exclude devices active in the last 2 weeks",
                "Exclude devices not signed in since 1st of March 2026",
                "Exclude devices with last activity between 1 March 2026 and 5 March 2026",
                "Exclude devices last seen before yesterday and after 3 months ago",
                "Exclude devices with last sync older than a year",
                "Exclude Windows devices. Include only devices with platform iOS\nexclude devices named VIP-*!"
            })
    void whatIsUnderstoodFollowsTheGrammar(String text) {
        assertThat(InstructionText.parse(text).problems()).isEmpty();
        assertThat(READER.follows(text, "text")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Exclude devices",
                "Remove devices with names matching VIP-*",
                "Include devices with platform iOS",
                "Exclude devices with platform Windos",
                "Exclude devices with platform iOS or ownership personal",
                "Exclude devices with platform iOS please",
                "Exclude devices named Anna's iPad",
                "Exclude devices with last activity 90 days ago",
                "Exclude devices with last activity before 90 days",
                "Exclude devices with last activity before March 2026",
                "Exclude devices inactive before 2026-03-01",
                "Exclude devices with last sync in Entra before 90 days ago",
                "Exclude devices not with platform iOS",
                "Exclude devices active for the last 30 days",
                "Keep devices if active in the last 30 days",
                "Include 8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f in all recommendations",
                "Exclude 8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f from recommendation if retired is true"
            })
    void whatIsNotUnderstoodDoesNotFollowTheGrammar(String text) {
        assertThat(InstructionText.parse(text).problems()).isNotEmpty();
        assertThat(READER.follows(text, "text")).isFalse();
    }

    private static void assertSame(Collection<String> ofTheCode, String... rules) {
        Set<String> ofTheGrammar = new HashSet<>();
        for (String rule : rules) {
            ofTheGrammar.addAll(GRAMMAR.phrases(rule));
        }
        assertThat(ofTheGrammar).as(Arrays.toString(rules)).containsExactlyInAnyOrderElementsOf(Set.copyOf(ofTheCode));
    }

    private static void collect(String name, Ebnf.Part part, Set<String> described, Set<String> used) {
        switch (part) {
            case Ebnf.Phrase _ -> {}
            case Ebnf.Described _ -> described.add(name);
            case Ebnf.Reference(String rule) -> used.add(rule);
            case Ebnf.Optional(Ebnf.Part inner) -> collect(name, inner, described, used);
            case Ebnf.Repeated(Ebnf.Part inner) -> collect(name, inner, described, used);
            case Ebnf.Sequence(List<Ebnf.Part> parts) -> parts.forEach(each -> collect(name, each, described, used));
            case Ebnf.Alternatives(List<Ebnf.Part> parts) ->
                parts.forEach(each -> collect(name, each, described, used));
        }
    }

    private static Map.Entry<String, Predicate<Token>> fitting(String rule, String pattern) {
        Pattern compiled = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        return Map.entry(
                rule, token -> token.isWord() && compiled.matcher(token.text()).matches());
    }

    private static String text() {
        try (InputStream file = InstructionText.class.getResourceAsStream("grammar.ebnf")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
