package org.deviceoffboarding.exception.register;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.agent.AgentRemains;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Exceptions protect devices, whoever reads them: they stay, with what they were last known to cover. */
@Component
@Order(50)
class ExceptionRemains implements AgentRemains {

    private final ExceptionRepository exceptions;
    private final Clock clock;

    ExceptionRemains(ExceptionRepository exceptions, Clock clock) {
        this.exceptions = exceptions;
        this.clock = clock;
    }

    @Override
    public List<String> stays() {
        long count = exceptions.countInForce(clock.instant());
        return count == 0
                ? List.of()
                : List.of(
                        count == 1
                                ? "1 exception or legal hold in force, which protects devices."
                                : String.format(
                                        Locale.ENGLISH,
                                        "%,d exceptions and legal holds in force, which protect devices.",
                                        count));
    }
}
