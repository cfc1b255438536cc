package org.deviceoffboarding.evaluation;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.setting.SavedSetting;
import org.deviceoffboarding.judging.JudgingRules;
import org.jspecify.annotations.Nullable;

/**
 * The rules that runs go by from a moment on.
 *
 * @param version rises with every change; 0 until an owner changes something
 * @param keepProgress whether a run takes status and assignee of a suggestion over from the run before, as long as devices
 *     in it are still flagged
 * @param savedBy who changed them last; null until somebody does, as is the next
 */
public record SavedRules(
        long version,
        JudgingRules rules,
        boolean keepProgress,
        @Nullable Actor savedBy,
        @Nullable Instant savedAt) implements SavedSetting {

    /** What holds until an owner changes it. */
    public static final SavedRules DEFAULTS = new SavedRules(0, JudgingRules.defaults(), false, null, null);
}
