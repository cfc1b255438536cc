package org.deviceoffboarding.audit.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.deviceoffboarding.audit.evidence.file.EvidenceForm;
import org.deviceoffboarding.audit.evidence.file.EvidenceHead;
import org.deviceoffboarding.audit.evidence.file.EvidenceWriter;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.audit.seal.NewestCheckpoint;
import org.deviceoffboarding.audit.seal.TreeReader;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes entries with what proves them into files that anybody can check without the portal: {@code verify}. */
@Service
@May(Capability.EXPORT_AUDIT_LOG)
public class EvidenceService {

    private static final int AT_ONCE = 1_000;

    private final AuditLogService log;
    private final EvidenceRepository entries;
    private final NewestCheckpoint newest;
    private final TreeReader tree;
    private final EvidenceWording wording;
    private final CheckpointKey key;
    private final CheckpointFile file;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;

    EvidenceService(
            AuditLogService log,
            EvidenceRepository entries,
            NewestCheckpoint newest,
            TreeReader tree,
            EvidenceWording wording,
            CheckpointKey key,
            CheckpointFile file,
            AuditLog auditLog,
            CurrentActor currentActor,
            PlatformTransactionManager transactions) {
        this.log = log;
        this.entries = entries;
        this.newest = newest;
        this.tree = tree;
        this.wording = wording;
        this.key = key;
        this.file = file;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Writes a file, the newest entries first, part by part. What is not sealed yet is left out and counted; what is not as it was
     * sealed is left out and named. The same entries make the
     * same file as long as nothing more is sealed. That it was begun is an entry.
     *
     * @param about what evidence is wanted about
     * @param out not closed
     * @param beforeEach called before each part; what it throws ends the file in its middle
     * @throws EvidenceRefusedException if nothing was sealed yet
     */
    public void write(EvidenceAbout about, EvidenceForm form, OutputStream out, Runnable beforeEach)
            throws IOException {
        EvidenceParts parts =
                switch (about) {
                    case EvidenceAbout.Filtered filtered -> EvidenceParts.of(log, filtered.filter());
                    case EvidenceAbout.Device device ->
                        EvidenceParts.of(
                                log,
                                AuditFilter.NONE.withDevice(device.objectId().toString()));
                    case EvidenceAbout.Request request -> EvidenceParts.of(entries, request.number(), AT_ONCE);
                };
        List<Long> ids = parts.next();
        SignedCheckpoint checkpoint = begin(about, form);
        EvidenceHead head = new EvidenceHead(wording.of(about.asked()), checkpoint.text());
        EvidenceWriter writer = EvidenceWriter.begin(out, form, head, checkpoint.checkpoint());
        EvidenceProver prover = new EvidenceProver(entries, tree, checkpoint.checkpoint(), wording);
        long leftOut = 0;
        while (!ids.isEmpty()) {
            beforeEach.run();
            leftOut += prover.write(ids, writer);
            ids = parts.next();
        }
        String origin = checkpoint.checkpoint().origin();
        writer.end(
                prover.end(keys(checkpoint), leftOut),
                text -> key.sign(origin, text).note());
    }

    private SignedCheckpoint begin(EvidenceAbout about, EvidenceForm form) {
        SignedCheckpoint checkpoint = newest.get()
                .orElseThrow(
                        () -> new EvidenceRefusedException(
                                entries.isSealed()
                                        ? "The newest checkpoint is signed by a key that this portal does not have. Verify the audit log."
                                        : "Nothing of the audit log is sealed yet, so there is nothing to prove. Try again in a few seconds."));
        transaction.executeWithoutResult(status -> auditLog.record(
                currentActor.get(),
                new EvidenceTaken(about, form, checkpoint.checkpoint().size())));
        return checkpoint;
    }

    /** Returns the keys that the file is checked with: the checkpoint may have been signed by an earlier one. */
    private List<String> keys(SignedCheckpoint checkpoint) {
        VerifierKey own = key.verifierKey(checkpoint.checkpoint().origin());
        VerifierKey sealing = Stream.concat(Stream.of(own), file.keys().stream())
                .filter(each -> checkpoint.isSignedBy(Set.of(each)))
                .findFirst()
                .orElseThrow(
                        () -> new EvidenceRefusedException(
                                "The newest checkpoint is signed by a key that this portal does not have. Verify the audit log."));
        return Stream.of(own, sealing)
                .map(VerifierKey::text)
                .sorted(Comparator.naturalOrder())
                .distinct()
                .toList();
    }
}
