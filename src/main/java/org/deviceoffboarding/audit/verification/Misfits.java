package org.deviceoffboarding.audit.verification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.deviceoffboarding.audit.verification.Misfit.Kind;
import org.deviceoffboarding.base.words.Written;
import org.jspecify.annotations.Nullable;

/** The sentences for what does not fit. */
final class Misfits {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Misfits() {}

    static Misfit changed(long number) {
        return new Misfit(
                Kind.CHANGED,
                number,
                ("Entry %s was sealed with a hash that its content, its devices included, does not have: it was changed since,"
                                + " or stored so past the portal.")
                        .formatted(Written.number(number)));
    }

    static Misfit changedUnsealed(long entryId, Instant at) {
        return new Misfit(
                Kind.CHANGED,
                null,
                ("The entry in row %d of %s, which waits for its number, has not the hash of what it says, and will not be sealed: somebody"
                                + " other than the portal stored it, or changed it.")
                        .formatted(entryId, time(at)));
    }

    static Misfit entryMissing(long number) {
        return new Misfit(
                Kind.ENTRY_MISSING,
                number,
                "Entry %s is missing: it was sealed, and what it said was removed.".formatted(Written.number(number)));
    }

    static Misfit numbersMissing(long first, long last) {
        return new Misfit(
                Kind.NUMBER_MISSING,
                first,
                first == last
                        ? "Number %s is missing, so that no entry behind it can be proved."
                                .formatted(Written.number(first))
                        : "Numbers %s to %s are missing, so that no entry behind them can be proved."
                                .formatted(Written.number(first), Written.number(last)));
    }

    static Misfit doubled(long number) {
        return new Misfit(
                Kind.DOUBLED,
                number,
                "Entry %s is there more than once, so that no entry behind it can be proved."
                        .formatted(Written.number(number)));
    }

    static Misfit inserted(long entryId, Instant at) {
        return new Misfit(
                Kind.INSERTED,
                null,
                ("The entry in row %d of %s has no number and does not wait for one: it was put in past the portal, or kept from being"
                                + " sealed.")
                        .formatted(entryId, time(at)));
    }

    static Misfit strayDevice(long entryId) {
        return new Misfit(
                Kind.INSERTED, null, "A device is noted for an entry that does not exist (row %d).".formatted(entryId));
    }

    static Misfit waitingWrongly(long entryId) {
        return new Misfit(
                Kind.WAITING_WRONGLY,
                null,
                "Row %d waits to be numbered, and is no entry or has a number already.".formatted(entryId));
    }

    /** @param count of how many; those that prove more entries than there are, and those of a log before it was restored, left out */
    static Misfit checkpointsMissing(long count) {
        return new Misfit(
                Kind.CHECKPOINTS_MISSING,
                null,
                (count == 1
                                ? "1 checkpoint that the file outside has is missing in the database, though by the file the entries are"
                                        + " proved all the same: find out who took its row out of the table audit_checkpoint, and put it back."
                                : "%s checkpoints that the file outside has are missing in the database, though by the file the entries are"
                                        + " proved all the same: find out who took their rows out of the table audit_checkpoint, and put them"
                                        + " back.")
                        .formatted(Written.number(count)));
    }

    /** @param first the one behind those that a checkpoint before proves */
    static Misfit notAsSigned(long first, Claim claim) {
        return new Misfit(
                Kind.NOT_AS_SIGNED,
                first,
                ("%s not what the checkpoint of %s outside the database was signed for: something was changed, removed, added or"
                                + " moved there, and sealed again.")
                        .formatted(
                                numbered(first, claim.size()) + (first == claim.size() ? " is" : " are"),
                                time(claim.at())));
    }

    static Misfit cutOff(long last, Claim claim) {
        return new Misfit(
                Kind.CUT_OFF,
                last + 1,
                ("The log ends at entry %s, and the checkpoint of %s outside the database was signed for %s: the end was cut off,"
                                + " or an older backup was restored.")
                        .formatted(Written.number(last), time(claim.at()), entries(claim.size())));
    }

