package org.deviceoffboarding.inventory;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which of Intune's audit events say that a device left. Compared without case, since Intune's spelling varies.
 *
 * @param removalActivities activity types; each names what it does with the word retire, wipe or delete
 * @param hiddenActivity part of the activity by which a clean-up rule hides a device
 */
@ConfigurationProperties("portal.evaluation")
record RemovalProperties(
        @DefaultValue({"retire ManagedDevice", "wipe ManagedDevice", "delete ManagedDevice"})
        List<String> removalActivities,

        @DefaultValue("hidden from admin by Device Cleanup Rule")
        String hiddenActivity) {

    RemovalProperties {
        removalActivities.forEach(RemovalProperties::kindNamedIn);
    }

    /** Returns what kind of removal an event is, or null if it is none. */
    RemovalEvent.@Nullable Kind kindOf(AuditEventRow event) {
        String type = event.activityType() == null ? "" : event.activityType().strip();
        for (String activity : removalActivities) {
            if (activity.equalsIgnoreCase(type)) {
                return kindNamedIn(activity);
            }
        }
        return isHidden(type) || isHidden(event.activity()) || isHidden(event.displayName())
                ? RemovalEvent.Kind.HIDDEN
                : null;
    }

    private boolean isHidden(@Nullable String text) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(hiddenActivity.toLowerCase(Locale.ROOT));
    }

    private static RemovalEvent.Kind kindNamedIn(String activity) {
        String words = activity.toLowerCase(Locale.ROOT);
        if (words.contains("retire")) {
            return RemovalEvent.Kind.RETIRE;
        }
        if (words.contains("wipe")) {
            return RemovalEvent.Kind.WIPE;
        }
        if (words.contains("delete")) {
            return RemovalEvent.Kind.DELETE;
        }
        throw new IllegalArgumentException("portal.evaluation.removal-activities holds '" + activity
                + "', which names none of retire, wipe and delete. Correct the setting, then start the portal again.");
    }
}
