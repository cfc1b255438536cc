package org.deviceoffboarding.audit.evidence.file;

/**
 * What the portal signs of a file of evidence: which log it is of, how many entries it holds, and the SHA-256 of all that stands before
 * it. The second line begins with no digit, so that it is never taken for a checkpoint, which the same key signs.
 */
final class EvidenceManifest {

    private EvidenceManifest() {}

    /** @param sum in base64 */
    static String text(String origin, long entries, String sum) {
        return origin + "\nevidence " + entries + "\n" + sum + "\n";
    }
}