    /**
     * @param count of how many
     * @param first the one for the fewest entries
     * @param last the one for the most
     */
    static Misfit wronglySigned(long count, Claim first, Claim last) {
        return new Misfit(
                Kind.WRONGLY_SIGNED,
                first.size(),
                count == 1
                        ? "The checkpoint of %s outside the database, for %s, is not signed by a key of this log."
                                .formatted(time(first.at()), entries(first.size()))
                        : "%s checkpoints outside the database are not signed by a key of this log: the first is of %s, for %s, the last of %s, for %s."
                                .formatted(
                                        Written.number(count),
                                        time(first.at()),
                                        entries(first.size()),
                                        time(last.at()),
                                        entries(last.size())));
    }

    static Misfit checkpointInside(Claim claim, boolean signed) {
        return new Misfit(
                Kind.CHECKPOINT_INSIDE,
                claim.size(),
                "The checkpoint of %s in the database, for %s, is not %s."
                        .formatted(
                                time(claim.at()),
                                entries(claim.size()),
                                signed ? "that of the entries that are there" : "signed by a key of this log"));
    }

    static Misfit checkpointUnreadable(long size, String why) {
        return new Misfit(
                Kind.CHECKPOINT_INSIDE,
                size,
                "The checkpoint in the database for %s can't be read: %s".formatted(entries(size), why));
    }

    static Misfit tile(long first, long last) {
        return new Misfit(
                Kind.TILE,
                first,
                "The hash that is kept of entries %s to %s is not theirs, so that proofs made with it are refused."
                        .formatted(Written.number(first), Written.number(last)));
    }

    /** @param last the largest size that was signed before; null where no checkpoint that was read says it */
    static String restored(Excuse excuse, @Nullable Long last) {
        if (last == null) {
            return ("The database was restored from a backup of %s, found on %s and confirmed by %s. What the log had behind that"
                            + " is not in it.")
                    .formatted(entries(excuse.size()), time(excuse.foundAt()), excuse.by());
        }
        return "The database was restored from a backup of %s, found on %s and confirmed by %s. %s of the log before %s not in it."
                .formatted(
                        entries(excuse.size()),
                        time(excuse.foundAt()),
                        excuse.by(),
                        numbered(excuse.size() + 1, last),
                        last == excuse.size() + 1 ? "is" : "are");
    }

    static Misfit refusedWrongly(long entryId, Instant at) {
        return new Misfit(
                Kind.REFUSED_WRONGLY,
                null,
                "The entry in row %d of %s fits its hash, and somebody other than the portal noted it among what is never sealed."
                        .formatted(entryId, time(at)));
    }

    static Misfit search() {
        return new Misfit(
                Kind.SEARCH_CHANGED,
                null,
                "The search of the log is not as the portal made it: somebody changed how the database takes entries apart into words, so"
                        + " that entries may be found that lack them, and others not.");
    }

    /** @param deviation a sentence that names what is otherwise */
    static Misfit definition(String deviation) {
        return new Misfit(Kind.DEFINITION_CHANGED, null, deviation);
    }

    static Misfit unreadable() {
        return new Misfit(
                Kind.UNREADABLE,
                null,
                "The database does not give out the log as it is, since somebody changed its tables: nothing in it is proved until that"
                        + " is put right.");
    }

    static Misfit otherWords(long number) {
        return new Misfit(
                Kind.SEARCH_CHANGED,
                number,
                ("Entry %s is kept with other words than it says, so that searches miss it, or find it wrongly: what it says is as it was"
                                + " sealed, and the words were put in past the portal.")
                        .formatted(Written.number(number)));
    }

    static Misfit foreign(String sentence) {
        return new Misfit(Kind.INSERTED, null, sentence);
    }

    static Misfit outsideUnusable(String why) {
        return new Misfit(Kind.OUTSIDE_UNUSABLE, null, why);
    }

    /** Returns such as "Entry 7" or "Entries 7 to 1,214". */
    static String numbered(long first, long last) {
        return first == last
                ? "Entry " + Written.number(first)
                : "Entries " + Written.number(first) + " to " + Written.number(last);
    }

    private static String entries(long count) {
        return Written.count(count, "entry", "entries");
    }

    static String time(Instant at) {
        return TIME.format(at);
    }
}
