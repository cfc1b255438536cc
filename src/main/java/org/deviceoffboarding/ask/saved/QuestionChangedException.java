package org.deviceoffboarding.ask.saved;

import org.springframework.dao.OptimisticLockingFailureException;

/** Somebody else changed or removed a named question since it was read; nothing was stored. Its message is for people. */
public final class QuestionChangedException extends OptimisticLockingFailureException {

    QuestionChangedException(String message) {
        super(message);
    }
}
