package org.deviceoffboarding.audit.verification;

import java.time.Instant;
import java.util.List;
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
        List<String> remarks) {

    public LogVerification {
        misfits = List.copyOf(misfits);
        remarks = List.copyOf(remarks);
    }

    static LogVerification of(Instant beganAt, Instant endedAt, Actor by, long behind, LogFindings found) {
        Claim proved = found.proved();
        return new LogVerification(
                beganAt,
                endedAt,
                by,
                behind,
                found.size(),
                proved == null ? 0 : proved.size(),
                proved == null ? null : proved.at(),
                found.waiting(),
                found.oldestWaiting(),
                found.misfits(),
                found.remarks());
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
