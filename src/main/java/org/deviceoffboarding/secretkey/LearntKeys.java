package org.deviceoffboarding.secretkey;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The key that this portal was given, and those that it learnt from the database since: each replacement stands there readable with
 * the key before. What was learnt stays known until the process ends.
 */
@Component
class LearntKeys implements SecretKeys {

    private final Map<String, PortalKey> known = new ConcurrentHashMap<>();
    private final KeyRotationRepository rotations;
    private volatile PortalKey current;

    LearntKeys(GivenKey given, KeyRotationRepository rotations) {
        this.rotations = rotations;
        this.current = given.atStart();
        known.put(current.id(), current);
    }

    /** Asks the database each time: what is written with the key before would have to be written again. */
    @Override
    public PortalKey current() {
        learn();
        return current;
    }

    @Override
    public Optional<PortalKey> find(String id) {
        if (!known.containsKey(id)) {
            learn();
        }
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public Collection<PortalKey> all() {
        return List.copyOf(known.values());
    }

    /** Learns both keys of a replacement that is under way; returns whether this portal has them, or none is. */
    boolean learn() {
        return rotations.findUnderWay().map(this::learn).orElse(true);
    }

    private boolean learn(KeyRotation rotation) {
        boolean complete = learn(rotation.newKeyId(), rotation.newKey(), rotation.oldKeyId())
                && learn(rotation.oldKeyId(), rotation.oldKey(), rotation.newKeyId());
        PortalKey next = known.get(rotation.newKeyId());
        if (next != null) {
            current = next;
        }
        return complete;
    }

    private boolean learn(String id, String envelope, String other) {
        PortalKey with = known.get(other);
        if (!known.containsKey(id) && with != null) {
            KeyEnvelope.open(envelope, id, with).ifPresent(key -> known.put(id, key));
        }
        return known.containsKey(id);
    }
}
