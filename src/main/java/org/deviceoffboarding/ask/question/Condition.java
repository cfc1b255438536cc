package org.deviceoffboarding.ask.question;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;

/** Which devices are meant: criteria, joined by "and", "or" and "not". */
public sealed interface Condition {

    /**
     * All of them hold.
     *
     * @param parts at least two
     */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /**
     * At least one of them holds.
     *
     * @param parts at least two
     */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** The part does not hold; where nothing is known that could hold, it does not. */
    record Not(Condition part) implements Condition {}

    /** A criterion holds. */
    record Is(Criterion criterion) implements Condition {}

    /**
     * Returns the condition that holds where all of some do, without needless levels.
     *
     * @param parts at least one
     */
    static Condition all(List<Condition> parts) {
        List<Condition> flat = new ArrayList<>();
        for (Condition part : parts) {
            add(flat, part instanceof All(List<Condition> inner) ? inner : List.of(part));
        }
        return flat.size() == 1 ? flat.getFirst() : new All(flat);
    }

    /**
     * Returns the condition that holds where any of some does, without needless levels.
     *
     * @param parts at least one
     */
    static Condition any(List<Condition> parts) {
        List<Condition> flat = new ArrayList<>();
        for (Condition part : parts) {
            add(flat, part instanceof Any(List<Condition> inner) ? inner : List.of(part));
        }
        return flat.size() == 1 ? flat.getFirst() : new Any(flat);
    }

    /** Returns the condition that holds where another does not; of two values a device that has not the one has the other. */
    static Condition not(Condition part) {
        return switch (part) {
            case Not(Condition inner) -> inner;
            case Is(Criterion.Choices(ConditionType type, List<Choice> choices))
            when choices.size() == 1 ->
                choices.getFirst()
                        .opposite()
                        .<Condition>map(other -> new Is(new Criterion.Choices(type, List.of(other))))
                        .orElseGet(() -> new Not(part));
            case All _, Any _, Is _ -> new Not(part);
        };
    }

    /** Returns the same condition without needless levels and repetitions. */
    default Condition normal() {
        return switch (this) {
            case All(List<Condition> parts) ->
                all(parts.stream().map(Condition::normal).toList());
            case Any(List<Condition> parts) ->
                any(parts.stream().map(Condition::normal).toList());
            case Not(Condition part) -> not(part.normal());
            case Is is -> is;
        };
    }

    /** Returns the criteria in it, in order, those within "not" too. */
    default List<Criterion> criteria() {
        return switch (this) {
            case All(List<Condition> parts) ->
                parts.stream().flatMap(part -> part.criteria().stream()).toList();
            case Any(List<Condition> parts) ->
                parts.stream().flatMap(part -> part.criteria().stream()).toList();
            case Not(Condition part) -> part.criteria();
            case Is(Criterion criterion) -> List.of(criterion);
        };
    }

    private static void add(List<Condition> flat, List<Condition> parts) {
        parts.stream().filter(part -> !flat.contains(part)).forEach(flat::add);
    }
}
