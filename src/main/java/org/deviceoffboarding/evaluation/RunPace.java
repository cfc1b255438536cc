package org.deviceoffboarding.evaluation;

import java.time.Duration;

/**
 * How fast earlier runs went, and how much they had to do: what is left of a run is estimated by it.
 *
 * @param read seconds for each device read, in Entra and Intune together; the next two for each device judged and confirmed
 * @param suggest seconds for the last phase
 * @param devicesRead how many devices the newest of them read, which is how many are expected; the next two likewise
 */
public record RunPace(
        double read,
        double judge,
        double confirm,
        double suggest,
        long devicesRead,
        long entraDevices,
        long toConfirm) {

    /** Returns how long a run has left, by what it has done. */
    public Duration left(RunPhase phase, RunProgress progress) {
        long toJudge = phase == RunPhase.READ
                ? Math.max(entraDevices, progress.entraDevices())
                : progress.entraDevices() - progress.judged();
        long confirming =
                phase.compareTo(RunPhase.CONFIRM) < 0 ? toConfirm : progress.toConfirm() - progress.confirmed();
        double seconds =
                switch (phase) {
                    case READ ->
                        read * Math.max(0, devicesRead - progress.devicesRead())
                                + judge * toJudge
                                + confirm * confirming
                                + suggest;
                    case JUDGE -> judge * toJudge + confirm * confirming + suggest;
                    case CONFIRM -> confirm * confirming + suggest;
                    case SUGGEST -> suggest;
                };
        return Duration.ofMillis(Math.round(1000 * Math.max(0, seconds)));
    }
}
