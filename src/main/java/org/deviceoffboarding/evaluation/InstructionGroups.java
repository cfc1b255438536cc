package org.deviceoffboarding.evaluation;

import java.util.List;
import org.deviceoffboarding.instruction.Instruction;
import org.springframework.stereotype.Component;

/** Reads who is in the Entra groups that instructions name, once for each run. */
@Component
class InstructionGroups {

    /**
     * Returns what the groups cover.
     *
     * @throws RunFailedException if a group cannot be read: a run never carries on without it
     */
    GroupCovers of(Run run, List<Instruction> instructions) {
        List<String> named = instructions.stream()
                .flatMap(instruction -> instruction.groups().stream())
                .distinct()
                .toList();
        if (!named.isEmpty()) {
            throw new RunFailedException(
                    "Custom instructions name the Entra group “" + named.getFirst()
                            + "”, and this version of the portal cannot read groups for instructions yet. Remove the sentence under"
                            + " Settings, Instructions; then run again.",
                    null);
        }
        return GroupCovers.NONE;
    }

    /** Returns what was read for a run. */
    GroupCovers known(long runId) {
        return GroupCovers.NONE;
    }
}
