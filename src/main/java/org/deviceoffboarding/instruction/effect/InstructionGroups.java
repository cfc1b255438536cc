package org.deviceoffboarding.instruction.effect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.evaluation.ResultReplaced;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunFailedException;
import org.deviceoffboarding.evaluation.RunGroups;
import org.deviceoffboarding.instruction.effect.GroupCovers.Cover;
import org.deviceoffboarding.instruction.language.Instruction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads who is in the Entra groups that instructions name, once for each run, so that a restart goes by the same. */
@Component
class InstructionGroups {

    private final RunGroups tenant;
    private final InstructionGroupRepository groups;
    private final TransactionTemplate transactions;

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
        Map<String, Cover> covers = new HashMap<>(groups.of(run.id()));
        for (Instruction instruction : instructions) {
            for (String group : instruction.groups()) {
                covers.computeIfAbsent(group, named -> read(run, named, instruction));
            }
        }
        return new GroupCovers(covers);
    }

    /** Returns what was read for a run. */
    GroupCovers known(long runId) {
        return new GroupCovers(groups.of(runId));
    }

    /** What earlier runs read is of no more use once there is a newer result. */
    @EventListener
    void on(ResultReplaced event) {
        groups.forgetBefore(event.runId());
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
