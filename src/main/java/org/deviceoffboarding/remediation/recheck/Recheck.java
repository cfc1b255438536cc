package org.deviceoffboarding.remediation.recheck;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What became of the devices of a request that nothing was sent for yet, by all that is in force at one moment.
 *
 * @param flagged those that are flagged as they were, and would be acted on
 * @param leftAlone those that are no longer, each with why
 * @param undecided why it can't be told, and what to do; empty if it can
 * @param awaitsRun whether that is since there is no agent, or no run has read the tenant as it, so that nobody can approve the request
 */
public record Recheck(List<StillFlagged> flagged, List<LeftAlone> leftAlone, String undecided, boolean awaitsRun) {

    /** Where nothing is taken away, no decision of an owner speaks against it. */
    public static final Recheck NONE = new Recheck(List.of(), List.of(), "", false);

    public Recheck {
        flagged = flagged.stream()
                .sorted(Comparator.comparing(StillFlagged::name))
                .toList();
        leftAlone =
                leftAlone.stream().sorted(Comparator.comparing(LeftAlone::name)).toList();
    }

    /** Returns that nobody can tell. */
    static Recheck undecided(String reason) {
        return new Recheck(List.of(), List.of(), reason, false);
    }

    /** Returns that nobody can tell before a run has read the tenant as the agent. */
    static Recheck awaiting(String reason) {
        return new Recheck(List.of(), List.of(), reason, true);
    }

    /** A device that would be acted on. */
    public record StillFlagged(UUID objectId, String name) {}

    /** A device that would be left alone, and why, as sentences for people. */
    public record LeftAlone(UUID objectId, String name, String reason) {}

    /** Returns how many devices there are of both sorts. */
    public int devices() {
        return flagged.size() + leftAlone.size();
    }

    /** Returns which devices would be left alone. */
    public Set<UUID> leftAloneIds() {
        return leftAlone.stream().map(LeftAlone::objectId).collect(Collectors.toSet());
    }

    /** Returns why each device would be left alone, by its object ID. */
    public Map<UUID, String> reasons() {
        return leftAlone.stream().collect(Collectors.toMap(LeftAlone::objectId, LeftAlone::reason));
    }
}
