package org.deviceoffboarding.evaluation.rules;

import java.time.Duration;
import java.util.List;
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
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Judgement;
import org.deviceoffboarding.judging.JudgingRules;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/** Shows what thresholds would change about the present result before they are saved. Changes nothing. Not in a transaction. */
@Service
@May(Capability.CHANGE_THRESHOLDS)
public class RulesEffectService implements EffectDevices {

    private final FlaggedDevices flagged;
    private final PresentJudging judging;
    private final RulesVersions rules;
    private final ResultEffects effects;

    RulesEffectService(FlaggedDevices flagged, PresentJudging judging, RulesVersions rules, ResultEffects effects) {
        this.flagged = flagged;
        this.judging = judging;
        this.rules = rules;
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
     * Judges every device of the present result by thresholds that are not saved and by those that are. Takes seconds where devices
     * are very many. All else that is in force holds for both, and what groups hold as the newest run read them.
     *
     * @return nothing before the first completed run
     * @throws org.deviceoffboarding.evaluation.DecisionsUnreadableException if what else is in force can't be told
     * @throws java.util.concurrent.CancellationException if nobody waits for it any more
     */
    public Optional<RulesEffect> of(JudgingRules wanted, Progress progress) {
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

    private RulesEffect of(Run run, JudgingRules wanted, Progress progress) {
        JudgingRules saved = rules.newest().rules();
        Function<JudgingRules, Function<DeviceFacts, Judgement>> by = judging.prepareToTry(Freshness.STORED);
        ResultEffect result = effects.of(run, by.apply(saved), by.apply(wanted), progress);
        Duration read = rules.get(run.rulesVersion()).rules().lookBack();
        return new RulesEffect(
                result,
                flagged.outdated(run),
                wanted.lookBack().compareTo(read) > 0 ? read : null,
                RuleSentences.of(Tightening.of(saved, wanted), wanted));
    }
}
