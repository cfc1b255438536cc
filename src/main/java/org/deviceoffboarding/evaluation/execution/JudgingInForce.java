package org.deviceoffboarding.evaluation.execution;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.evaluation.Exclusion;
import org.deviceoffboarding.evaluation.Exclusions;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.Freshness;
import org.deviceoffboarding.evaluation.PresentJudging;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.rules.RulesVersions;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Judgement;
import org.deviceoffboarding.judging.JudgingRules;
import org.springframework.stereotype.Component;

/** Judges as a run would that was requested now. */
@Component
class JudgingInForce implements PresentJudging {

    private final FlaggedDevices flagged;
    private final RulesVersions rules;
    private final List<Exclusions> exclusions;
    private final Clock clock;

    JudgingInForce(FlaggedDevices flagged, RulesVersions rules, List<Exclusions> exclusions, Clock clock) {
        this.flagged = flagged;
        this.rules = rules;
        this.exclusions = exclusions;
        this.clock = clock;
    }

    @Override
    public Function<DeviceFacts, Judgement> prepare(Freshness groups) {
        return prepareToTry(groups).apply(rules.newest().rules());
    }

    @Override
    public Function<JudgingRules, Function<DeviceFacts, Judgement>> prepareToTry(Freshness groups) {
        Instant judgedAt = judgedAt();
        List<Exclusion> inForce =
                exclusions.stream().map(each -> each.inForce(judgedAt, groups)).toList();
        return tried -> new Judging(tried, judgedAt, inForce)::judge;
    }

    @Override
    public Function<DeviceFacts, Judgement> prepareToTry(
            Freshness groups, Class<? extends Exclusions> replaced, Exclusion tried) {
        Instant judgedAt = judgedAt();
        List<Exclusion> all = exclusions.stream()
                .map(each -> replaced.isInstance(each) ? tried : each.inForce(judgedAt, groups))
                .toList();
        return new Judging(rules.newest().rules(), judgedAt, all)::judge;
    }

    private Instant judgedAt() {
        return flagged.result().map(Run::readAt).orElseGet(clock::instant);
    }

    @Override
    public String state() {
        return exclusions.stream()
                .map(Exclusions::state)
                .collect(Collectors.joining(
                        "|",
                        flagged.result().map(Run::id).orElse(0L) + "|"
                                + rules.newest().version() + "|",
                        ""));
    }
}
