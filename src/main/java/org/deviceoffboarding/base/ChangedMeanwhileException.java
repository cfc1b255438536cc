package org.deviceoffboarding.base;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** Somebody else saved other settings since these were read; nothing was saved. Its message is for people. */
public class ChangedMeanwhileException extends OptimisticLockingFailureException {

    ChangedMeanwhileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
