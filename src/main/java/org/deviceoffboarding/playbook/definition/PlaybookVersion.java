package org.deviceoffboarding.playbook.definition;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.setting.SavedSetting;
import org.jspecify.annotations.Nullable;

/**
 * What an owner made of a playbook, or what the portal comes with.
 *
 * @param version counts from 1 for each playbook; 0 is what the portal comes with
 * @param steps with steps that the portal has got since, and without those that it has lost
 */
public record PlaybookVersion(
        long version,
        List<Step> steps,
        @Nullable Actor savedBy,
        @Nullable Instant savedAt) implements SavedSetting {

    public PlaybookVersion {
        steps = List.copyOf(steps);
    }
}
