package org.deviceoffboarding.demotenant.graph.odata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a filter can ask. */
public enum Operator {
    EQ,
    NE,
    GT,
    GE,
    LT,
    LE,
    IN,
    STARTSWITH,
    ENDSWITH,
    CONTAINS;

    /** Finds the operator that a word of a filter means. */
    static Optional<Operator> of(String word) {
        return Arrays.stream(values())
                .filter(operator -> operator.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Returns whether Entra answers it only to those who accept eventual consistency. */
    boolean isAdvanced() {
        return this == NE || this == ENDSWITH;
    }
}
