package org.deviceoffboarding.instruction.effect;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.deviceoffboarding.evaluation.ResultReplaced;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunFailedException;
import org.deviceoffboarding.evaluation.RunGroups;
import org.deviceoffboarding.instruction.effect.GroupCovers.Cover;
import org.deviceoffboarding.instruction.language.Instruction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads who is in the Entra groups that instructions name, once for each run, so that a restart goes by the same. What was read of a group
 * can be a million devices: it is in memory once, for all who look at it, and goes where memory is short.
 */
@Component
class InstructionGroups {

    /** @param stamp of the reading */
    private record Kept(long runId, String stamp, SoftReference<Cover> cover) {

        @Nullable
        Cover ifOf(long run, String reading) {
            return run == runId && reading.equals(stamp) ? cover.get() : null;
        }
    }

    private final RunGroups tenant;
    private final InstructionGroupRepository groups;
    private final TransactionTemplate transactions;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    InstructionGroups(RunGroups tenant, InstructionGroupRepository groups, TransactionTemplate transactions) {
        this.tenant = tenant;
        this.groups = groups;
        this.transactions = transactions;
    }

    /**
     * Returns what the groups cover.
     *
     * @throws RunFailedException if a group cannot be read whole: a run never carries on without it
     */
    GroupCovers of(Run run, List<Instruction> instructions) {
        Map<String, Cover> covers = new HashMap<>(known(run.id(), instructions).groups());
        for (Instruction instruction : instructions) {
            for (String group : instruction.groups()) {
                covers.computeIfAbsent(group, named -> read(run, named, instruction));
            }
        }
        return new GroupCovers(covers);
    }

    /** Returns what was read for a run of the groups that instructions name; of the others nothing is. */
    GroupCovers known(long runId, List<Instruction> instructions) {
        Set<String> names = instructions.stream()
                .flatMap(instruction -> instruction.groups().stream())
                .collect(Collectors.toSet());
        Map<String, Cover> covers = new HashMap<>();
        if (!names.isEmpty()) {
            groups.stamps(runId, names).forEach((name, stamp) -> covers.put(name, cover(runId, name, stamp)));
        }
        return new GroupCovers(covers);
    }

    /** One after the other: each of those who wait finds it there. */
    private synchronized Cover cover(long runId, String name, String stamp) {
        Kept known = kept.get(name);
        Cover cover = known == null ? null : known.ifOf(runId, stamp);
        if (cover == null) {
            cover = Objects.requireNonNull(transactions.execute(transaction -> groups.cover(runId, name)));
            kept.put(name, new Kept(runId, stamp, new SoftReference<>(cover)));
        }
        return cover;
    }

    /** What earlier runs read is of no more use once there is a newer result. */
    @EventListener
    void on(ResultReplaced event) {
        groups.forgetBefore(event.runId());
        kept.clear();
    }

    private Cover read(Run run, String group, Instruction instruction) {
        Cover cover = cover(group, instruction);
        transactions.executeWithoutResult(transaction -> groups.add(run.id(), group, cover));
        return cover;
    }

    private Cover cover(String group, Instruction instruction) {
        try {
            return Cover.of(tenant.members(group));
        } catch (RunFailedException e) {
            throw new RunFailedException(
                    "The custom instruction “" + instruction.title()
                            + "” cannot be followed, and a run never carries on without it. " + e.reason()
                            + " If it is no longer needed, remove it under Settings, Instructions; then run again.",
                    e);
        }
    }
}
