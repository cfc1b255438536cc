package org.deviceoffboarding.remediation.approval;

import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.LooseningRefusedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what an owner decided about change requests, and changes it. */
@Service
@May(Capability.READ)
public class RemediationRulesService {

    /** Under which name what loosens these rules is proposed. */
    public static final String SAFEGUARD = ApprovalSafeguard.NAME;

    private final RemediationRulesRepository repository;
    private final ApprovalSafeguard safeguard;
    private final CurrentActor currentActor;

    RemediationRulesService(
            RemediationRulesRepository repository, ApprovalSafeguard safeguard, CurrentActor currentActor) {
        this.repository = repository;
        this.safeguard = safeguard;
        this.currentActor = currentActor;
    }

    /** Returns the rules that requests go by now. */
    @Transactional(readOnly = true)
    public SavedRemediationRules current() {
        return repository.newest();
    }

    /**
     * Saves rules for requests from now on; also for those that wait for approval. What loosens a safeguard is only proposed:
     * it holds once another owner confirms it, or a day later. Does nothing where nothing is different.
     *
     * @param before the rules that were changed
     * @return what was proposed; nothing if all holds now
     * @throws ChangedMeanwhileException if they are no longer the newest
     * @throws LooseningRefusedException if the portal's configuration does not allow it
     */
    @May(Capability.CHANGE_APPROVAL_RULES)
    @Transactional
    public Optional<Loosening> save(SavedRemediationRules before, RemediationRules rules) {
        safeguard.overCeiling(rules).ifPresent(sentence -> {
            throw new LooseningRefusedException(sentence);
        });
        Actor actor = currentActor.get();
        RemediationRules atOnce = before.rules().tightenedTo(rules);
        SavedRemediationRules inForce = safeguard.tighten(before, atOnce, actor);
        if (rules.equals(atOnce)) {
            return Optional.empty();
        }
        repository.requireNewest(inForce.version());
        return Optional.of(safeguard.propose(inForce, rules));
    }
}
