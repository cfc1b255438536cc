package org.deviceoffboarding.audit.verification;

import java.util.List;
import javax.sql.DataSource;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.deviceoffboarding.base.Progress;

/** Verifies a log as the portal does, without remembering what came of it. */
public final class MeasuredVerification {

    private final LogVerifier verifier;

    public MeasuredVerification(DataSource database, CheckpointFile file, VerifierKey key) {
        verifier = new LogVerifier(
                database,
                new CheckpointsInFile(file, key.name()),
                new Notes(key.name(), List.of(key)),
                List.of(),
                List.of());
    }

    /**
     * Verifies the entries behind a number.
     *
     * @return how many there are
     * @throws IllegalStateException if something does not fit
     */
    public long verify(long after) {
        LogFindings found = verifier.verify(after, Progress.UNSEEN);
        List<Misfit> misfits = found.misfits().stream()
                .filter(misfit -> misfit.kind() != Misfit.Kind.SEARCH_CHANGED) // words are known here, not taken apart
                .toList();
        if (!misfits.isEmpty()) {
            throw new IllegalStateException("The log does not fit: " + misfits);
        }
        return found.size() - after;
    }
}
