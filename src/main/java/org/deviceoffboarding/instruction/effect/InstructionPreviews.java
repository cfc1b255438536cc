package org.deviceoffboarding.instruction.effect;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.FlaggedInventory;
import org.deviceoffboarding.evaluation.Run;
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

    /** Returns on about how many devices, or fewer, instructions are tried. */
    public long looksAt() {
        return results.result().map(InstructionPreviews::devices).orElse(0L);
    }

    private static long devices(Run run) {
        return (long) run.flagged() + run.leftOut();
    }

    /**
     * Counts what instructions would leave out. Reads devices a page at a time, and holds no connection in between.
     *
     * @param apart whether to count each by itself, too, which takes as long again for each
     * @return nothing before the first completed run
     * @throws java.util.concurrent.CancellationException if nobody waits for it any more
     */
    public Optional<InstructionPreview> of(List<Instruction> instructions, boolean apart, Progress progress) {
        return results.result().map(run -> of(run, instructions, apart, progress));
    }

    private InstructionPreview of(Run run, List<Instruction> instructions, boolean apart, Progress progress) {
        Instant now = clock.instant();
        long all = devices(run);
        progress.at(0, all); // before groups are read, which may be large
        GroupCovers covers = groups.known(run.id(), instructions);
        PreviewCount count = new PreviewCount(instructions, apart, now);
        flagged.forEach(
                run.id(),
                () -> isAbandoned(progress, count.flagged(), all),
                (facts, situation) ->
                        count.add(new InstructedDevice(facts, situation, now, group -> covers.covers(group, facts))));
        return count.preview(run.id());
    }

    /** Who no longer waits makes the progress throw. */
    private static boolean isAbandoned(Progress progress, long done, long all) {
        progress.at(Math.min(done, all), all);
        return false;
    }
}
