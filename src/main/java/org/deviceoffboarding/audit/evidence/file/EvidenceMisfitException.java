package org.deviceoffboarding.audit.evidence.file;

/** Something in a file of evidence is not as the portal writes it, or does not fit. Its message goes on in the middle of a sentence. */
final class EvidenceMisfitException extends Exception {

    EvidenceMisfitException(String message) {
        super(message);
    }
}
