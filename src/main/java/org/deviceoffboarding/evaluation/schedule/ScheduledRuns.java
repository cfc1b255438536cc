package org.deviceoffboarding.evaluation.schedule;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which runs the schedule started. For jobs, too: asks for no role. */
@Component
public class ScheduledRuns {

    private final ScheduledRunRepository repository;

    ScheduledRuns(ScheduledRunRepository repository) {
        this.repository = repository;
    }

    /** Returns what is known of a run by the schedule; nothing where a person started it. */
    public Optional<ScheduledRun> find(long runId) {
        return repository.among(List.of(runId)).stream().findFirst();
    }
}
