package org.deviceoffboarding.safeguard;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.person.HeldRoles;
import org.springframework.stereotype.Component;

/** Lets loosenings take effect, or lapse where what they were proposed for is no longer so. In the caller's transaction. */
@Component
class LooseningEffect {

    private final Map<String, Safeguard> safeguards;
    private final LooseningEnds ends;
    private final HeldRoles heldRoles;

    LooseningEffect(List<Safeguard> safeguards, LooseningEnds ends, HeldRoles heldRoles) {
        this.safeguards = safeguards.stream().collect(Collectors.toMap(Safeguard::name, Function.identity()));
        this.ends = ends;
        this.heldRoles = heldRoles;
    }

    /**
     * Returns how it ended.
     *
     * @param held one that the transaction holds
     */
    Loosening takeEffect(Loosening held, LooseningStatus how, Actor by) {
        Optional<String> obstacle = obstacle(held);
        if (obstacle.isPresent()) {
            return ends.lapse(held, Actor.PORTAL, obstacle.get());
        }
        Objects.requireNonNull(safeguards.get(held.safeguard())).loosen(new LooseningInForce(held, by));
        return ends.end(held, how, by);
    }

    /** Returns why it can no longer take effect; nothing if it can. */
    Optional<String> obstacle(Loosening loosening) {
        if (heldRoles.isLost(loosening.proposedBy().id(), Roles.OWNER)) {
            return Optional.of("Whoever proposed it no longer has the role Owner.");
        }
        Safeguard safeguard = safeguards.get(loosening.safeguard());
        return safeguard == null
                ? Optional.of("This version of the portal no longer knows the setting.")
                : safeguard.obstacle(loosening);
    }
}
