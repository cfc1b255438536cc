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
     * Verifies the entries behind a number, their words included.
     *
     * @return how many there are
     * @throws IllegalStateException if something does not fit
     */
    public long verify(long after) {
        return verify(after, true);
    }

    /**
     * Verifies all entries where the database no longer makes their words as the migrations let it, so that they are not compared.
     *
     * @return how many there are
     * @throws IllegalStateException if something else does not fit, or the words are compared
     */
    public long verifyWithoutWords() {
        return verify(0, false);
    }

    private long verify(long after, boolean words) {
        LogFindings found = verifier.verify(after, Progress.UNSEEN);
        List<Misfit> misfits = found.misfits().stream()
                .filter(misfit -> words || misfit.kind() != Misfit.Kind.SEARCH_CHANGED)
                .toList();
        if (!misfits.isEmpty()) {
            throw new IllegalStateException("The log does not fit: " + misfits);
        }
        if (!words && found.misfits().isEmpty()) {
            throw new IllegalStateException("The words of entries are compared");
        }
        return found.size() - after;
    }
}
