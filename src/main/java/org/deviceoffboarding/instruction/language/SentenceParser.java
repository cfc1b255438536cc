package org.deviceoffboarding.instruction.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionKeyword;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.IdReader;
import org.deviceoffboarding.language.NotUnderstoodException;
import org.deviceoffboarding.language.Token;

/** Reads one sentence, from its verb to its end; whatever is left over is an error. */
final class SentenceParser {

    private static final String A_CONDITION =
            "say which devices, such as “with IDs …”, “with last activity before …” or “with names matching …”.";

    private static final Set<String> IFS = Set.of("if", "when");

    /** The situation of a device that was retired is that of one that was wiped or deleted: saying more would reach further. */
    private static final String RETIRED =
            "“retired” has no meaning here: instructions do not tell apart whether a device was retired, wiped or deleted."
                    + " Write “Exclude [ID] from all recommendations” to leave it out always, or “Exclude devices with IDs [ID]"
                    + " and with situation removed from Intune”.";

    private final Cursor cursor;
    private final Values values;
    private final Activities activities;
    private final List<Criterion> criteria = new ArrayList<>();
    private InstructionType type = InstructionType.EXCLUDE;

    private SentenceParser(List<Token> tokens) {
        cursor = new Cursor(tokens);
        values = new Values(cursor);
        activities = new Activities(cursor);
    }

    /**
     * Reads a sentence.
     *
     * @throws NotUnderstoodException if any part of it is not understood
     */
    static Instruction parse(List<Token> tokens) {
        return new SentenceParser(tokens).sentence();
    }

    private Instruction sentence() {
        type = SentenceOpening.read(cursor);
        cursor.skip(Lexicon.DETERMINERS);
        adjectives();
        if (cursor.accept(Lexicon.DEVICES) != null && criteria.isEmpty()) {
            cursor.accept(Lexicon.ENDINGS);
        }
        conditions(criteria.isEmpty());
        if (cursor.accept(Lexicon.ENDINGS) != null && IFS.contains(cursor.lower(0))) {
            conditions(true);
        }
        if (!cursor.atEnd()) {
            throw cursor.problem(ErrorWording.leftOver(cursor));
        }
        return new Instruction(type, criteria);
    }

    /** What stands before "devices", as in "personal Windows devices". */
    private void adjectives() {
        Choice next = cursor.peek(Lexicon.CHOICES, Lexicon.OPENERS);
        if (next == null || next == Choice.UNKNOWN || next == Choice.OTHER || next.type() == ConditionType.SITUATION) {
            return;
        }
        while (next != null) {
            add(values.choices(next.type()));
            next = cursor.peek(Lexicon.CHOICES, Lexicon.OPENERS);
        }
        refuseOtherSort();
    }

    /** "Personal and Windows devices" could be both together, or each. */
    private void refuseOtherSort() {
        Token joint = cursor.here();
        int mark = cursor.mark();
        if (!cursor.atEnd() && (joint.kind() == Token.Kind.COMMA || cursor.accept("and") || cursor.accept("or"))) {
            if (cursor.mark() > mark
                    && !Lexicon.LINKS.contains(cursor.lower(0))
                    && cursor.peek(Lexicon.CHOICES, Lexicon.OPENERS) != null) {
                throw NotUnderstoodException.at(
                        joint,
                        "“" + joint.text()
                                + "” between different conditions can mean both together or each: write a sentence for each, or"
                                + " leave it out.",
                        each("", " devices. Exclude"));
            }
            cursor.reset(mark);
        }
    }

    private void conditions(boolean first) {
        boolean clear = first;
        boolean more = first || connected();
        while (more) {
            condition(links() || clear);
            clear = false;
            more = connected();
        }
    }

    /** Moves behind words such as "with" or "if the device has been"; returns whether there were any. */
    private boolean links() {
        int mark = cursor.mark();
        cursor.skip(Lexicon.LINKS);
        if (cursor.hasPassed(mark, IFS) && cursor.accept(Lexicon.DEVICES) != null) {
            cursor.skip(Lexicon.LINKS);
        }
        return cursor.mark() > mark;
    }

    private void condition(boolean clear) {
        Token start = cursor.here();
        if (cursor.peek(Lexicon.OPENERS, Lexicon.CHOICES) == null) {
            add(withoutOpener(clear), start);
            return;
        }
        switch (cursor.accept(Lexicon.OPENERS)) {
            case null -> {}
            case ConditionKeyword.Ids _ -> add(values.ids(), start);
            case ConditionKeyword.Groups _ -> add(values.groups(), start);
            case ConditionKeyword.Choices choices -> add(values.choices(choices.type()), start);
            case ConditionKeyword.Texts texts -> add(values.texts(texts.type(), texts.pattern()), start);
            case ConditionKeyword.Activity activity -> activities.read(activity).forEach(each -> add(each, start));
        }
    }

    private Criterion withoutOpener(boolean clear) {
        if (!cursor.atEnd() && IdReader.isLike(cursor.peek())) {
            return values.ids();
        }
        Choice choice = cursor.peek(Lexicon.CHOICES);
        if (cursor.lower(0).equals("retired")) {
            throw cursor.refusal(RETIRED);
        }
        if (clear && choice != null && choice != Choice.UNKNOWN && choice != Choice.OTHER) {
            return values.choices(choice.type());
        }
        ConditionType unknown = cursor.atEnd() ? null : cursor.peek(Unjudged.PHRASES);
        if (unknown != null) {
            throw cursor.refusal("A run does not judge devices by their " + unknown.words()
                    + ", so no instruction can go by it. Ask which devices they are, and exclude those by their IDs.");
        }
        if (cursor.atEnd() || ErrorWording.isNegation(cursor.peek())) {
            throw cursor.problem(cursor.atEnd() ? A_CONDITION : ErrorWording.NOT);
        }
        throw cursor.problem(A_CONDITION);
    }

    /** Returns whether another condition follows that must hold, too. */
    private boolean connected() {
        if (cursor.atEnd() || cursor.peek(Lexicon.ENDINGS) != null) {
            return false;
        }
        Token joint = cursor.peek();
        if (joint.isWord("or")) {
            throw NotUnderstoodException.at(
                    joint, "“or” cannot join two conditions: write a sentence for each.", each(". Exclude devices"));
        }
        boolean comma = joint.kind() == Token.Kind.COMMA;
        if (comma) {
            cursor.take();
        }
        boolean and = cursor.accept("and");
        return comma || and || Lexicon.LINKS.contains(cursor.lower(0)) || cursor.peek(Lexicon.OPENERS) != null;
    }

    /** Two sentences that exclude say the same as "or"; of those that include only, both must hold. */
    private String[] each(String... replacements) {
        return type == InstructionType.EXCLUDE ? replacements : new String[0];
    }

    private void add(Criterion criterion) {
        add(criterion, cursor.here());
    }

    private void add(Criterion criterion, Token at) {
        if (criteria.stream().anyMatch(other -> repeats(other, criterion))) {
            throw NotUnderstoodException.at(
                    at,
                    "One sentence asks only once by " + criterion.type().words() + ": write another sentence for it.");
        }
        criteria.add(criterion);
    }

    /** "After" and "before" together make a span of time. */
    private static boolean repeats(Criterion one, Criterion other) {
        return one instanceof Criterion.Activity first && other instanceof Criterion.Activity second
                ? first.source() == second.source()
                        && first.comparison().later() == second.comparison().later()
                : one.type() == other.type();
    }
}
