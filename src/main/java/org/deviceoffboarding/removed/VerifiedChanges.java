package org.deviceoffboarding.removed;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What this portal did to devices and read back, the last change of each. For jobs; asks for no role. */
@Component
public class VerifiedChanges {

    private final VerifiedChangeRepository changes;

    VerifiedChanges(VerifiedChangeRepository changes) {
        this.changes = changes;
    }

    /** Remembers a change instead of the one before it, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(VerifiedChange change) {
        changes.put(change);
    }

    /** Returns the changes since a time, this included, the earliest first. */
    public List<VerifiedChange> since(Instant time) {
        return changes.since(time);
    }

    /** Returns what {@link #since(Instant, String)} takes for seen: all changes that are committed now. */
    public String seen() {
        return changes.seen();
    }

    /**
     * Returns the changes since a time, this included, and those that were verified before it and stored only after others were {@linkplain
     * #seen seen}; the earliest first.
     */
    public List<VerifiedChange> since(Instant time, String seen) {
        return changes.since(time, seen);
    }

    /** Returns the last change of each of these devices by object ID; those that the portal never changed are missing. */
    public Map<UUID, VerifiedChange> find(Collection<UUID> objectIds) {
        return changes.find(objectIds).stream()
                .collect(Collectors.toMap(VerifiedChange::objectId, Function.identity()));
    }
}
