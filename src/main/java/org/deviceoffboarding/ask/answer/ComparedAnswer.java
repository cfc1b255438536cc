package org.deviceoffboarding.ask.answer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What fits now, beside what fitted when another run's result counted.
 *
 * @param runId the other run; 0 where there is none
 * @param at when its result began to count; null where there is none
 * @param problem why nothing can be compared, a sentence; null where it can
 * @param before how many fitted then; 0 where that cannot be told, as are the next two
 * @param added how many fit now and did not then
 * @param gone how many fitted then and do not now
 * @param addedDevices some of those that are new, by name
 * @param goneDevices some of those that are gone, by name
 */
public record ComparedAnswer(
        long runId,
        @Nullable Instant at,
        @Nullable String problem,
        long before,
        long added,
        long gone,
        List<FittedDevice> addedDevices,
        List<FittedDevice> goneDevices) {

    /** So many of each are named. */
    public static final int NAMED = 100;

    public ComparedAnswer {
        addedDevices = List.copyOf(addedDevices);
        goneDevices = List.copyOf(goneDevices);
    }

    static ComparedAnswer impossible(String problem) {
        return new ComparedAnswer(0, null, problem, 0, 0, 0, List.of(), List.of());
    }

    /** A device that is new or gone. Of the latter Entra may not have it any more. */
    public record FittedDevice(UUID objectId, String name) {}
}
