package org.deviceoffboarding.audit.evidence.file;

/** A file that can't be checked: it is something else, or of a format of another version. Its message is a sentence. */
final class NotEvidenceException extends Exception {

    NotEvidenceException(String sentence) {
        super(sentence);
    }
}
