package org.deviceoffboarding.evaluation.rules;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.LooseningInForce;
import org.deviceoffboarding.safeguard.Loosenings;
import org.deviceoffboarding.safeguard.NewLoosening;
import org.deviceoffboarding.safeguard.Safeguard;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Stores thresholds: those that are saved at once, and those that loosen when it is time. In the caller's transaction. */
@Component
class ThresholdsSafeguard implements Safeguard {

    static final String NAME = "thresholds";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RulesRepository repository;
    private final ThresholdsCeiling ceiling;
    private final Loosenings loosenings;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ThresholdsSafeguard(
            RulesRepository repository,
            ThresholdsCeiling ceiling,
            Loosenings loosenings,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.ceiling = ceiling;
        this.loosenings = loosenings;
        this.auditLog = auditLog;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Saves rules that loosen nothing, and returns what is in force then. What was proposed before lapses. Does nothing where
     * nothing is different.
     */
    SavedRules tighten(SavedRules before, JudgingRules rules, boolean keepProgress, Actor actor) {
        if (RulesChanged.between(before, rules, keepProgress).isEmpty()) {
            return before;
        }
        loosenings.lapse(NAME, "");
        return store(before, rules, keepProgress, actor, actor);
    }

    /**
     * Lets what is proposed and pending lapse.
     *
     * @param because a sentence for people
     */
    void lapse(String because) {
        loosenings.lapse(NAME, "", because);
    }

    /** Returns what is proposed and pending. */
    List<Loosening> pending() {
        return loosenings.pending(NAME);
    }

    /** Proposes rules in place of those that are in force. */
    Loosening propose(SavedRules inForce, JudgingRules rules) {
        return loosenings.propose(new NewLoosening(
                NAME,
                "",
                inForce.version(),
                JSON.writeValueAsString(rules),
                RulesChanged.between(inForce, rules, inForce.keepProgress()).changes()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> obstacle(Loosening loosening) {
        if (repository.newest().version() != loosening.basedOn()) {
            return Optional.of("Other thresholds were saved meanwhile.");
        }
        try {
            JudgingRules wanted = rules(loosening);
            return ceiling.held(wanted).equals(wanted) ? Optional.empty() : Optional.of(ceiling.sentence());
        } catch (JacksonException | IllegalArgumentException unknown) {
            return Optional.of("This version of the portal cannot read what was proposed.");
        }
    }

    @Override
    public void loosen(LooseningInForce inForce) {
        Loosening loosening = inForce.loosening();
        SavedRules before = repository.newest();
        store(before, rules(loosening), before.keepProgress(), loosening.proposedBy(), inForce.by());
    }

    @Override
    public void holdCeiling() {
        SavedRules before = repository.newest();
        JudgingRules held = ceiling.held(before.rules());
        if (!held.equals(before.rules())) {
            loosenings.lapseByCeiling(NAME, ceiling.sentence());
            store(before, held, before.keepProgress(), Actor.PORTAL, Actor.PORTAL);
        }
    }

    private SavedRules store(SavedRules before, JudgingRules rules, boolean keepProgress, Actor savedBy, Actor by) {
        SavedRules saved = repository.add(before.version(), rules, keepProgress, savedBy, clock.instant());
        auditLog.record(by, RulesChanged.between(before, rules, keepProgress));
        events.publishEvent(new JudgingChanged());
        return saved;
    }

    private static JudgingRules rules(Loosening loosening) {
        return JSON.readValue(loosening.proposal(), JudgingRules.class);
    }
}
