package org.deviceoffboarding.ask.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.jspecify.annotations.Nullable;

/** The prompts of the corpora that are understood rightly and wholly; those that were held out are not among them. */
final class KnownPrompts {

    private static final List<String> FILES = List.of(
            "known.tsv",
            "further.tsv",
            "fourth.tsv",
            "fifth.tsv",
            "sixth.tsv",
            "seventh.tsv",
            "eighth.tsv",
            "ninth.tsv");

    /** One of them, and the question before it. */
    record Prompt(String text, Question meaning, @Nullable Question before) {}

    private KnownPrompts() {}

    /** Returns those among every fifth of all, the same ones each time. */
    static List<Prompt> fifthUnderstoodBy(Interpreter interpreter) {
        return everyFifth(FILES.stream().flatMap(KnownPrompts::lines).toList())
                .map(line -> line.split("\t", -1))
                .filter(fields -> !fields[1].isBlank() && (fields.length < 3 || fields[2].isBlank()))
                .map(fields -> new Prompt(
                        fields[0],
                        CorpusNotation.parse(fields[1]),
                        fields.length < 4 || fields[3].isBlank() ? null : CorpusNotation.parse(fields[3])))
                .filter(prompt -> {
                    var understood = interpreter.interpret(prompt.text(), prompt.before());
                    return understood.missed().isEmpty() && Meaning.same(prompt.meaning(), understood.question());
                })
                .toList();
    }

    /** Returns the first of each five. */
    static <T> Stream<T> everyFifth(List<T> all) {
        return IntStream.range(0, all.size()).filter(i -> i % 5 == 0).mapToObj(all::get);
    }

    private static Stream<String> lines(String file) {
        try (InputStream stream = KnownPrompts.class.getResourceAsStream("/ask/" + file)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
