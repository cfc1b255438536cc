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
    private final GivenKey given;
    private final KeyRotationRepository rotations;
    private volatile PortalKey current;

    LearntKeys(GivenKey given, KeyRotationRepository rotations) {
        this.given = given;
        this.rotations = rotations;
        this.current = given.atStart();
        known.put(current.id(), current);
    }

    /**
     * Asks the database each time: what is written with the key before would have to be written again.
     *
     * @throws ReplacedKeyException if this portal lacks the key that others read with
     */
    @Override
    public PortalKey current() {
        if (!learn()) {
            throw new ReplacedKeyException(
                    "The secret key with which sign-ins and secrets are stored was replaced by another, and this"
                            + " portal has the one before (" + current.id() + ") still, so that it can store none. "
                            + given.remedy());
        }
        return current;
    }

    /** Returns the ID of the key that it wrote with last, even where that may not be written with any more. */
    String lastId() {
        return current.id();
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

    /**
     * Learns both keys of a replacement that is under way, and the key of those that ended while this portal could not look; returns
     * whether it can read and write what others do.
     */
    boolean learn() {
        return rotations.findUnderWay().map(this::learn).orElseGet(this::isNewest);
    }

    /** Neither key of a replacement that ended stands in the database any more; another portal may have put it into the file. */
    private boolean isNewest() {
        String newest = current.id();
        for (Optional<String> by = Optional.of(newest); by.isPresent(); by = rotations.findReplacementOf(newest)) {
            newest = by.get();
        }
        if (!newest.equals(current.id())) {
            takeGiven(newest);
            current = known.getOrDefault(newest, current);
        }
        return newest.equals(current.id());
    }

    /** Takes the key that the portal would be started with now, if it is this one. */
    private void takeGiven(String id) {
        PortalKey now = given.now();
        if (now.id().equals(id)) {
            known.put(id, now);
        }
    }

    private boolean learn(KeyRotation rotation) {
        if (!known.containsKey(rotation.oldKeyId()) && !known.containsKey(rotation.newKeyId())) {
            takeGiven(rotation.oldKeyId());
            takeGiven(rotation.newKeyId());
        }
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
