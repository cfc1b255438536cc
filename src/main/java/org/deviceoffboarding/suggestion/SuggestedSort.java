package org.deviceoffboarding.suggestion;

import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.evaluation.FindingFilter;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;

/** The sort of devices that a suggestion is about. */
record SuggestedSort(long runId, Situation situation, Platform platform, Ownership ownership, KindGroup group) {

    /** Returns the filter for those of them that have a text. */
    FindingFilter devices(String text) {
        return new FindingFilter(text, situation, platform, ownership, group);
    }
}
