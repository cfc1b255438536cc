package org.deviceoffboarding.remediation.execution;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deviceoffboarding.GeneratedPart;
import org.deviceoffboarding.task.TaskTransition;
import org.junit.jupiter.api.Test;

/** Holds {@code src/docs/transitions.md} to the two tables of transitions. */
class TransitionsDocumentTest {

    private static final String DOCUMENT = "transitions.md";

    private final List<Row> requests = Arrays.stream(RequestTransition.values())
            .map(each -> new Row(
                    each.name(),
                    each.from().stream()
                            .map(from -> new State(from.ordinal(), from.name(), from.label()))
                            .toList(),
                    new State(each.to().ordinal(), each.to().name(), each.to().label()),
                    each.who(),
                    each.stored()))
            .toList();

    private final List<Row> devices = Arrays.stream(DeviceTransition.values())
            .map(each -> new Row(
                    each.name(),
                    each.from().stream()
                            .map(from -> new State(from.ordinal(), from.name(), from.label()))
                            .toList(),
                    new State(each.to().ordinal(), each.to().name(), each.to().label()),
                    each.who(),
                    each.stored()))
            .toList();

    private final List<Row> tasks = Arrays.stream(TaskTransition.values())
            .map(each -> new Row(
                    each.name(),
                    each.from().stream()
                            .map(from -> new State(from.ordinal(), from.name(), from.label()))
                            .toList(),
                    new State(each.to().ordinal(), each.to().name(), each.to().label()),
                    each.who(),
                    each.stored()))
            .toList();

    @Test
    void theStatusesOfTasksAreDrawn() {
        new GeneratedPart(DOCUMENT, "tasks-drawn")
                .mustSay(drawn(tasks.stream()
                        .filter(row -> !TaskTransition.valueOf(row.name()).undoes())
                        .toList()));
    }

    @Test
    void theTransitionsOfTasksAreListed() {
        new GeneratedPart(DOCUMENT, "tasks-listed").mustSay(listed(tasks));
    }

    @Test
    void theStatusesOfRequestsAreDrawn() {
        new GeneratedPart(DOCUMENT, "requests-drawn").mustSay(drawn(requests));
    }

    @Test
    void theTransitionsOfRequestsAreListed() {
        new GeneratedPart(DOCUMENT, "requests-listed").mustSay(listed(requests));
    }

    @Test
    void theStatesOfDevicesAreDrawn() {
        new GeneratedPart(DOCUMENT, "devices-drawn").mustSay(drawn(devices));
    }

    @Test
    void theTransitionsOfDevicesAreListed() {
        new GeneratedPart(DOCUMENT, "devices-listed").mustSay(listed(devices));
    }

    private static List<String> drawn(List<Row> rows) {
        List<State> states = rows.stream().map(Row::to).distinct().sorted().toList();
        Stream<String> names = states.stream().map(each -> "state \"" + each.label() + "\" as " + each.name());
        Stream<String> arrows = rows.stream().flatMap(Row::arrows);
        Stream<String> ends = states.stream()
                .filter(each -> rows.stream().noneMatch(row -> row.from().contains(each)))
                .map(each -> each.name() + " --> [*]");
        List<String> lines = new ArrayList<>(List.of("```mermaid", "stateDiagram-v2"));
        Stream.of(names, arrows, ends).flatMap(Function.identity()).forEach(line -> lines.add("    " + line));
        lines.add("```");
        return lines;
    }

    private static List<String> listed(List<Row> rows) {
        List<String> lines =
                new ArrayList<>(List.of("| transition | from | to | who | what is stored |", "|---|---|---|---|---|"));
        rows.forEach(row -> lines.add("| `%s` | %s | %s | %s | %s |"
                .formatted(
                        row.name(),
                        row.from().stream().sorted().map(State::label).collect(joining(", ")),
                        row.to().label(),
                        row.who(),
                        row.stored())));
        return lines;
    }

    /** A status of a request, or a state of a device in it. */
    private record State(int ordinal, String name, String label) implements Comparable<State> {

        @Override
        public int compareTo(State other) {
            return Comparator.comparingInt(State::ordinal).compare(this, other);
        }
    }

    /** A transition of either table. */
    private record Row(String name, List<State> from, State to, String who, String stored) {

        Stream<String> arrows() {
            Stream<String> begins =
                    from.isEmpty() ? Stream.of("[*]") : from.stream().sorted().map(State::name);
            String words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
            return begins.map(begin -> begin + " --> " + to.name() + ": " + words);
        }
    }
}
