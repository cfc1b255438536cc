package org.deviceoffboarding.audit.restored;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.audit.seal.SealingGate;
import org.springframework.stereotype.Component;

/**
 * Whether the database was restored from a backup, or is another than the one whose checkpoints are beside it, so that what it takes for open may have been stopped or rejected since. Known by the
 * log's checkpoints outside; looked up anew each time, since a backup may be restored while the portal runs. Asks for no role.
 */
@Component
public class RestoredDatabase implements SealingGate {

    private final RestorationCheck check;
    private final RestorationRepository restorations;
    private final KnownRestorations known;
    private final ForeignRestorations foreign;

    RestoredDatabase(
            RestorationCheck check,
            RestorationRepository restorations,
            KnownRestorations known,
            ForeignRestorations foreign) {
        this.check = check;
        this.restorations = restorations;
        this.known = known;
        this.foreign = foreign;
    }

    /** Returns whether nothing may be sent, to Entra or to people, until an owner has confirmed what is open. Quick: asked before each batch. */
    public boolean holds() {
        return restorations.isOpen() || check.find();
    }

    /** Returns when it was last found to be restored, confirmed since or not; nothing where it never was. */
    public Optional<Instant> lastFoundAt() {
        return known.lastFoundAt();
    }

    /** Returns whether nothing may be sealed, for the same reason. */
    @Override
    public boolean isClosed() {
        return holds();
    }

    /** Returns what stands in the database of it that this portal did not write, a sentence for each, as far as they are few. */
    public List<String> foreign() {
        return foreign.sentences();
    }

    /** Returns those that owners confirmed, the oldest first. */
    public List<ConfirmedRestoration> confirmed() {
        return restorations.confirmed();
    }
}
