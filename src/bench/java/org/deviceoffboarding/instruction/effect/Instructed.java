package org.deviceoffboarding.instruction.effect;

import java.time.Instant;
import org.deviceoffboarding.instruction.language.Subject;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Situation;

/** A device as a run shows it to instructions, for measurements. */
public final class Instructed {

    private Instructed() {}

    public static Subject device(DeviceFacts facts, Situation situation, Instant now) {
        return new InstructedDevice(facts, situation, now, group -> false);
    }
}
