package org.deviceoffboarding.audit.seal;

/** The tree lacks what it needs: rows were removed that are never removed. The message is a sentence for people. */
public final class BrokenTreeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenTreeException(String sentence) {
        super(sentence);
    }
}
