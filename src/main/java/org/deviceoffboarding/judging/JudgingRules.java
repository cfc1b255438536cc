package org.deviceoffboarding.judging;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deviceoffboarding.base.Platform;

/**
 * What an owner may decide about judging.
 *
 * @param lookBack how old a removal event may be that still explains a missing record; 1 to 365 days
 * @param silentAfter how old the last sign of life must be; not under 30 days, since Entra's timestamp can be 19 days
 *     behind
 * @param gracePeriod how long a device that this portal disabled must stay disabled and silent before it may be deleted; 1
 *     to 365 days
 * @param teamsPhones makers, each with or without the beginning of a model: {@code Yealink}, {@code Lenovo ThinkSmart}
 * @param optedIn kinds that are suggested although they are left out by default
 * @param situations those that are looked for
 * @param gracePeriods another grace period for devices of a platform, 1 to 365 days; platforms without have the usual one
 */
public record JudgingRules(
        Duration lookBack,
        Duration silentAfter,
        Duration gracePeriod,
        List<String> teamsPhones,
        Set<Kind> optedIn,
        Set<Situation> situations,
        Map<Platform, Duration> gracePeriods) {

    private static final Duration SHORTEST_SILENCE = Duration.ofDays(30);

    public JudgingRules {
        if (lookBack.compareTo(Duration.ofDays(1)) < 0 || lookBack.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException("The look-back must be 1 to 365 days, got " + lookBack.toDays());
        }
        if (silentAfter.compareTo(SHORTEST_SILENCE) < 0) {
            throw new IllegalArgumentException(
                    "A device counts as silent after 30 days at the earliest, got " + silentAfter.toDays());
        }
        requireGracePeriod(gracePeriod);
        gracePeriods.values().forEach(JudgingRules::requireGracePeriod);
        if (teamsPhones.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "An entry of the list of Teams phones is blank and would fit any device");
        }
        teamsPhones = List.copyOf(teamsPhones);
        optedIn = Set.copyOf(optedIn);
        situations = Set.copyOf(situations);
        gracePeriods = Map.copyOf(gracePeriods);
    }

    /** Returns the rules that hold until an owner changes them. */
    public static JudgingRules defaults() {
        return new JudgingRules(
                Duration.ofDays(30),
                Duration.ofDays(90),
                Duration.ofDays(30),
                List.of("Yealink", "Poly", "Polycom", "AudioCodes", "Crestron", "Lenovo ThinkSmart"),
                Set.of(),
                EnumSet.allOf(Situation.class),
                Map.of());
    }

    /** Returns these rules with another look-back. */
    public JudgingRules withLookBack(Duration value) {
        return new JudgingRules(value, silentAfter, gracePeriod, teamsPhones, optedIn, situations, gracePeriods);
    }

    /** Returns these rules with another threshold for silence. */
    public JudgingRules withSilentAfter(Duration value) {
        return new JudgingRules(lookBack, value, gracePeriod, teamsPhones, optedIn, situations, gracePeriods);
    }

    /** Returns these rules with another grace period. */
    public JudgingRules withGracePeriod(Duration value) {
        return new JudgingRules(lookBack, silentAfter, value, teamsPhones, optedIn, situations, gracePeriods);
    }

    /** Returns these rules with another list of Teams phones. */
    public JudgingRules withTeamsPhones(List<String> value) {
        return new JudgingRules(lookBack, silentAfter, gracePeriod, value, optedIn, situations, gracePeriods);
    }

    /** Returns these rules with other kinds opted in. */
    public JudgingRules withOptedIn(Set<Kind> value) {
        return new JudgingRules(lookBack, silentAfter, gracePeriod, teamsPhones, value, situations, gracePeriods);
    }

    /** Returns these rules with other situations looked for. */
    public JudgingRules withSituations(Set<Situation> value) {
        return new JudgingRules(lookBack, silentAfter, gracePeriod, teamsPhones, optedIn, value, gracePeriods);
    }

    /** Returns these rules with other grace periods for platforms of their own. */
    public JudgingRules withGracePeriods(Map<Platform, Duration> value) {
        return new JudgingRules(lookBack, silentAfter, gracePeriod, teamsPhones, optedIn, situations, value);
    }

    /** Returns the grace period of devices of a platform. */
    public Duration gracePeriodFor(Platform platform) {
        return gracePeriods.getOrDefault(platform, gracePeriod);
    }

    private static void requireGracePeriod(Duration value) {
        if (value.compareTo(Duration.ofDays(1)) < 0 || value.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException("The grace period must be 1 to 365 days, got " + value.toDays());
        }
    }
}
