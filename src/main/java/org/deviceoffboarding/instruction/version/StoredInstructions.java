package org.deviceoffboarding.instruction.version;

import org.deviceoffboarding.evaluation.RunInstructions;
import org.deviceoffboarding.evaluation.RunRefusedException;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.springframework.stereotype.Component;

/** The versions of the instructions that runs go by. For jobs, too: asks for no role. */
@Component
public class StoredInstructions implements RunInstructions {

    private final InstructionRepository instructions;

    StoredInstructions(InstructionRepository instructions) {
        this.instructions = instructions;
    }

    @Override
    public long newest() {
        return instructions.newest().version();
    }

    /**
     * Reads a version; 0 is what there is before the first.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such version
     */
    public InstructionText read(long version) {
        return InstructionText.parse(instructions.get(version).text());
    }

    /** What was saved was understood; a later version of the portal could read it in another way. */
    @Override
    public void requireUnderstood(long version) {
        InstructionText text = read(version);
        if (!text.understood()) {
            throw new RunRefusedException(
                    "No run was started, since a custom instruction is not understood; an owner can correct it under Settings,"
                            + " Instructions. "
                            + text.problems().getFirst().reason());
        }
    }
}
