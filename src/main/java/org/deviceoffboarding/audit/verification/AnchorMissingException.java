package org.deviceoffboarding.audit.verification;

/** There is no checkpoint outside from which on only what is new could be verified: all has to be. */
class AnchorMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnchorMissingException(long size) {
        super("No checkpoint outside is of " + size + " entries, or there are fewer");
    }
}
