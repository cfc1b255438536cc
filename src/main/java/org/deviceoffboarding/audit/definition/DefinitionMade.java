package org.deviceoffboarding.audit.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the migrations made, as a test writes it down: a line for each thing, its parts with tabs between. */
final class DefinitionMade {

    static final String RESOURCE = "log-definition.txt";

    static final SortedMap<DefinedThing, String> MADE = read();

    private static final int PARTS = 4;

    private DefinitionMade() {}

    /** Returns how it is written down. */
    static List<String> lines(SortedMap<DefinedThing, String> things) {
        return things.entrySet().stream()
                .map(each -> String.join(
                        "\t",
                        each.getKey().of(),
                        each.getKey().kind(),
                        each.getKey().name(),
                        each.getValue()))
                .toList();
    }

    private static SortedMap<DefinedThing, String> read() {
        SortedMap<DefinedThing, String> made = new TreeMap<>();
        try (InputStream resource = DefinitionMade.class.getResourceAsStream(RESOURCE)) {
            String text = new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().map(line -> line.split("\t", PARTS)).forEach(part -> {
                made.put(new DefinedThing(part[0], part[1], part[2]), part[3]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableSortedMap(made);
    }
}
