package org.deviceoffboarding.audit.evidence.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.checkpoint.SignedNote;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;

/** The two signatures of a file of evidence: under the checkpoint, and under what was written into the file. */
final class EvidenceSignatures {

    private final List<VerifierKey> keys = new ArrayList<>();
    private final List<String> misfits = new ArrayList<>();
    private final EvidenceNumbers numbers;

    /**
     * @param expected what the manifest has to say of the file as it is
     * @param numbers of the entries in it
     */
    EvidenceSignatures(
            SignedCheckpoint checkpoint, List<String> keys, String expected, EvidenceNumbers numbers, String manifest) {
        this.numbers = numbers;
        keys.forEach(key -> addKey(key, checkpoint.checkpoint().origin()));
        Set<VerifierKey> signers = new HashSet<>();
        this.keys.stream().filter(key -> checkpoint.isSignedBy(Set.of(key))).forEach(signers::add);
        if (signers.isEmpty()) {
            misfits.add("The checkpoint is not signed by a key of the file: it was changed, or is another log's.");
        }
        signers.addAll(checkManifest(expected, manifest));
        if (signers.size() != keys.size()) {
            misfits.add("The file has keys that signed nothing in it.");
        }
    }

    private void addKey(String text, String origin) {
        try {
            VerifierKey key = VerifierKey.parse(text);
            if (key.name().equals(origin)) {
                keys.add(key);
            } else {
                misfits.add("The key " + EvidenceWords.shown(text) + " is another log's.");
            }
        } catch (MalformedNoteException e) {
            misfits.add("The key " + EvidenceWords.shown(text) + " is none (" + e.getMessage() + ").");
        }
    }

    private List<VerifierKey> checkManifest(String expected, String manifest) {
        try {
            SignedNote note = SignedNote.parse(manifest);
            List<VerifierKey> signers =
                    keys.stream().filter(key -> key.isSignerOf(note)).toList();
            if (note.signatures().size() != 1 || signers.isEmpty()) {
                misfits.add("What the file holds is not signed by a key of the file.");
            } else if (!note.text().equals(expected)) {
                EvidenceNumbers written = EvidenceManifest.numbers(note.text());
                if (!written.isEmpty()) {
                    misfits.addAll(numbers.misfits(written));
                }
                misfits.add(
                        "The file does not hold what the portal wrote into it: entries were left out, added or moved, or"
                                + " something else in it was changed.");
            }
            return signers;
        } catch (MalformedNoteException e) {
            misfits.add("What was signed of the file is no signed note (" + e.getMessage() + ").");
            return List.of();
        }
    }

    /** Returns the keys of the file that are keys of its log. */
    List<VerifierKey> keys() {
        return keys;
    }

    List<String> misfits() {
        return misfits;
    }
}
