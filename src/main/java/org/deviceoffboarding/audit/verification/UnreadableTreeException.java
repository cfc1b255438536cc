package org.deviceoffboarding.audit.verification;

import org.jspecify.annotations.Nullable;

/** What is kept of the log's tree lacks something, or can't be read. */
class UnreadableTreeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableTreeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
