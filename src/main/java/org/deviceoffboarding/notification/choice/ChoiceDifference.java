package org.deviceoffboarding.notification.choice;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deviceoffboarding.notification.NoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * What is another one between two choices, for people.
 *
 * @param what the kind of notice, or what of the timing
 */
public record ChoiceDifference(String what, String was, String became) {

    /** Returns all that differs, in the order of the page. */
    public static List<ChoiceDifference> of(NoticeChoices before, NoticeChoices after) {
        List<ChoiceDifference> all = new ArrayList<>();
        Arrays.stream(NoticeKind.values())
                .forEach(kind -> add(
                        all,
                        kind.label(),
                        before.way(kind).label(),
                        after.way(kind).label()));
        NoticeTiming was = before.timing();
        NoticeTiming became = after.timing();
        add(all, "Mail comes", rhythm(was.digestAt()), rhythm(became.digestAt()));
        add(all, "Quiet hours", quiet(was), quiet(became));
        add(all, "Time zone", zone(was.zone()), zone(became.zone()));
        return List.copyOf(all);
    }

    private static void add(List<ChoiceDifference> all, String what, String was, String became) {
        if (!was.equals(became)) {
            all.add(new ChoiceDifference(what, was, became));
        }
    }

    private static String rhythm(@Nullable LocalTime digestAt) {
        return digestAt == null ? "at once" : "once a day, at " + digestAt;
    }

    private static String quiet(NoticeTiming timing) {
        return timing.quietFrom() == null ? "none" : timing.quietFrom() + " to " + timing.quietUntil();
    }

    private static String zone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
