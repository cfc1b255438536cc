package org.deviceoffboarding.evaluation.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;

/**
 * What of a change holds at once: all but what loosens a safeguard, which is a shorter silence or grace period, a protected
 * kind that is opted in, and a Teams phone that is no longer known as one. Pure.
 */
final class Tightening {

    private Tightening() {}

    /** Returns what is wanted, except that what would loosen a safeguard is as before. */
    static JudgingRules of(JudgingRules before, JudgingRules wanted) {
        Duration gracePeriod = longer(before.gracePeriod(), wanted.gracePeriod());
        return wanted.withSilentAfter(longer(before.silentAfter(), wanted.silentAfter()))
                .withGracePeriod(gracePeriod)
                .withGracePeriods(gracePeriods(before, wanted, gracePeriod))
                .withOptedIn(inBoth(before.optedIn(), wanted.optedIn()))
                .withTeamsPhones(all(wanted.teamsPhones(), before.teamsPhones()));
    }

    private static Map<Platform, Duration> gracePeriods(JudgingRules before, JudgingRules wanted, Duration usual) {
        Map<Platform, Duration> periods = new EnumMap<>(Platform.class);
        for (Platform platform : Platform.values()) {
            Duration held = longer(before.gracePeriodFor(platform), wanted.gracePeriodFor(platform));
            if (!held.equals(usual) || held.equals(wanted.gracePeriods().get(platform))) {
                periods.put(platform, held);
            }
        }
        return periods;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Set<Kind> inBoth(Set<Kind> one, Set<Kind> other) {
        Set<Kind> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static List<String> all(List<String> first, List<String> more) {
        if (more.containsAll(first) && !first.containsAll(more)) {
            return more; // nothing is put on the list, so that it stays as it is
        }
        List<String> all = new ArrayList<>(first);
        more.stream().filter(each -> !first.contains(each)).forEach(all::add);
        return all;
    }
}
