package org.deviceoffboarding.audit.verification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.words.Written;
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
 * @param misfitCount how many things do not fit
 * @param misfits these, the first entries first; of many the first ones and the newest
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
        long misfitCount,
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
                found.misfitCount(),
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
                misfitCount,
                misfits,
                remarks,
                true);
    }

    /** Returns whether another one found the same. */
    boolean says(LogVerification other) {
        return size == other.size
                && provedSize == other.provedSize
                && unsealed == other.unsealed
                && misfitCount == other.misfitCount
                && misfits.equals(other.misfits)
                && remarks.equals(other.remarks);
    }

    /** Returns whether everything fits. */
    public boolean isGood() {
        return misfits.isEmpty();
    }

    /** Returns whether what does not fit is the log's tables alone, and nothing that was sealed. */
    public boolean isOfTablesAlone() {
        return !isGood() && misfits.stream().allMatch(Misfit::isOfTables);
    }

    /** Returns whether something that was sealed is otherwise now, or not there. */
    public boolean isOfWhatWasSealed() {
        return misfits.stream().anyMatch(Misfit::isOfWhatWasSealed);
    }

    /** Returns whether it looked at all entries. */
    public boolean isWhole() {
        return behind == 0;
    }

    /**
     * Returns up to which entry the log is proved for all that does not fit, single entries that were changed or removed left out; 0 where
     * none is.
     */
    public long provedUntil() {
        return misfits.stream()
                .filter(Misfit::endsProof)
                .map(Misfit::number)
                .filter(Objects::nonNull)
                .mapToLong(first -> first - 1)
                .reduce(provedSize, Math::min);
    }

    /** Returns up to where the log is proved for all that does not fit, in a sentence for people that names times in UTC. */
    public String proved() {
        long until = provedUntil();
        long unproved = misfits.stream()
                .filter(Misfit::isOneEntry)
                .map(Misfit::number)
                .filter(number -> number != null && number <= until)
                .distinct()
                .count();
        if (provedAt == null || until <= unproved) {
            return "No entry is proved by a checkpoint outside the database.";
        }
        return until == 1
                ? "Entry 1 is still proved, by the checkpoint of %s outside the database."
                        .formatted(Misfits.time(provedAt))
                : "%s are still proved%s by the checkpoint of %s outside the database."
                        .formatted(
                                Misfits.numbered(1, until),
                                unproved == 0 ? "," : ", except those that do not fit,",
                                Misfits.time(provedAt));
    }

    private String misfitSentence() {
        Misfit first = misfits.getFirst();
        Misfit newest = MisfitTally.newest(misfits);
        if (misfitCount == 1) {
            return first.sentence();
        }
        return "%s things do not fit. The first: %s%s"
                .formatted(
                        Written.number(misfitCount),
                        first.sentence(),
                        newest.equals(first) ? "" : " The newest: " + newest.sentence());
    }

    /** Returns what came of it, in sentences for people that name times in UTC. Says nothing to be proved beyond its checkpoint. */
    public String sentence() {
        if (!isGood()) {
            return misfitSentence();
        }
        if (provedAt == null) {
            return "Nothing in the log contradicts itself, but no checkpoint outside the database proves it.";
        }
        long since = size - provedSize;
        return "%s %s proved by the checkpoint of %s outside the database.%s"
                .formatted(
                        Misfits.numbered(1, provedSize),
                        provedSize == 1 ? "is" : "are",
                        Misfits.time(provedAt),
                        since == 0
                                ? ""
                                : " %s sealed since %s not."
                                        .formatted(Written.number(since), since == 1 ? "is" : "are"));
    }
}
