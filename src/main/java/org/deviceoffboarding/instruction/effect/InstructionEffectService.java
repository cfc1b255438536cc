package org.deviceoffboarding.instruction.effect;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.Freshness;
import org.deviceoffboarding.evaluation.PresentJudging;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.effect.AffectedDevice;
import org.deviceoffboarding.evaluation.effect.AffectedPart;
import org.deviceoffboarding.evaluation.effect.EffectDevices;
import org.deviceoffboarding.evaluation.effect.EffectKind;
import org.deviceoffboarding.evaluation.effect.ResultEffect;
import org.deviceoffboarding.evaluation.effect.ResultEffects;
import org.deviceoffboarding.instruction.language.Instruction;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Judgement;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/** Shows what instructions would change about the present result before they are saved. Changes nothing. Not in a transaction. */
@Service
@May(Capability.CHANGE_INSTRUCTIONS)
public class InstructionEffectService implements EffectDevices {

    private final FlaggedDevices flagged;
    private final PresentJudging judging;
    private final InstructionGroups groups;
    private final ResultEffects effects;

    InstructionEffectService(
            FlaggedDevices flagged, PresentJudging judging, InstructionGroups groups, ResultEffects effects) {
        this.flagged = flagged;
        this.judging = judging;
        this.groups = groups;
        this.effects = effects;
    }

    /** Returns the run whose result is the present one; nothing before the first. */
    public Optional<Run> result() {
        return flagged.result();
    }

    /** Returns how many devices {@link #of} has to judge. */
    public long looksAt() {
        return flagged.result().map(effects::looksAt).orElse(0L);
    }

    /**
     * Judges every device of the present result by instructions that are not saved and by those that are. Takes seconds where devices
     * are very many. All else that is in force holds for both, and what groups hold as the newest run read them.
     *
     * @return nothing before the first completed run
     * @throws org.deviceoffboarding.evaluation.DecisionsUnreadableException if what is in force can't be told
     * @throws java.util.concurrent.CancellationException if nobody waits for it any more
     */
    public Optional<InstructionEffect> of(List<Instruction> wanted, Progress progress) {
        return flagged.result().map(run -> of(run, wanted, progress));
    }

    @Override
    public List<AffectedDevice> devices(ResultEffect effect, EffectKind kind, Pageable page) {
        return effects.devices(effect, kind, page);
    }

    @Override
    public ExportPage<AffectedPart, AffectedDevice> export(ResultEffect effect, EffectKind kind) {
        return effects.export(effect, kind);
    }

    @Override
    public ExportPage<AffectedPart, AffectedDevice> export(ExportPage<AffectedPart, AffectedDevice> before) {
        return effects.export(before);
    }

    private InstructionEffect of(Run run, List<Instruction> wanted, Progress progress) {
        Instant readAt = Objects.requireNonNull(run.readAt(), "A completed run has read the tenant");
        GroupCovers covers = groups.known(run.id(), wanted);
        Function<DeviceFacts, Judgement> present = judging.prepare(Freshness.STORED);
        Function<DeviceFacts, Judgement> tried = judging.prepareToTry(
                Freshness.STORED, InstructionExclusions.class, InstructionExclusions.exclusion(wanted, covers, readAt));
        List<String> unread = wanted.stream()
                .flatMap(instruction -> instruction.groups().stream())
                .distinct()
                .filter(group -> !covers.groups().containsKey(group))
                .toList();
        return new InstructionEffect(effects.of(run, present, tried, progress), flagged.outdated(run), unread);
    }
}
