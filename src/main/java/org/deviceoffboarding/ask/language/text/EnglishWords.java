package org.deviceoffboarding.ask.language.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that somebody can well mean as they stand, although the language has one that is written nearly so: "stable" is not "stale",
 * and the usual names of makers, people and departments are none of its words.
 */
public final class EnglishWords {

    private static final Set<String> WORDS = Stream.of("english-words.txt", "usual-names.txt")
            .flatMap(EnglishWords::read)
            .collect(Collectors.toUnmodifiableSet());

    private EnglishWords() {}

    /** Returns whether a word, in small letters, is one of them. */
    public static boolean has(String word) {
        return WORDS.contains(word);
    }

    private static Stream<String> read(String name) {
        try (InputStream file = Objects.requireNonNull(EnglishWords.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
