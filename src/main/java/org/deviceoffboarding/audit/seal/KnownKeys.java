package org.deviceoffboarding.audit.seal;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointFileException;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.springframework.stereotype.Component;

/** The keys whose signatures this portal takes for the log's. The database has no say in it. */
@Component
public class KnownKeys {

    private final CheckpointFile file;
    private final CheckpointKey key;
    private final LogOrigin origin;

    KnownKeys(CheckpointFile file, CheckpointKey key, LogOrigin origin) {
        this.file = file;
        this.key = key;
        this.origin = origin;
    }

    /**
     * Returns those in the file outside, read anew, and behind them this portal's own.
     *
     * @throws org.deviceoffboarding.audit.checkpoint.CheckpointFileException if the file can't be read
     * @throws org.deviceoffboarding.audit.checkpoint.MalformedNoteException if a line of it is no key
     */
    public List<VerifierKey> get() {
        return of(origin.get());
    }

    /**
     * As {@link #get()}, where the files outside may be another log's.
     *
     * @param log whose signatures are to be checked
     */
    private List<VerifierKey> of(String log) {
        List<VerifierKey> keys = new ArrayList<>(file.keys());
        keys.add(key.verifierKey(log));
        return keys;
    }

    /**
     * Returns those that can be read now: this portal's own, and those in the file, unless that is away or holds something else, which
     * is said elsewhere.
     *
     * @param log whose signatures are to be checked
     */
    public List<VerifierKey> readable(String log) {
        try {
            return of(log);
        } catch (CheckpointFileException | MalformedNoteException saidWhereItIsWritten) {
            return List.of(key.verifierKey(log));
        }
    }

    /** As the other, of this log. */
    public List<VerifierKey> readable() {
        return readable(origin.get());
    }
}
