package org.deviceoffboarding.instruction.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed, the answer is criteria or an error with its position, in bounded time. */
class InstructionFuzzTest {

    private static final int TEXTS = 100_000;
    private static final int NEAREST_OF_EACH = 50;
    private static final Instant NOW = Instant.parse("2026-11-23T09:12:00Z");
    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?i)(and|or|then|[0-9]|\\P{Alnum})*");

    private static final List<String> PIECES = List.of(
            "Exclude",
            "Include only",
            "include",
            "leave out",
            "devices",
            "all devices",
            "with",
            "that are",
            "whose",
            "IDs",
            "last activity",
            "inactive",
            "in Entra",
            "in Intune",
            "after",
            "before",
            "since",
            "for less than",
            "in the last",
            "between",
            "90 days",
            "90 days ago",
            "1 March 2026",
            "2026-03-01",
            "03/04/2026",
            "platform",
            "ownership",
            "join type",
            "names matching",
            "user",
            "manufacturer",
            "model",
            "in group",
            "situation",
            "iOS",
            "Windows",
            "personal",
            "hybrid joined",
            "silent and unmanaged",
            "VIP-*",
            "anna@contoso.com",
            "\"Top 10\"",
            "and",
            "or",
            "not",
            "except",
            ",",
            ".",
            "\n",
            "- ",
            "1. ",
            "(",
            "]",
            "\"",
            "“",
            "'",
            "*",
            "?",
            "8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f",
            "00000000-0000-0000-0000-000000000000",
            "from all recommendations",
            "\u0000",
            "\uD83D\uDE00",
            "İ",
            "ß",
            "\uD800",
            "９０",
            "\u202E");

    private static final List<String> VALID = List.of(
            "Exclude devices with IDs [8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f, 8f1c2d3e4a5b6c7d8e9f0a1b2c3d4e50].",
            "Include only devices with last activity after 1 March 2026",
            "exclude if inactive in Entra for less than 30 days",
            "Exclude devices with names matching \"VIP *\", KIOSK-* and X?-1",
            "Exclude personal Windows devices",
            "Exclude devices in group \"Top 10\", Executives",
            "Include only devices with platform iOS/iPadOS and with ownership personal",
            "Exclude devices with situation broken link or silent everywhere",
            "Exclude devices owned by anna@contoso.com",
            "Exclude devices with last activity between 2026-03-01 and 5 March 2026");

    private final Random random = new Random(20_261_123);

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void eachTextGivesCriteriaOrAnErrorWithAPosition() {
        int understood = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = i % 2 == 0 ? mutated() : pieced();
            try {
                understood += check(text, i % NEAREST_OF_EACH == 0) ? 1 : 0;
            } catch (RuntimeException | AssertionError e) {
                fail("With the text «" + text + "»", e);
            }
        }
        assertThat(understood)
                .as("texts understood, so that both ways were tried")
                .isBetween(TEXTS / 50, TEXTS / 2);
    }

    @ParameterizedTest
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    @ValueSource(
            strings = {
                "a",
                "a ",
                "(",
                "'a",
                "\"",
                "«",
                "*",
                "-",
                "exclude ",
                "and ",
                ",",
                "a\n",
                "Exclude devices with names a*\n",
                ".",
                "1. "
            })
    void longTextsOfOnePieceTakeLittleTime(String piece) {
        check(piece.repeat(InstructionText.LONGEST / piece.length()), true);
    }

    /** Returns whether all of it was understood and some of it says something. */
    private boolean check(String text, boolean nearest) {
        InstructionText read = InstructionText.parse(text);
        int end = 0;
        for (Sentence sentence : read.sentences()) {
            if (sentence.start() < end || sentence.end() <= sentence.start()) {
                fail("Sentences overlap: " + read.sentences());
            }
            if (!BETWEEN_SENTENCES
                    .matcher(text.substring(end, Math.min(sentence.start(), end + 60)))
                    .matches()) {
                fail("Passed over: «" + text.substring(end, sentence.start()) + "»");
            }
            end = sentence.end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
        read.problems().stream().limit(5).forEach(problem -> check(problem, nearest));
        read.instructions().stream().limit(5).forEach(InstructionFuzzTest::check);
        Criteria.of(read.instructions(), NOW, ZoneOffset.UTC).leavingOut(ASubject.device());
        return read.understood() && !read.sentences().isEmpty();
    }

    private static void check(Sentence.NotUnderstood problem, boolean nearest) {
        boolean placed = problem.start() <= problem.faultStart()
                && problem.faultStart() < problem.faultEnd()
                && problem.faultEnd() <= problem.end();
        if (!placed || problem.reason().isBlank() || problem.reason().length() > 400) {
            fail("Not a usable error: " + problem);
        }
        if (nearest) {
            assertThat(DidYouMean.nearest(problem))
                    .allSatisfy(sentence -> assertThat(
                                    InstructionText.parse(sentence).understood())
                            .as(sentence)
                            .isTrue());
        }
    }

    private static void check(Instruction instruction) {
        InstructionText again = InstructionText.parse(instruction.canonical());
        if (!again.problems().isEmpty() || !again.instructions().equals(List.of(instruction))) {
            fail("Not the same again: " + instruction.canonical());
        }
    }

    private String pieced() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(14); i >= 0; i--) {
            text.append(one(PIECES)).append(random.nextInt(8) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private String mutated() {
        StringBuilder text = new StringBuilder(one(VALID));
        if (random.nextInt(3) == 0) {
            text.append(random.nextBoolean() ? "\n" : ". ").append(one(VALID));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            mutate(text);
        }
        return text.toString();
    }

    private void mutate(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(6));
        switch (random.nextInt(5)) {
            case 0 -> text.delete(at, to);
            case 1 -> text.insert(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
            case 2 -> text.insert(at, one(PIECES));
            case 3 -> text.insert(at, text.substring(at, to));
            default -> text.insert(at, random.nextBoolean() ? " " + new UUID(random.nextLong(), 1) : ", ");
        }
        if (text.isEmpty()) {
            text.append(one(PIECES));
        }
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
