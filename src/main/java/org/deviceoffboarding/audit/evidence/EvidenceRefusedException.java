package org.deviceoffboarding.audit.evidence;

/** There can't be evidence now. The message is a sentence for people that says why and what to do. */
public final class EvidenceRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EvidenceRefusedException(String sentence) {
        super(sentence);
    }

    static EvidenceRefusedException notAsSealed(long number) {
        return new EvidenceRefusedException(
                "Entry " + number + " is not as it was sealed, so it can't be proved. Verify the audit log.");
    }
}
