package org.deviceoffboarding.remediation.approval;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.setting.SavedSetting;
import org.jspecify.annotations.Nullable;

/**
 * The rules that change requests go by from a moment on.
 *
 * @param version rises with every change; 0 until an owner changes something
 * @param savedBy who changed them last; null until somebody does, as is the next
 */
public record SavedRemediationRules(
        long version,
        RemediationRules rules,
        @Nullable Actor savedBy,
        @Nullable Instant savedAt) implements SavedSetting {

    static final SavedRemediationRules DEFAULTS = new SavedRemediationRules(0, RemediationRules.defaults(), null, null);
}
