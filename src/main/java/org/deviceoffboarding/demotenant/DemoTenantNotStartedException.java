package org.deviceoffboarding.demotenant;

import org.jspecify.annotations.Nullable;

/** The demo tenant could not be started. The message is one sentence for the person who started it. */
public class DemoTenantNotStartedException extends RuntimeException {

    DemoTenantNotStartedException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
