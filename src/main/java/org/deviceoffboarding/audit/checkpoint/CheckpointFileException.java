package org.deviceoffboarding.audit.checkpoint;

import org.jspecify.annotations.Nullable;

/** The files outside the database can't be read or added to. The message is a sentence for people. */
public final class CheckpointFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CheckpointFileException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
