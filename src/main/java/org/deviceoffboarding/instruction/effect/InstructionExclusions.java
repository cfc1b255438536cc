package org.deviceoffboarding.instruction.effect;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deviceoffboarding.evaluation.DecisionsUnreadableException;
import org.deviceoffboarding.evaluation.Exclusion;
import org.deviceoffboarding.evaluation.Exclusions;
import org.deviceoffboarding.evaluation.Freshness;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunFailedException;
import org.deviceoffboarding.instruction.language.Criteria;
import org.deviceoffboarding.instruction.language.Instruction;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.deviceoffboarding.instruction.version.StoredInstructions;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.Judgement.LeftOut;
import org.deviceoffboarding.judging.LeftOutReason;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leaves out of a run what the instructions say that were the newest when it was requested, and of what waits what the newest say. */
@Component
@Order(50)
class InstructionExclusions implements Exclusions {

    private final StoredInstructions instructions;
    private final InstructionGroups groups;
    private final PresentGroups presentGroups;

    InstructionExclusions(StoredInstructions instructions, InstructionGroups groups, PresentGroups presentGroups) {
        this.instructions = instructions;
        this.groups = groups;
        this.presentGroups = presentGroups;
    }

    @Override
    public Exclusion prepare(Run run) {
        InstructionText text = instructions.read(run.instructionVersion());
        if (!text.understood()) {
            throw new RunFailedException(
                    "A custom instruction is not understood, and a run never carries on without it. "
                            + text.problems().getFirst().reason()
                            + " Correct it under Settings, Instructions; then run again.",
                    null);
        }
        Instant now = Objects.requireNonNull(run.readAt(), "A run has read before it judges");
        return exclusion(text.instructions(), groups.of(run, text.instructions()), now);
    }

    /** By the newest version, whichever the newest result went by. */
    @Override
    public Exclusion inForce(Instant judgedAt, Freshness freshness) {
        InstructionText text = instructions.read(instructions.newest());
        if (!text.understood()) {
            throw new DecisionsUnreadableException(
                    "A custom instruction is not understood, and nothing is done without it. "
                            + text.problems().getFirst().reason()
                            + " An owner can correct it under Settings, Instructions; then try again.",
                    null);
        }
        return exclusion(text.instructions(), presentGroups.of(text.instructions(), freshness), judgedAt);
    }

    @Override
    public String state() {
        return Long.toString(instructions.newest());
    }

    /** Returns what leaves out what instructions say, whether they are saved or not. */
    static Exclusion exclusion(List<Instruction> instructions, GroupCovers covers, Instant now) {
        Criteria criteria = Criteria.of(instructions, now, ZoneOffset.UTC);
        return (facts, flagged) -> leftOut(criteria, covers, facts, flagged, now);
    }

    private static Optional<LeftOut> leftOut(
            Criteria criteria, GroupCovers covers, DeviceFacts facts, Flagged flagged, Instant now) {
        @Nullable
        Instruction instruction = criteria.leavingOut(
                new InstructedDevice(facts, flagged.situation(), now, group -> covers.covers(group, facts)));
        return Optional.ofNullable(instruction).map(leaving -> leftOut(leaving, flagged));
    }

    private static LeftOut leftOut(Instruction instruction, Flagged flagged) {
        String title = instruction.title();
        return new LeftOut(
                LeftOutReason.INSTRUCTION,
                flagged.situation(),
                "Custom instruction: “" + title + "”.",
                flagged.kind().group(),
                title);
    }
}
