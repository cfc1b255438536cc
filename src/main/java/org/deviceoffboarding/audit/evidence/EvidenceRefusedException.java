package org.deviceoffboarding.audit.evidence;

/** There can't be evidence now. The message is a sentence for people that says why and what to do. */
public final class EvidenceRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EvidenceRefusedException(String sentence) {
        super(sentence);
    }
}
