package org.deviceoffboarding.suggestion;

import java.time.Instant;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one situation, platform and ownership together, as one run made them. Hybrid joined and Windows
 * Autopilot devices have suggestions of their own.
 *
 * @param detail one line that tells it apart at a glance: "Removed from Intune · 9 wiped, 2 deleted"
 * @param devices how many devices it holds for, at least one
 * @param status what people set; in progress, too, once this portal did something to one of the devices
 * @param done what this portal did to the devices since
 * @param assignee whose it is; null for nobody's
 * @param version rises with every change; a change made from an older version is refused
 */
public record Suggestion(
        long id,
        long runId,
        Situation situation,
        Platform platform,
        Ownership ownership,
        KindGroup group,
        String title,
        String summary,
        String detail,
        int devices,
        SuggestionStatus status,
        DoneDevices done,
        @Nullable Assignee assignee,
        Instant updatedAt,
        long version) {

    /** Returns what the suggestions for the same sort of devices have in common in all runs. */
    public String sort() {
        return sort(situation, platform, ownership, group);
    }

    /** Returns the {@link #sort} of the suggestion that a finding is in. */
    public static String sortOf(Finding finding) {
        return sort(
                finding.situation(),
                finding.platform(),
                finding.ownership(),
                finding.kind().group());
    }

    private static String sort(Situation situation, Platform platform, Ownership ownership, KindGroup group) {
        return String.join("-", situation.name(), platform.name(), ownership.name(), group.name());
    }
}
