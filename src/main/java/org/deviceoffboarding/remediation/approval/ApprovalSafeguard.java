package org.deviceoffboarding.remediation.approval;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.safeguard.Ceiling;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.LooseningInForce;
import org.deviceoffboarding.safeguard.Loosenings;
import org.deviceoffboarding.safeguard.NewLoosening;
import org.deviceoffboarding.safeguard.Safeguard;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Stores rules for requests: those that are saved at once, and those that loosen when it is time. In the caller's transaction. */
@Component
class ApprovalSafeguard implements Safeguard {

    static final String NAME = "approval";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RemediationRulesRepository repository;
    private final Ceiling ceiling;
    private final Loosenings loosenings;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApprovalSafeguard(
            RemediationRulesRepository repository,
            Ceiling ceiling,
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
    SavedRemediationRules tighten(SavedRemediationRules before, RemediationRules rules, Actor actor) {
        if (rules.equals(before.rules())) {
            return before;
        }
        loosenings.lapse(NAME, "");
        return store(before, rules, actor, actor);
    }

    /** Proposes rules in place of those that are in force. */
    Loosening propose(SavedRemediationRules inForce, RemediationRules rules) {
        return loosenings.propose(new NewLoosening(
                NAME,
                "",
                inForce.version(),
                JSON.writeValueAsString(rules),
                new RemediationRulesChanged(inForce.rules(), rules).changes()));
    }

    /** Returns why rules are not allowed by the portal's configuration, for people; nothing if they are. */
    Optional<String> overCeiling(RemediationRules rules) {
        return rules.within(ceiling).equals(rules) ? Optional.empty() : Optional.of(ceilingSentence());
    }

    private String ceilingSentence() {
        return String.format(
                Locale.ENGLISH,
                "Approval can be needed from %,d devices on at the latest, a request can hold %,d devices, and 24 hours"
                        + " %,d: only the portal's configuration can raise these.",
                ceiling.approvalFrom(),
                ceiling.perRequest(),
                ceiling.perDay());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> obstacle(Loosening loosening) {
        if (repository.newest().version() != loosening.basedOn()) {
            return Optional.of("Other rules for requests were saved meanwhile.");
        }
        try {
            return overCeiling(rules(loosening));
        } catch (JacksonException | IllegalArgumentException unknown) {
            return Optional.of("This version of the portal cannot read what was proposed.");
        }
    }

    @Override
    public void loosen(LooseningInForce inForce) {
        Loosening loosening = inForce.loosening();
        store(repository.newest(), rules(loosening), loosening.proposedBy(), inForce.by());
    }

    @Override
    public void holdCeiling() {
        SavedRemediationRules before = repository.newest();
        RemediationRules held = before.rules().within(ceiling);
        if (!held.equals(before.rules())) {
            loosenings.lapseByCeiling(NAME, ceilingSentence());
            store(before, held, Actor.PORTAL, Actor.PORTAL);
        }
    }

    private SavedRemediationRules store(SavedRemediationRules before, RemediationRules rules, Actor savedBy, Actor by) {
        SavedRemediationRules saved = repository.add(before.version(), rules, savedBy, clock.instant());
        auditLog.record(by, new RemediationRulesChanged(before.rules(), rules));
        events.publishEvent(new RulesForRequestsChanged());
        return saved;
    }

    private static RemediationRules rules(Loosening loosening) {
        return JSON.readValue(loosening.proposal(), RemediationRules.class);
    }
}
