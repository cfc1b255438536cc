package org.deviceoffboarding.audit.checkpoint;

/** A text is no note, no checkpoint or no key. The message is a sentence for people that says why. */
public final class MalformedNoteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedNoteException(String sentence) {
        super(sentence);
    }
}
