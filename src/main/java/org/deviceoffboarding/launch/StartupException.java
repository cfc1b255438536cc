package org.deviceoffboarding.launch;

import org.jspecify.annotations.Nullable;

/** The portal can't start. The message is one sentence for the person who started it: what is wrong and what to do. */
public final class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartupException(String sentence) {
        this(sentence, null);
    }

    public StartupException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
