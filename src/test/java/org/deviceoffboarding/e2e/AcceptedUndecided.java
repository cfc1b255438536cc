package org.deviceoffboarding.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What axe-core cannot decide and a person did, of {@code accepted-undecided.txt}: a line each, of page, rule, kind and why it
 * is good. The list only shrinks: whatever is not in it fails, and so does a line of it that no longer occurs anywhere. A page
 * of {@code *} stands for every page, and a kind of a word and {@code *} for whatever axe-core could not decide about for that reason.
 */
final class AcceptedUndecided {

    private static final Path FILE = Path.of("src", "test", "resources", "accepted-undecided.txt");
    private static final String ALL = "*";

    private final Map<String, String> reasons;

    private AcceptedUndecided(Map<String, String> reasons) {
        this.reasons = reasons;
    }

    static AcceptedUndecided read() {
        try {
            Map<String, String> reasons = new LinkedHashMap<>();
            for (String line : Files.readAllLines(FILE)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    List<String> parts = List.of(line.split(" \\| "));
                    if (parts.size() != 4) {
                        throw new IllegalStateException("Not 'page | rule | kind | why': " + line);
                    }
                    reasons.put(String.join(" | ", parts.subList(0, 3)), parts.get(3));
                }
            }
            return new AcceptedUndecided(reasons);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns why it is good, or nothing where nobody said so. */
    String reason(Undecided undecided) {
        return reasons.getOrDefault(line(undecided), "");
    }

    boolean accepts(Undecided undecided) {
        return reasons.containsKey(line(undecided));
    }

    /** Returns the lines that none of what was found everywhere needs. */
    List<String> unneeded(Collection<Undecided> found) {
        var needed = found.stream().map(this::line).collect(Collectors.toSet());
        return reasons.keySet().stream().filter(line -> !needed.contains(line)).toList();
    }

    private String line(Undecided undecided) {
        String why = undecided.kind().split(" ")[0] + " " + ALL;
        return Stream.of(ALL, undecided.page())
                .flatMap(page ->
                        Stream.of(undecided.kind(), why).map(kind -> String.join(" | ", page, undecided.rule(), kind)))
                .filter(reasons::containsKey)
                .findFirst()
                .orElseGet(undecided::line);
    }
}
