package org.deviceoffboarding.audit.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.refused.JudgedRefusals;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.database.LogOwnership;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says how far the log is sealed, and gives away what it takes to check it elsewhere. */
@Service
@May(Capability.READ)
public class SealService {

    private final NewestCheckpoint newest;
    private final UnsealedRepository unsealed;
    private final JudgedRefusals refused;
    private final SealObstacles obstacles;
    private final LogLocks locks;
    private final CheckpointCopies copies;
    private final CheckpointFile file;
    private final LogOwnership ownership;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;

    SealService(
            NewestCheckpoint newest,
            UnsealedRepository unsealed,
            JudgedRefusals refused,
            SealObstacles obstacles,
            LogLocks locks,
            CheckpointCopies copies,
            CheckpointFile file,
            LogOwnership ownership,
            AuditLog auditLog,
            CurrentActor currentActor) {
        this.newest = newest;
        this.unsealed = unsealed;
        this.refused = refused;
        this.obstacles = obstacles;
        this.locks = locks;
        this.copies = copies;
        this.file = file;
        this.ownership = ownership;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
    }

    /** Returns how far the log is sealed. */
    @Transactional(readOnly = true)
    public SealState state() {
        Optional<SignedCheckpoint> signed = newest.get();
        long size = NewestCheckpoint.size(signed);
        return new SealState(
                signed.orElse(null),
                unsealed.count(size),
                unsealed.oldest(size).orElse(null),
                copies.isHeld(),
                copies.trouble(),
                obstacles.now(signed),
                refused.now());
    }

    /**
     * Returns who keeps the log from being read, so that whatever asks for it waits and fails, a sentence for each; none is best. Waits for
     * nobody.
     */
    @Transactional(readOnly = true)
    public List<String> locked() {
        return locks.againstReading();
    }

    /** Returns why checkpoints don't leave the database through this portal, a sentence; nothing where they do. */
    public Optional<String> trouble() {
        return Optional.ofNullable(copies.trouble());
    }

    /** Returns how whoever has got hold of the portal could change or delete entries, a sentence for each way; none is best. */
    @Transactional(readOnly = true)
    public List<String> ways() {
        return ownership.ways();
    }

    /** Opens the file of this portal's checkpoints, to be taken away; the caller closes it. */
    @Transactional
    @May(Capability.EXPORT_AUDIT_LOG)
    public InputStream checkpoints() {
        return open(file.path());
    }

    /** Opens the file of the keys that check the checkpoints, to be taken away; the caller closes it. */
    @Transactional
    @May(Capability.EXPORT_AUDIT_LOG)
    public InputStream keys() {
        return open(file.keysPath());
    }

    private InputStream open(Path taken) {
        auditLog.record(currentActor.get(), new CheckpointsTaken(String.valueOf(taken.getFileName())));
        try {
            return Files.exists(taken) ? Files.newInputStream(taken) : InputStream.nullInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
