package org.deviceoffboarding.instruction.effect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.deviceoffboarding.evaluation.DecisionsUnreadableException;
import org.deviceoffboarding.evaluation.Freshness;
import org.deviceoffboarding.evaluation.RunFailedException;
import org.deviceoffboarding.evaluation.RunGroups;
import org.deviceoffboarding.evaluation.RunResults;
import org.deviceoffboarding.instruction.effect.GroupCovers.Cover;
import org.deviceoffboarding.instruction.language.Instruction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is in the groups that the newest instructions name, for what waits to be approved or sent. Groups are read anew each
 * time; one of very many people takes a minute, which each batch of a request would wait for, so that what was read of such a
 * one counts for {@link #LARGE_COUNTS_FOR}.
 */
@Component
class PresentGroups {

    private static final int LARGE = 400;
    private static final Duration LARGE_COUNTS_FOR = Duration.ofMinutes(5);

    private record Reading(Cover cover, Instant at) {}

    private final RunGroups tenant;
    private final InstructionGroups groups;
    private final RunResults results;
    private final Clock clock;
    private final Map<String, Reading> large = new ConcurrentHashMap<>();

    PresentGroups(RunGroups tenant, InstructionGroups groups, RunResults results, Clock clock) {
        this.tenant = tenant;
        this.groups = groups;
        this.results = results;
        this.clock = clock;
    }

    /** @throws DecisionsUnreadableException if it can't be told who is in one of them */
    GroupCovers of(List<Instruction> instructions, Freshness freshness) {
        GroupCovers stored = freshness == Freshness.STORED ? stored(instructions) : new GroupCovers(Map.of());
        Map<String, Cover> covers = new HashMap<>(stored.groups());
        for (Instruction instruction : instructions) {
            for (String group : instruction.groups()) {
                if (!covers.containsKey(group)) {
                    covers.put(
                            group,
                            freshness == Freshness.STORED ? unread(group, instruction) : now(group, instruction));
                }
            }
        }
        return new GroupCovers(covers);
    }

    private GroupCovers stored(List<Instruction> instructions) {
        OptionalLong run = results.current();
        return run.isEmpty() ? new GroupCovers(Map.of()) : groups.known(run.getAsLong(), instructions);
    }

    private static Cover unread(String group, Instruction instruction) {
        throw new DecisionsUnreadableException(
                "The custom instruction “" + instruction.title()
                        + "” is newer than the newest run, so that nobody has read yet"
                        + " who is in the group “" + group
                        + "”. It is read when the request is approved, and again just"
                        + " before anything is sent.",
                null);
    }

    private Cover now(String group, Instruction instruction) {
        Instant now = clock.instant();
        @Nullable Reading known = large.get(group);
        if (known != null && known.at().plus(LARGE_COUNTS_FOR).isAfter(now)) {
            return known.cover();
        }
        Cover cover = read(group, instruction);
        if (cover.userNames().size() > LARGE) {
            large.put(group, new Reading(cover, now));
        } else {
            large.remove(group);
        }
        return cover;
    }

    private Cover read(String group, Instruction instruction) {
        try {
            return Cover.of(tenant.members(group));
        } catch (RunFailedException e) {
            throw new DecisionsUnreadableException(
                    "The custom instruction “" + instruction.title()
                            + "” cannot be followed, and nothing is done without it. " + e.reason()
                            + " If it is no longer needed, an owner can remove it under Settings, Instructions; then try again.",
                    e);
        }
    }
}
