package org.deviceoffboarding.audit.evidence.file;

/**
 * What the portal signs of a file of evidence: which log it is of, how many entries it holds, the SHA-256 of all that stands before it,
 * and which entries these are. The second line begins with no digit, so that it is never taken for a checkpoint, which the same key signs.
 */
final class EvidenceManifest {

    private static final int LINE_OF_NUMBERS = 3;

    private EvidenceManifest() {}

    /**
     * @param sum in base64
     * @param numbers which not all formats have
     */
    static String text(String origin, long entries, String sum, EvidenceNumbers numbers, long format) {
        return origin + "\nevidence " + entries + "\n" + sum + "\n"
                + (format < EvidenceJson.WITH_NUMBERS ? "" : numbers.line() + "\n");
    }

    /** Returns which entries a text says that were written. */
    static EvidenceNumbers numbers(String text) {
        return text.lines()
                .skip(LINE_OF_NUMBERS)
                .findFirst()
                .map(EvidenceNumbers::of)
                .orElseGet(EvidenceNumbers::new);
    }
}
