package org.deviceoffboarding.evaluation;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast earlier runs went, and how much they had to do: what is left of a run is estimated by it, for as long as the run itself
 * bears that out.
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

    /** In seconds: before, a phase says nothing of how fast it is. */
    private static final double SETTLED = 10;

    /** A run that is slower than this is like none before. */
    private static final double MOST_TIMES_SLOWER = 3;

    /**
     * How long a run has left.
     *
     * @param least if it goes on as earlier ones did
     * @param most if it goes on as it does now; as {@code least} where it is no slower
     */
    public record Left(Duration least, Duration most) {}

    /**
     * Returns how long a run has left, by what it has done, and by how long that took it.
     *
     * @param begun the progress with which the phase began
     * @param inPhase how long it has been in the phase
     * @return nothing where the run is so much slower than earlier ones that they say nothing of it
     */
    public Optional<Left> left(RunPhase phase, RunProgress progress, RunProgress begun, Duration inPhase) {
        double taken = inPhase.toMillis() / 1000.0;
        double usual = usual(phase, progress, begun);
        if (isUncounted(phase, progress)) {
            return taken > usual + SETTLED
                    ? Optional.empty()
                    : Optional.of(left(Math.max(0, usual - taken) + after(phase, progress), 1));
        }
        double slower = taken < SETTLED ? 1 : taken / Math.max(usual, 0.001);
        return slower > MOST_TIMES_SLOWER
                ? Optional.empty()
                : Optional.of(left(rest(phase, progress) + after(phase, progress), Math.max(1, slower)));
    }

    private static Left left(double seconds, double slower) {
        return new Left(duration(seconds), duration(seconds * slower));
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(1000 * Math.max(0, seconds)));
    }

    /** What comes after the devices is counted in no number: the other lists, and what the last phase does. */
    private boolean isUncounted(RunPhase phase, RunProgress progress) {
        return phase == RunPhase.SUGGEST || phase == RunPhase.READ && progress.devicesRead() >= devicesRead;
    }

    /** Returns how long earlier runs took for what this one has done in its phase; for the whole of one that counts nothing. */
    private double usual(RunPhase phase, RunProgress progress, RunProgress begun) {
        return switch (phase) {
            case READ -> read * (progress.devicesRead() - begun.devicesRead());
            case JUDGE -> judge * (progress.judged() - begun.judged());
            case CONFIRM -> confirm * (progress.confirmed() - begun.confirmed());
            case SUGGEST -> suggest;
        };
    }

    /** Returns how long the rest of a phase took earlier runs. */
    private double rest(RunPhase phase, RunProgress progress) {
        return switch (phase) {
            case READ -> read * Math.max(0, devicesRead - progress.devicesRead());
            case JUDGE -> judge * (progress.entraDevices() - progress.judged());
            case CONFIRM -> confirm * (progress.toConfirm() - progress.confirmed());
            case SUGGEST -> suggest;
        };
    }

    /** Returns how long earlier runs took for the phases that follow one. */
    private double after(RunPhase phase, RunProgress progress) {
        return switch (phase) {
            case READ -> judge * Math.max(entraDevices, progress.entraDevices()) + confirm * toConfirm + suggest;
            case JUDGE -> confirm * toConfirm + suggest;
            case CONFIRM -> suggest;
            case SUGGEST -> 0;
        };
    }
}
