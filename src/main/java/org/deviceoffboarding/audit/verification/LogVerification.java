package org.deviceoffboarding.audit.verification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A verification that ended.
 *
 * @param behind how many entries it took as verified before; 0 where it verified all
 * @param size how many entries had a number
 * @param provedSize up to which entry a checkpoint outside proves the log; 0 where none does. Of what is behind it nothing is proved
 * @param provedAt when that checkpoint was signed; null where there is none
 * @param unsealed how many entries had no number yet, and could be altered without a trace
 * @param oldestUnsealed when the oldest of these was recorded; null where there was none
 * @param misfits what does not fit, the first entries first
 * @param remarks what else people should know
 * @param signed whether a key of this log signed that this was found; else it is the database's word alone
 */
public record LogVerification(
        Instant beganAt,
        Instant endedAt,
        Actor by,
        long behind,
        long size,
        long provedSize,
        @Nullable Instant provedAt,
        long unsealed,
        @Nullable Instant oldestUnsealed,
        List<Misfit> misfits,
        List<String> remarks,
        boolean signed) {

    public LogVerification {
        misfits = List.copyOf(misfits);
        remarks = List.copyOf(remarks);
    }

    static LogVerification of(Instant beganAt, Instant endedAt, Actor by, long behind, LogFindings found) {
        Claim proved = found.proved();
        return new LogVerification(
                beganAt.truncatedTo(ChronoUnit.MICROS), // as it is stored
                endedAt,
                by,
                behind,
                found.size(),
                proved == null ? 0 : proved.size(),
                proved == null ? null : proved.at(),
                found.waiting(),
                found.oldestWaiting(),
                found.misfits(),
                found.remarks(),
                true);
    }

    LogVerification asSigned() {
        return new LogVerification(
                beganAt,
                endedAt,
                by,
                behind,
                size,
                provedSize,
                provedAt,
                unsealed,
                oldestUnsealed,
                misfits,
                remarks,
                true);
    }

    /** Returns whether another one found the same. */
    boolean says(LogVerification other) {
        return size == other.size
                && provedSize == other.provedSize
                && unsealed == other.unsealed
                && misfits.equals(other.misfits)
                && remarks.equals(other.remarks);
    }

    /** Returns whether everything fits. */
    public boolean isGood() {
        return misfits.isEmpty();
    }

    /** Returns whether it looked at all entries. */
    public boolean isWhole() {
        return behind == 0;
    }

    /** Returns up to which entry the log is proved for all that does not fit; 0 where none is. */
    public long provedUntil() {
        return misfits.stream()
                .filter(Misfit::isAboutEntries)
                .map(Misfit::number)
                .filter(Objects::nonNull)
                .mapToLong(first -> first - 1)
                .reduce(provedSize, Math::min);
    }

    /** Returns up to where the log is proved for all that does not fit, in a sentence for people that names times in UTC. */
    public String proved() {
        long until = provedUntil();
        if (provedAt == null || until <= 0) {
            return "No entry is proved by a checkpoint outside the database.";
        }
        return until == 1
                ? "Entry 1 is still proved, by the checkpoint of %s outside the database."
                        .formatted(Misfits.time(provedAt))
                : "Entries 1 to %s are still proved, by the checkpoint of %s outside the database."
                        .formatted(Misfits.grouped(until), Misfits.time(provedAt));
    }

    /** Returns what came of it, in sentences for people that name times in UTC. Says nothing to be proved beyond its checkpoint. */
    public String sentence() {
        if (!isGood()) {
            return misfits.getFirst().sentence();
        }
        if (provedAt == null) {
            return "Nothing in the log contradicts itself, but no checkpoint outside the database proves it.";
        }
        long since = size - provedSize;
        return "Entries 1 to %s are proved by the checkpoint of %s outside the database.%s"
                .formatted(
                        Misfits.grouped(provedSize),
                        Misfits.time(provedAt),
                        since == 0 ? "" : " %s sealed since are not.".formatted(Misfits.grouped(since)));
    }
}
