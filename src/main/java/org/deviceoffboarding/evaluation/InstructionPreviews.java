package org.deviceoffboarding.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.deviceoffboarding.evaluation.FlaggedRepository.FlaggedDevice;
import org.deviceoffboarding.instruction.Instruction;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.springframework.stereotype.Component;

/** Tries instructions on the present inventory, on whatever thread asks for it: not secured, pages go by what they show. */
@Component
public class InstructionPreviews {

    private static final int AT_ONCE = 2_000;

    private final RunRepository runs;
    private final FlaggedRepository flagged;
    private final RunInventory inventory;
    private final InstructionGroups groups;
    private final Clock clock;

    InstructionPreviews(
            RunRepository runs,
            FlaggedRepository flagged,
            RunInventory inventory,
            InstructionGroups groups,
            Clock clock) {
        this.runs = runs;
        this.flagged = flagged;
        this.inventory = inventory;
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
        Optional<Run> run = runs.newest(RunStatus.COMPLETED);
        return run.isEmpty() ? Optional.empty() : of(run.get(), instructions, abandoned);
    }

    private Optional<InstructionPreview> of(Run run, List<Instruction> instructions, BooleanSupplier abandoned) {
        Instant now = clock.instant();
        GroupCovers covers = groups.known(run.id());
        PreviewCount count = new PreviewCount(instructions, now);
        UUID last = null;
        while (!abandoned.getAsBoolean()) {
            List<FlaggedDevice> page = flagged.page(run.id(), last, AT_ONCE);
            count(run, page, count, now, covers);
            if (page.size() < AT_ONCE) {
                return Optional.of(count.preview(run.id()));
            }
            last = page.getLast().objectId();
        }
        return Optional.empty();
    }

    private void count(Run run, List<FlaggedDevice> page, PreviewCount count, Instant now, GroupCovers covers) {
        Map<UUID, Situation> situations =
                page.stream().collect(Collectors.toMap(FlaggedDevice::objectId, FlaggedDevice::situation));
        for (DeviceFacts facts : inventory.facts(run.id(), situations.keySet())) {
            Situation situation = situations.get(facts.entra().objectId());
            if (situation != null) {
                count.add(new InstructedDevice(facts, situation, now, group -> covers.covers(group, facts)));
            }
        }
    }
}
