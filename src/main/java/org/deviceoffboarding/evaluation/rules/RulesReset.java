package org.deviceoffboarding.evaluation.rules;

import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.safeguard.Loosening;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes thresholds back to what holds before an owner changes any. What protects devices better than that stays as it is: it is
 * loosened as always, by two owners or after a day, and not by the way. Asks for no role.
 */
@Component
public class RulesReset {

    private final RulesRepository repository;
    private final ThresholdsSafeguard safeguard;
    private final ThresholdsCeiling ceiling;
    private final CurrentActor currentActor;

    RulesReset(
            RulesRepository repository,
            ThresholdsSafeguard safeguard,
            ThresholdsCeiling ceiling,
            CurrentActor currentActor) {
        this.repository = repository;
        this.safeguard = safeguard;
        this.ceiling = ceiling;
        this.currentActor = currentActor;
    }

    /** Returns what would be taken back: each as a sentence for people. */
    public List<String> goes() {
        SavedRules now = repository.newest();
        Stream<String> changed = isSame(now, after(now))
                ? Stream.empty()
                : Stream.of(
                        "Thresholds that an owner changed: back to what they are at first, unless they are stricter.");
        return Stream.concat(changed, safeguard.pending().stream().map(RulesReset::proposal))
                .toList();
    }

    private static String proposal(Loosening pending) {
        return "What " + pending.proposedBy().name()
                + " proposed for thresholds, which waits for another owner or for its time: " + pending.what() + ".";
    }

    /** Returns what would stay since it is stricter: each as a sentence for people. */
    public List<String> stays() {
        SavedRules now = repository.newest();
        return after(now).equals(ceiling.held(JudgingRules.defaults()))
                ? List.of()
                : List.of("Thresholds that are stricter than at first: they protect devices.");
    }

    /**
     * Takes them back as the person signed in, in the caller's transaction. What was proposed and is pending lapses.
     *
     * @param because why, as a sentence for whoever proposed that
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reset(String because) {
        safeguard.lapse(because);
        SavedRules now = repository.newest();
        safeguard.tighten(now, after(now), SavedRules.DEFAULTS.keepProgress(), currentActor.get());
    }

    private JudgingRules after(SavedRules now) {
        return ceiling.held(Tightening.of(now.rules(), JudgingRules.defaults()));
    }

    private static boolean isSame(SavedRules now, JudgingRules after) {
        return now.rules().equals(after) && now.keepProgress() == SavedRules.DEFAULTS.keepProgress();
    }
}
