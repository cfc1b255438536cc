package org.deviceoffboarding.ask.answer;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.inventory.ui.DeviceMoment;
import org.deviceoffboarding.playbook.PlaybookStep;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of one device.
 *
 * @param name may be empty
 * @param facts what is known of it, in the order of its page; none where something else was asked
 * @param sentences that answer
 * @param moments what happened to it, the newest first; none where something else was asked
 * @param suggestion that it is in; null where it is in none, as is its title
 * @param steps what to do with it, in their order; none where something else was asked
 */
public record ReportedDevice(
        UUID objectId,
        String name,
        List<DeviceFact> facts,
        List<String> sentences,
        List<DeviceMoment> moments,
        @Nullable Long suggestion,
        @Nullable String suggestionTitle,
        List<PlaybookStep> steps) {

    public ReportedDevice {
        facts = List.copyOf(facts);
        sentences = List.copyOf(sentences);
        moments = List.copyOf(moments);
        steps = List.copyOf(steps);
    }

    /** Something that is known of a device; the value is empty where it is not known. */
    public record DeviceFact(String label, String value) {}
}
