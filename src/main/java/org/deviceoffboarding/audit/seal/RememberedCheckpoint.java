package org.deviceoffboarding.audit.seal;

import java.util.Optional;
import org.deviceoffboarding.audit.checkpoint.SeenFile;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.springframework.stereotype.Component;

/** The newest checkpoint that this portal saw in its file, which may be gone since. The database has no say in it. */
@Component
public class RememberedCheckpoint {

    private final SeenFile beside;
    private final SeenNotes notes;

    RememberedCheckpoint(SeenFile beside, SeenNotes notes) {
        this.beside = beside;
        this.notes = notes;
    }

    /** Returns it; nothing where this portal saw none of this log, or does not remember it. */
    public Optional<SignedCheckpoint> get() {
        return beside.read().flatMap(notes::read).map(SeenCheckpoints::newest);
    }
}
