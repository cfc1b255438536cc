package org.deviceoffboarding;

import org.jspecify.annotations.Nullable;

/** The portal can't start. The message is one sentence for the person who started it: what is wrong and what to do. */
final class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartupException(String sentence) {
        this(sentence, null);
    }

    StartupException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
