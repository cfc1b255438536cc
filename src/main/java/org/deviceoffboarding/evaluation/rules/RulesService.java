package org.deviceoffboarding.evaluation.rules;

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
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.LooseningRefusedException;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what an owner decided about judging, and changes it for the runs to come. */
@Service
@May(Capability.READ)
public class RulesService {

    /** Under which name what loosens thresholds is proposed. */
    public static final String SAFEGUARD = ThresholdsSafeguard.NAME;

    private final RulesRepository repository;
    private final ThresholdsSafeguard safeguard;
    private final ThresholdsCeiling ceiling;
    private final CurrentActor currentActor;

    RulesService(
            RulesRepository repository,
            ThresholdsSafeguard safeguard,
            ThresholdsCeiling ceiling,
            CurrentActor currentActor) {
        this.repository = repository;
        this.safeguard = safeguard;
        this.ceiling = ceiling;
        this.currentActor = currentActor;
    }

    /** Returns the rules that the next run goes by. */
    @Transactional(readOnly = true)
    public SavedRules current() {
        return repository.newest();
    }

    /**
     * Returns the rules of one version; 0 is what holds before an owner changes any.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such version
     */
    @Transactional(readOnly = true)
    public SavedRules get(long version) {
        return repository.get(version);
    }

    /** Returns all versions with what each changed, the newest first; the last is what holds before an owner changes any. */
    @May(Capability.CHANGE_THRESHOLDS)
    @Transactional(readOnly = true)
    public List<SettingVersion<SavedRules>> history(Pageable page) {
        return repository.versions().page(page);
    }

    /** Returns what was saved after a version, the newest first. */
    @May(Capability.CHANGE_THRESHOLDS)
    @Transactional(readOnly = true)
    public List<SettingVersion<SavedRules>> since(long version) {
        return repository.versions().since(version);
    }

    /** Returns who changed each of them last, and to what; those are missing that nobody has changed. */
    @May(Capability.CHANGE_THRESHOLDS)
    @Transactional(readOnly = true)
    public Map<RuleSetting, LastChange> lastChanges() {
        List<SettingVersion<SavedRules>> versions = repository.versions().newest();
        Map<RuleSetting, LastChange> changes = new EnumMap<>(RuleSetting.class);
        for (RuleSetting setting : RuleSetting.values()) {
            SettingVersions.lastChange(versions, setting::changes).ifPresent(last -> changes.put(setting, last));
        }
        return changes;
    }

    /**
     * Saves rules for the runs that are requested from now on. A run that goes on keeps those it began with. What loosens a
     * safeguard is only proposed: it holds once another owner confirms it, or a day later. Does nothing where nothing is
     * different.
     *
     * @param before the rules that were changed
     * @return what was proposed; nothing if all holds now
     * @throws ChangedMeanwhileException if they are no longer the newest
     * @throws LooseningRefusedException if the portal's configuration does not allow it
     * @throws RulesRefusedException if one of them can't be what it is
     */
    @May(Capability.CHANGE_THRESHOLDS)
    @Transactional
    public Optional<Loosening> save(SavedRules before, JudgingRules rules, boolean keepProgress) {
        if (!ceiling.held(rules).equals(rules)) {
            throw new LooseningRefusedException(ceiling.sentence());
        }
        RuleRanges.refusal(rules).ifPresent(refused -> {
            throw refused;
        });
        Actor actor = currentActor.get();
        JudgingRules atOnce = Tightening.of(before.rules(), rules);
        SavedRules inForce = safeguard.tighten(before, atOnce, keepProgress, actor);
        if (rules.equals(atOnce)) {
            return Optional.empty();
        }
        repository.requireNewest(inForce.version());
        return Optional.of(safeguard.propose(inForce, rules));
    }
}
