package org.deviceoffboarding.audit.reading;

import java.util.List;

/**
 * Up to where the log went at a moment. It tells what came later from what was there, also where an entry of before is committed late, or
 * gets its number late.
 *
 * @param sealed the last number that was given
 * @param passed entries of an ID up to this one count as there: too many waited to know each
 * @param waiting the IDs of those behind it that waited for their numbers
 */
public record LogEnd(long sealed, long passed, List<Long> waiting) {

    public LogEnd {
        waiting = List.copyOf(waiting);
    }
}
