package org.deviceoffboarding.ask.language.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that somebody can well mean as they stand, although the language has one that is written nearly so: "stable" is not "stale". */
public final class EnglishWords {

    private static final Set<String> WORDS = read();

    private EnglishWords() {}

    /** Returns whether a word, in small letters, is one of them. */
    public static boolean has(String word) {
        return WORDS.contains(word);
    }

    private static Set<String> read() {
        try (InputStream file = Objects.requireNonNull(EnglishWords.class.getResourceAsStream("english-words.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
