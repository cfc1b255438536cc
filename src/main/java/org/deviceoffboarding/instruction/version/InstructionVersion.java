package org.deviceoffboarding.instruction.version;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.setting.SavedSetting;
import org.jspecify.annotations.Nullable;

/**
 * The custom instructions that runs go by from a moment on.
 *
 * @param version rises with every change; 0 until an owner writes some
 * @param text as the owner wrote it; may be empty
 * @param sentences how many instructions it has
 * @param savedBy who wrote them; null until somebody does, as is the next
 */
public record InstructionVersion(
        long version,
        String text,
        int sentences,
        @Nullable Actor savedBy,
        @Nullable Instant savedAt) implements SavedSetting {

    /** What holds until an owner writes some. */
    public static final InstructionVersion NONE = new InstructionVersion(0, "", 0, null, null);
}
