package org.deviceoffboarding.audit.evidence.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * What somebody got elsewhere and trusts: the log's keys, or checkpoints that left the portal earlier. Read once, however long it is, and
 * held against what a file of evidence says.
 */
final class EvidenceTrust {

    private static final String SIGNATURE = "\u2014 ";

    private final String name;
    private final SignedCheckpoint proving;
    private final List<VerifierKey> keys;
    private final Set<VerifierKey> known = new HashSet<>();
    private final Map<VerifierKey, SignedCheckpoint> lastNaming = new HashMap<>();
    private final List<String> misfits = new ArrayList<>();
    private @Nullable SignedCheckpoint newest;
    private boolean among;
    private long others;

    private EvidenceTrust(String name, SignedCheckpoint proving, List<VerifierKey> keys) {
        this.name = name;
        this.proving = proving;
        this.keys = keys;
    }

    /**
     * Holds what a file says against what is trusted.
     *
     * @param proving the file's checkpoint
     * @param keys the file's keys
     * @throws NotEvidenceException if what is trusted is neither keys nor checkpoints
     */
    static EvidenceTrust of(Path trusted, SignedCheckpoint proving, List<VerifierKey> keys)
            throws IOException, NotEvidenceException {
        EvidenceTrust trust =
                new EvidenceTrust(EvidenceWords.shown(String.valueOf(trusted.getFileName())), proving, keys);
        try (BufferedReader lines = Files.newBufferedReader(trusted, StandardCharsets.UTF_8)) {
            trust.read(lines);
        } catch (CharacterCodingException e) {
            throw trust.isNeither();
        }
        trust.judge();
        return trust;
    }

    private NotEvidenceException isNeither() {
        return new NotEvidenceException(
                name
                        + " holds neither keys nor checkpoints of an audit log: give a copy of audit-keys.txt or audit-checkpoints.txt.");
    }

    private void read(BufferedReader lines) throws IOException, NotEvidenceException {
        StringBuilder note = new StringBuilder();
        boolean signed = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (signed && line.isEmpty()) {
                checkpoint(note.toString());
                note.setLength(0);
                signed = false;
            } else if (!note.isEmpty() || !line.isEmpty() && !isKey(line)) {
                note.append(line).append('\n');
                signed |= line.startsWith(SIGNATURE);
            }
        }
        if (signed) {
            last(note.toString());
        }
        if (known.isEmpty() && newest == null && others == 0) {
            throw isNeither();
        }
    }

    private boolean isKey(String line) {
        try {
            VerifierKey key = VerifierKey.parse(line);
            if (key.name().equals(proving.checkpoint().origin())) {
                known.add(key);
            } else {
                others++;
            }
            return true;
        } catch (MalformedNoteException notAKey) {
            return false;
        }
    }

    /** The last one may have been copied while it was written. */
    private void last(String note) {
        try {
            checkpoint(note);
        } catch (NotEvidenceException torn) {
            // What stands before it counts.
        }
    }

    private void checkpoint(String note) throws NotEvidenceException {
        SignedCheckpoint read;
        try {
            read = SignedCheckpoint.parse(note);
        } catch (MalformedNoteException e) {
            throw isNeither();
        }
        Checkpoint one = read.checkpoint();
        Checkpoint ours = proving.checkpoint();
        if (!one.origin().equals(ours.origin())) {
            others++;
            return;
        }
        newest = read;
        keys.stream().filter(read::names).forEach(key -> lastNaming.put(key, read));
        if (one.size() == ours.size()) {
            among |= ours.hasRoot(one.root());
            if (!ours.hasRoot(one.root())) {
                misfits.add("By the checkpoint of " + one.at() + " in " + name + " the log was another when it held "
                        + EvidenceWords.entries(one.size()) + ": it was rewritten, or the file is made up.");
            }
        }
    }

    private void judge() {
        lastNaming.forEach((key, checkpoint) -> {
            if (checkpoint.isSignedBy(Set.of(key))) {
                known.add(key);
            }
        });
        if (known.isEmpty() && newest == null) {
            misfits.add(name + " is another log's.");
            return;
        }
        keys.stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> misfits.add("The key " + key.text() + " is not known from " + name
                        + ": whoever made the file could have made the key."));
    }

    List<String> misfits() {
        return misfits;
    }

    /** Returns what it means that all fits. */
    String sentence() {
        SignedCheckpoint last = newest;
        if (last == null) {
            return "It is signed by the log's key, as " + name + " has it.";
        }
        return among
                ? "Its checkpoint is among those in " + name + "."
                : "Its checkpoint is not among those in " + name + ", whose newest is of "
                        + last.checkpoint().at() + "; the same key signed both.";
    }
}
