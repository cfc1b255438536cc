package org.deviceoffboarding.audit.evidence.file;

import java.util.List;

/**
 * What stands at the end of a file of evidence, before its manifest.
 *
 * @param keys the public keys that checkpoint and manifest are signed with, in C2SP's form of verifier keys
 * @param leftOut how many entries were asked for, too, that the checkpoint does not prove yet
 * @param unproved the numbers of entries that were asked for, too, and are not as they were sealed, so that nothing proves them; at most
 *     {@link #NAMED}
 * @param moreUnproved how many more of these there are
 */
public record EvidenceEnd(List<String> keys, long leftOut, List<Long> unproved, long moreUnproved) {

    /** More are not named. */
    public static final int NAMED = 1_000;

    public EvidenceEnd {
        keys = List.copyOf(keys);
        unproved = List.copyOf(unproved);
    }

    /** Returns a sentence that says of which entries nothing is proved; empty where of none. */
    String unprovedSentence() {
        if (unproved.isEmpty()) {
            return "";
        }
        String numbers =
                String.join(", ", unproved.stream().map(String::valueOf).toList());
        boolean one = unproved.size() + moreUnproved == 1;
        return (one ? "Entry " : "Entries ") + numbers + (moreUnproved == 0 ? "" : " and " + moreUnproved + " more")
                + (one ? " was asked for, too, and is" : " were asked for, too, and are")
                + " left out: what the log says there now is not what was sealed, so nothing proves it.";
    }
}
