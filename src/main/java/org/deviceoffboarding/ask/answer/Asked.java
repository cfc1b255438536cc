package org.deviceoffboarding.ask.answer;

import java.time.Instant;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;

/**
 * A question with what it is asked of.
 *
 * @param run whose result counts, and whose copy of the tenant is the inventory
 * @param members who is in its groups and departments
 * @param translation of its criteria
 */
record Asked(Question question, Run run, AskedMembers members, Translation translation) {

    long runId() {
        return run.id();
    }

    /** Returns which devices are meant. */
    DeviceCondition devices() {
        return translation.of(question.where());
    }

    Instant now() {
        return translation.now();
    }

    Answer.Basis basis() {
        Instant read = run.readAt() == null ? run.requestedAt() : run.readAt();
        return new Answer.Basis(run.id(), read, now());
    }

    /** Returns the same with another question, which names no other groups and departments. */
    Asked with(Question other) {
        return new Asked(other, run, members, translation);
    }
}
