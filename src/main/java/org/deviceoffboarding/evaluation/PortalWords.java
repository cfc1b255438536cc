package org.deviceoffboarding.evaluation;

import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.judging.Evidence;
import org.deviceoffboarding.judging.Timestamps;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;

/** What this portal did to a device, as a sentence. */
public final class PortalWords {

    private PortalWords() {}

    /** Returns the evidence of a device, in which what the portal did since stands for the state that was so before. */
    public static List<String> over(List<String> evidence, @Nullable VerifiedChange change) {
        return change == null
                ? evidence
                : Stream.concat(
                                evidence.stream().filter(sentence -> !Evidence.isState(sentence)),
                                Stream.of(of(change)))
                        .toList();
    }

    /** Returns a sentence with what the portal did since. */
    public static String behind(String sentence, @Nullable VerifiedChange change) {
        return change == null ? sentence : sentence + " " + of(change);
    }

    /** Returns what was done, when, and by which request. */
    public static String of(VerifiedChange change) {
        String when = " on " + Timestamps.words(change.doneAt()) + " (request " + change.requestId() + ").";
        return switch (change.kind()) {
            case DISABLED -> "This portal disabled it" + when;
            case TAKEN_OVER -> "Somebody else had disabled it; this portal took it over" + when;
            case ENABLED -> "This portal enabled it again" + when + " The next run judges it anew.";
            case DELETED -> "This portal deleted it" + when;
            case RESTORED -> "This portal restored it" + when + " It is disabled as before.";
        };
    }
}
