package org.deviceoffboarding.access.answer;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Lets the log be written through a {@link LogSieve} as soon as there is something that answers requests. */
@Component
class SievedLog {

    SievedLog(Clock clock) {
        LogSieve.install(clock);
    }
}
