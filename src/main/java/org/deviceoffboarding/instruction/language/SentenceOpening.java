package org.deviceoffboarding.instruction.language;

import org.deviceoffboarding.instruction.language.Lexicon.Verb;
import org.deviceoffboarding.language.ConditionKeyword;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.IdReader;
import org.deviceoffboarding.language.NotUnderstoodException;
import org.deviceoffboarding.language.Token;

/** Reads how a sentence begins, which says what becomes of the devices that it describes. */
final class SentenceOpening {

    private static final String NO_INSTRUCTION_ADDS =
            "A device is suggested only for what is known of it, so no instruction can add one.";

    private SentenceOpening() {}

    /**
     * Reads the verb, and "from all recommendations" behind it.
     *
     * @throws NotUnderstoodException if it does not say whether the devices are left out or all others
     */
    static InstructionType read(Cursor cursor) {
        Token first = cursor.peek();
        Verb verb = cursor.accept(Lexicon.VERBS);
        if (verb == null) {
            throw cursor.problem("an instruction begins with “Exclude” or “Include only”.");
        }
        cursor.accept(Lexicon.ENDINGS);
        return switch (verb) {
            case EXCLUDE -> InstructionType.EXCLUDE;
            case INCLUDE_ONLY -> InstructionType.INCLUDE_ONLY;
            case INCLUDE -> included(first, cursor);
            case KEEP ->
                throw NotUnderstoodException.at(
                        first,
                        "“" + first.text()
                                + "” can mean that devices are not to be removed, or that they are to be suggested: write “Exclude” or"
                                + " “Include only”.");
        };
    }

    /** With a condition of its own it says when a device is suggested, so that without it none is. */
    private static InstructionType included(Token first, Cursor cursor) {
        if (isAskedForActivity(cursor)) {
            return InstructionType.INCLUDE_ONLY;
        }
        throw NotUnderstoodException.at(
                first,
                namesIds(cursor)
                        ? "“" + first.text() + " [ID] in all recommendations” has no meaning here. "
                                + NO_INSTRUCTION_ADDS
                                + " Write “Include only [ID] in recommendations” if all other devices are to be left out, or"
                                + " remove the sentence."
                        : "“" + first.text() + "” alone does not say what becomes of all other devices. "
                                + NO_INSTRUCTION_ADDS + " Write “Include only” if all others are to be left out.");
    }

    private static boolean isAskedForActivity(Cursor cursor) {
        int mark = cursor.mark();
        boolean condition = cursor.accept("if");
        cursor.skip(Lexicon.LINKS);
        cursor.accept(Lexicon.DEVICES);
        cursor.skip(Lexicon.LINKS);
        boolean asked = condition && cursor.peek(Lexicon.OPENERS) instanceof ConditionKeyword.Activity;
        cursor.reset(mark);
        return asked;
    }

    private static boolean namesIds(Cursor cursor) {
        cursor.skip(Lexicon.DETERMINERS);
        cursor.accept(Lexicon.DEVICES);
        cursor.skip(Lexicon.LINKS);
        return cursor.peek(Lexicon.OPENERS) instanceof ConditionKeyword.Ids
                || (!cursor.atEnd() && IdReader.isLike(cursor.peek()));
    }
}
