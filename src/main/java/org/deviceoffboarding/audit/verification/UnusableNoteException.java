package org.deviceoffboarding.audit.verification;

/** A checkpoint can't be read, or is of another log; its message is for people. */
class UnusableNoteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableNoteException(String message) {
        super(message);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
