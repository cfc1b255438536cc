package org.deviceoffboarding.audit.verification;

import org.jspecify.annotations.Nullable;

/**
 * Something in the log that is not as it was sealed.
 *
 * @param number of the first entry that it is about; null where it is about none that has a number
 * @param sentence for people; names times in UTC
 */
public record Misfit(Kind kind, @Nullable Long number, String sentence) {

    /** What does not fit. Stored by its name. */
    public enum Kind {
        /** An entry, with its devices, has not the hash that was sealed, or is to be. */
        CHANGED,

        /** A number is there, and its entry is not. */
        ENTRY_MISSING,

        /** Numbers are missing among others. */
        NUMBER_MISSING,

        /** A number or an entry is there more than once. */
        DOUBLED,

        /** An entry has no number, and does not wait for one. */
        INSERTED,

        /** Something waits for a number that is no entry, or that has one, though nobody locked it. */
        WAITING_WRONGLY,

        /** An entry is kept from being sealed though nothing is wrong with it. */
        REFUSED_WRONGLY,

        /** A checkpoint outside says otherwise. */
        NOT_AS_SIGNED,

        /** A checkpoint outside proves more entries than there are. */
        CUT_OFF,

        /** A checkpoint outside is not signed by this log. */
        WRONGLY_SIGNED,

        /** A checkpoint inside is not that of the entries. */
        CHECKPOINT_INSIDE,

        /** Checkpoints that the file outside has, and that fit the entries, are not inside. */
        CHECKPOINTS_MISSING,

        /** A hash that proofs are made of is wrong. */
        TILE,

        /** What searches go by is not as it was made, or an entry's words are not those of what it says. */
        SEARCH_CHANGED,

        /** The log's tables, or what a query of them means, are not as the migrations made them. */
        DEFINITION_CHANGED,

        /** The database refuses to show the log as it is, so that nothing is proved. */
        UNREADABLE,

        /** The checkpoints outside are of another log, or can't be read. */
        OUTSIDE_UNUSABLE
    }

    /** Returns whether nothing is proved from its number on. */
    boolean endsProof() {
        return switch (kind) {
            case NUMBER_MISSING, DOUBLED, NOT_AS_SIGNED, CUT_OFF -> true;
            case CHANGED,
                    ENTRY_MISSING,
                    INSERTED,
                    WAITING_WRONGLY,
                    REFUSED_WRONGLY,
                    WRONGLY_SIGNED,
                    CHECKPOINT_INSIDE,
                    CHECKPOINTS_MISSING,
                    TILE,
                    SEARCH_CHANGED,
                    DEFINITION_CHANGED,
                    UNREADABLE,
                    OUTSIDE_UNUSABLE -> false;
        };
    }

    /** Returns whether the log's tables are not as the portal made them, and nothing that was sealed is known to be touched by it. */
    boolean isOfTables() {
        return kind == Kind.DEFINITION_CHANGED || kind == Kind.CHECKPOINTS_MISSING || kind == Kind.UNREADABLE;
    }

    /** Returns whether something that was sealed is otherwise now, or not there. */
    boolean isOfWhatWasSealed() {
        return endsProof() || number != null && isOneEntry();
    }

    /** Returns whether its number's entry is not proved, whatever is behind it. */
    boolean isOneEntry() {
        return kind == Kind.CHANGED || kind == Kind.ENTRY_MISSING;
    }
}
