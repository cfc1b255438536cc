package org.deviceoffboarding.instruction.effect;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.FlaggedInventory;
import org.deviceoffboarding.instruction.language.Instruction;
import org.springframework.stereotype.Component;

/** Tries instructions on the present inventory, on whatever thread asks for it: not secured, pages go by what they show. */
@Component
public class InstructionPreviews {

    private final FlaggedDevices results;
    private final FlaggedInventory flagged;
    private final InstructionGroups groups;
    private final Clock clock;

    InstructionPreviews(FlaggedDevices results, FlaggedInventory flagged, InstructionGroups groups, Clock clock) {
        this.results = results;
        this.flagged = flagged;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * Counts what instructions would leave out. Reads devices a page at a time, and holds no connection in between.
     *
     * @param abandoned tells that nobody waits for the answer any more
     * @return nothing before the first completed run, or if it was abandoned
     */
    public Optional<InstructionPreview> of(List<Instruction> instructions, BooleanSupplier abandoned) {
        return results.result().flatMap(run -> of(run.id(), instructions, abandoned));
    }

    private Optional<InstructionPreview> of(long runId, List<Instruction> instructions, BooleanSupplier abandoned) {
        Instant now = clock.instant();
        GroupCovers covers = groups.known(runId);
        PreviewCount count = new PreviewCount(instructions, now);
        boolean whole = flagged.forEach(
                runId,
                abandoned,
                (facts, situation) ->
                        count.add(new InstructedDevice(facts, situation, now, group -> covers.covers(group, facts))));
        return whole ? Optional.of(count.preview(runId)) : Optional.empty();
    }
}
