package org.deviceoffboarding.instruction.language;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Source;

/** The bounds in time of all instructions that go by one record of activity. */
final class TimeTable implements Matcher {

    private final Source source;
    private Instant[] from = new Instant[0];
    private Instant[] before = new Instant[0];
    private int[] positions = new int[0];

    TimeTable(Source source) {
        this.source = source;
    }

    void add(Criterion.Activity activity, int position, Instant now, ZoneId zone) {
        Instant start = activity.moment().from(now, zone);
        Instant end = activity.moment().to(now, zone);
        switch (activity.comparison()) {
            case AFTER -> add(end, Instant.MAX, position);
            case ON_OR_AFTER -> add(start, Instant.MAX, position);
            case BEFORE -> add(Instant.MIN, start, position);
            case ON_OR_BEFORE -> add(Instant.MIN, end, position);
        }
    }

    /** One whose times lie within those of an instruction before it never is the first. */
    private void add(Instant start, Instant end, int position) {
        for (int i = 0; i < positions.length; i++) {
            if (!start.isBefore(from[i]) && !end.isAfter(before[i])) {
                return;
            }
        }
        int last = positions.length;
        from = Arrays.copyOf(from, last + 1);
        before = Arrays.copyOf(before, last + 1);
        positions = Arrays.copyOf(positions, last + 1);
        from[last] = start;
        before[last] = end;
        positions[last] = position;
    }

    @Override
    public int first(Subject device) {
        Instant activity = device.lastActivity(source);
        if (activity == null) {
            return Integer.MAX_VALUE; // unknown is neither before nor after anything
        }
        for (int i = 0; i < positions.length; i++) {
            if (!activity.isBefore(from[i]) && activity.isBefore(before[i])) {
                return positions[i];
            }
        }
        return Integer.MAX_VALUE;
    }
}
