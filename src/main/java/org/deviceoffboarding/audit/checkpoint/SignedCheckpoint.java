package org.deviceoffboarding.audit.checkpoint;

import java.util.Collection;

/**
 * A checkpoint with its signature.
 *
 * @param note as it is kept
 */
public record SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {

    /**
     * Reads one; whether its signature holds is another question.
     *
     * @throws MalformedNoteException if it is not the note of a checkpoint
     */
    public static SignedCheckpoint parse(String text) {
        SignedNote note = SignedNote.parse(text);
        return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
    }

    /** Returns the whole text. */
    public String text() {
        return note.note();
    }

    /** Returns whether one of these keys, named as the log is, signed it. */
    public boolean isSignedBy(Collection<VerifierKey> keys) {
        return keys.stream().anyMatch(key -> key.name().equals(checkpoint.origin()) && key.isSignerOf(note));
    }

    /** Returns whether it carries a signature that says to be by this key, right or wrong. */
    public boolean names(VerifierKey key) {
        return note.signatures().stream().anyMatch(key::isNamedBy);
    }
}
