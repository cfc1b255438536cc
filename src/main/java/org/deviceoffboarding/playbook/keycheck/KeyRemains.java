package org.deviceoffboarding.playbook.keycheck;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.deviceoffboarding.agent.AgentRemains;
import org.deviceoffboarding.agent.UnderWay;
import org.deviceoffboarding.keys.DeviceKeyReader;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is known of keys was read by the agent, and goes with it. When it was asked goes with the suggestions. */
@Component
@Order(30)
class KeyRemains implements AgentRemains {

    private static final int AT_ONCE = 20_000;

    private final KeyCheckRepository checks;
    private final DeviceKeyReader keys;

    KeyRemains(KeyCheckRepository checks, DeviceKeyReader keys) {
        this.checks = checks;
        this.keys = keys;
    }

    @Override
    public List<UnderWay> underWay() {
        return checks.running().stream()
                .map(check -> new UnderWay(
                        "The check of keys for suggestion " + check.suggestionId(),
                        "suggestions/" + check.suggestionId(),
                        false))
                .toList();
    }

    @Override
    public List<String> goes() {
        long known = keys.known();
        return known == 0
                ? List.of()
                : List.of(
                        known == 1
                                ? "What is known of the keys of 1 device."
                                : String.format(Locale.ENGLISH, "What is known of the keys of %,d devices.", known));
    }

    @Override
    public boolean clear(BooleanSupplier stopping) {
        boolean some = true;
        while (some && !stopping.getAsBoolean()) {
            some = keys.forget(AT_ONCE) > 0;
        }
        return !some;
    }
}
