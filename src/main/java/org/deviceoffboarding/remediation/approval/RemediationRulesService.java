package org.deviceoffboarding.remediation.approval;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.setting.LastChange;
import org.deviceoffboarding.base.setting.SettingVersion;
import org.deviceoffboarding.base.setting.SettingVersions;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.LooseningRefusedException;
import org.springframework.data.domain.Pageable;
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
    private final RequestsUnderRules requests;
    private final CurrentActor currentActor;
    private final Clock clock;

    RemediationRulesService(
            RemediationRulesRepository repository,
            ApprovalSafeguard safeguard,
            RequestsUnderRules requests,
            CurrentActor currentActor,
            Clock clock) {
        this.repository = repository;
        this.safeguard = safeguard;
        this.requests = requests;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Returns the rules that requests go by now. */
    @Transactional(readOnly = true)
    public SavedRemediationRules current() {
        return repository.newest();
    }

    /** Returns all versions with what each changed, the newest first; the last is what holds before an owner changes any. */
    @May(Capability.CHANGE_APPROVAL_RULES)
    @Transactional(readOnly = true)
    public List<SettingVersion<SavedRemediationRules>> history(Pageable page) {
        return repository.versions().page(page);
    }

    /** Returns what was saved after a version, the newest first. */
    @May(Capability.CHANGE_APPROVAL_RULES)
    @Transactional(readOnly = true)
    public List<SettingVersion<SavedRemediationRules>> since(long version) {
        return repository.versions().since(version);
    }

    /** Returns who changed each of them last, and to what; those are missing that nobody has changed. */
    @May(Capability.CHANGE_APPROVAL_RULES)
    @Transactional(readOnly = true)
    public Map<RequestRule, LastChange> lastChanges() {
        List<SettingVersion<SavedRemediationRules>> versions =
                repository.versions().newest();
        Map<RequestRule, LastChange> changes = new EnumMap<>(RequestRule.class);
        for (RequestRule rule : RequestRule.values()) {
            SettingVersions.lastChange(versions, rule::changes).ifPresent(last -> changes.put(rule, last));
        }
        return changes;
    }

    /** Returns what rules would change for requests that there are, and would have changed for those of a month. Changes nothing. */
    @May(Capability.CHANGE_APPROVAL_RULES)
    @Transactional(readOnly = true)
    public RequestRulesEffect effect(RemediationRules wanted) {
        return requests.under(wanted, clock.instant());
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
