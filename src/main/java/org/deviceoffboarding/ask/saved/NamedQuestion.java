package org.deviceoffboarding.ask.saved;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;

/**
 * A question that somebody gave a name, to ask it again.
 *
 * @param shared whether everybody sees it, or the one who made it
 * @param question in the one wording that is read back to the same question
 * @param version rises with every change; a change made from an older version is refused
 */
public record NamedQuestion(
        long id,
        String name,
        boolean shared,
        Actor madeBy,
        Actor changedBy,
        Instant changedAt,
        String question,
        long version) {

    /** The longest name. */
    public static final int LONGEST_NAME = 80;

    /** The longest wording. */
    public static final int LONGEST_QUESTION = 4_000;

    /** How many a person can have, and how many can be shared. */
    public static final int MOST = 50;
}
