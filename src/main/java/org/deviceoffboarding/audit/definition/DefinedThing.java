package org.deviceoffboarding.audit.definition;

import java.util.Comparator;

/**
 * Something that is made by a definition, such as a column, a trigger or an operator.
 *
 * @param of the table that it belongs to; empty where it belongs to none
 * @param kind what it is, in a word or a few
 * @param name empty where a table has at most one
 */
record DefinedThing(String of, String kind, String name) implements Comparable<DefinedThing> {

    private static final Comparator<DefinedThing> ORDER = Comparator.comparing(DefinedThing::of)
            .thenComparing(DefinedThing::kind)
            .thenComparing(DefinedThing::name);

    /** More of a definition is not said. */
    private static final int SHOWN = 300;

    @Override
    public int compareTo(DefinedThing other) {
        return ORDER.compare(this, other);
    }

    /** Returns whether searches go by it. */
    boolean isOfSearch() {
        return of.equals("audit_entry") && name.equals("words")
                || of.isEmpty() && (name.startsWith("audit_words(") || name.startsWith("audit_search("));
    }

    /** Returns that no migration made it, in a sentence. */
    String isThere(String definition) {
        return "%s has %s, which no migration made%s.".formatted(place(), called(), shown(definition));
    }

    /** Returns that it is not there any more, in a sentence. */
    String isMissing() {
        return "%s lacks %s, which the migrations made.".formatted(place(), called());
    }

    /** Returns that it is another, in a sentence. */
    String isOther(String definition, String made) {
        return "%s has %s otherwise than the migrations made it%s.%s"
                .formatted(
                        place(), called(), shown(definition), made.isEmpty() ? "" : " They made" + shown(made) + ".");
    }

    private String place() {
        return of.isEmpty() ? "The database" : "The table " + of;
    }

    private String called() {
        return name.isEmpty() ? kind : "the %s '%s'".formatted(kind, name);
    }

    private static String shown(String definition) {
        if (definition.isEmpty()) {
            return "";
        }
        return ": " + (definition.length() > SHOWN ? definition.substring(0, SHOWN) + "…" : definition);
    }
}
