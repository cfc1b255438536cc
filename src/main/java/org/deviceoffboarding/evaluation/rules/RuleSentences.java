package org.deviceoffboarding.evaluation.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;

/** Says for people how rules differ, such that an owner can decide by it: what is to hold, and what held before. Pure. */
final class RuleSentences {

    private final JudgingRules before;
    private final JudgingRules now;
    private final List<String> sentences = new ArrayList<>();

    private RuleSentences(JudgingRules before, JudgingRules now) {
        this.before = before;
        this.now = now;
    }

    /** Returns each difference, for the middle of a sentence; nothing where all is the same. */
    static List<String> of(JudgingRules before, JudgingRules now) {
        return new RuleSentences(before, now).all();
    }

    private List<String> all() {
        span("look-back: ", before.lookBack(), now.lookBack());
        span("a device counts as silent after ", before.silentAfter(), now.silentAfter());
        span("grace period: ", before.gracePeriod(), now.gracePeriod());
        Stream.of(Platform.values()).forEach(this::gracePeriod);
        items("situations no longer looked for: ", labels(missing(before.situations(), now.situations())));
        items("situations looked for now: ", labels(missing(now.situations(), before.situations())));
        kinds(missing(now.optedIn(), before.optedIn()), " are suggested (were protected)");
        kinds(missing(before.optedIn(), now.optedIn()), " are protected (were suggested)");
        teamsPhones();
        return List.copyOf(sentences);
    }

    private void span(String what, Duration was, Duration is) {
        if (!was.equals(is)) {
            sentences.add(what + days(is) + " (was " + days(was) + ")");
        }
    }

    private void gracePeriod(Platform platform) {
        @Nullable Duration was = before.gracePeriods().get(platform);
        @Nullable Duration is = now.gracePeriods().get(platform);
        if (was == null ? is != null : !was.equals(is)) {
            String devices = platform == Platform.OTHER ? "devices of other platforms" : platform.label() + " devices";
            sentences.add("grace period of " + devices + ": " + gracePeriod(now, platform) + " (was "
                    + gracePeriod(before, platform) + ")");
        }
    }

    private static String gracePeriod(JudgingRules rules, Platform platform) {
        return days(rules.gracePeriodFor(platform))
                + (rules.gracePeriods().containsKey(platform) ? "" : ", as for all others");
    }

    private void kinds(Set<Kind> kinds, String what) {
        kinds.stream().sorted().forEach(kind -> sentences.add(many(kind) + what));
    }

    private void teamsPhones() {
        List<String> were = before.teamsPhones();
        List<String> are = now.teamsPhones();
        List<String> off = were.stream().filter(each -> !are.contains(each)).toList();
        List<String> on = are.stream().filter(each -> !were.contains(each)).toList();
        items("taken off the list of Teams phones: ", off);
        items("put on the list of Teams phones: ", on);
        if (off.isEmpty() && on.isEmpty() && !were.equals(are)) {
            sentences.add("the list of Teams phones is in another order");
        }
    }

    private void items(String what, Collection<String> items) {
        if (!items.isEmpty()) {
            sentences.add(what + String.join(", ", items));
        }
    }

    private static List<String> labels(Set<Situation> situations) {
        return situations.stream().sorted().map(Situation::label).toList();
    }

    private static <T> Set<T> missing(Set<T> from, Set<T> other) {
        Set<T> missing = new HashSet<>(from);
        missing.removeAll(other);
        return missing;
    }

    private static String many(Kind kind) {
        return switch (kind) {
            case PRINTER -> "printers";
            case SECURE_VM -> "secure VMs";
            case IOT -> "IoT devices";
            case SHARED -> "shared devices";
            case TEAMS_PHONE -> "Teams phones";
            case CLOUD_PC -> "Cloud PCs";
            case HYBRID, AUTOPILOT, CO_MANAGED, ORDINARY -> "devices of the kind " + kind.label();
        };
    }

    private static String days(Duration span) {
        return span.toDays() == 1 ? "1 day" : span.toDays() + " days";
    }
}
