package org.deviceoffboarding.evaluation.rules;

import org.deviceoffboarding.evaluation.SavedRules;
import org.springframework.stereotype.Component;

/** Which rules hold, and which held. For jobs and listeners, too: asks for no role. */
@Component
public class RulesVersions {

    private final RulesRepository repository;

    RulesVersions(RulesRepository repository) {
        this.repository = repository;
    }

    /** Returns the rules that the next run goes by. */
    public SavedRules newest() {
        return repository.newest();
    }

    /**
     * Returns the rules of one version; 0 is what holds before an owner changes any.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such version
     */
    public SavedRules get(long version) {
        return repository.get(version);
    }
}
