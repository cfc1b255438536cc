package org.deviceoffboarding.instruction.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.deviceoffboarding.instruction.language.Lexicon.Verb;

/** Reads one sentence, from its verb to its end; whatever is left over is an error. */
final class SentenceParser {

    private static final String A_CONDITION =
            "say which devices, such as “with IDs …”, “with last activity before …” or “with names matching …”.";

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
        type = form();
        cursor.skip(Lexicon.DETERMINERS);
        adjectives();
        if (cursor.accept(Lexicon.DEVICES) != null && criteria.isEmpty() && cursor.atEnd()) {
            throw cursor.problem(A_CONDITION);
        }
        conditions();
        cursor.accept(Lexicon.ENDINGS);
        if (!cursor.atEnd()) {
            throw cursor.problem(ErrorWording.leftOver(cursor), ErrorWording.near(cursor.peek(), Lexicon.all()));
        }
        return new Instruction(type, criteria);
    }

    private InstructionType form() {
        Token first = cursor.peek();
        Verb verb = cursor.accept(Lexicon.VERBS);
        if (verb == null) {
            throw cursor.problem(
                    "an instruction begins with “Exclude” or “Include only”.",
                    ErrorWording.near(first, Set.of("Exclude", "Include")));
        }
        if (verb == Verb.INCLUDE
                && !(cursor.accept("if") && cursor.peek(Lexicon.OPENERS) instanceof ConditionKeyword.Activity)) {
            throw NotUnderstoodException.at(
                    first,
                    "“" + first.text()
                            + "” alone does not say what becomes of all other devices: write “Include only”.",
                    "Include only");
        }
        return verb == Verb.EXCLUDE ? InstructionType.EXCLUDE : InstructionType.INCLUDE_ONLY;
    }

    /** What stands before "devices", as in "personal Windows devices". */
    private void adjectives() {
        int start = cursor.mark();
        Choice first = cursor.peek(Lexicon.CHOICES);
        if (first == null
                || first == Choice.UNKNOWN
                || first == Choice.OTHER
                || first.type() == ConditionType.SITUATION) {
            return;
        }
        Choice next = first;
        while (next != null) {
            add(values.choices(next.type()));
            next = cursor.peek(Lexicon.CHOICES);
        }
        refuseOtherSort();
        if (cursor.accept(Lexicon.DEVICES) == null && !cursor.atEnd()) {
            criteria.clear();
            cursor.reset(start);
        }
    }

    /** "Personal and Windows devices" could be both together, or each. */
    private void refuseOtherSort() {
        Token joint = cursor.here();
        int mark = cursor.mark();
        if (!cursor.atEnd() && (joint.kind() == Token.Kind.COMMA || cursor.accept("and") || cursor.accept("or"))) {
            if (cursor.peek(Lexicon.CHOICES) != null && cursor.mark() > mark) {
                throw NotUnderstoodException.at(
                        joint,
                        "“" + joint.text()
                                + "” between different conditions can mean both together or each: write a sentence for each, or"
                                + " leave it out.",
                        both(each(" devices. Exclude")));
            }
            cursor.reset(mark);
        }
    }

    private void conditions() {
        boolean first = criteria.isEmpty();
        boolean more = first || (!cursor.atEnd() && cursor.peek(Lexicon.ENDINGS) == null);
        while (more) {
            int mark = cursor.mark();
            cursor.skip(Lexicon.LINKS);
            condition(first || cursor.mark() > mark);
            first = false;
            more = connected();
        }
    }

    private void condition(boolean clear) {
        Token start = cursor.here();
        ConditionKeyword keyword = cursor.accept(Lexicon.OPENERS);
        if (keyword == null) {
            add(withoutOpener(clear), start);
            return;
        }
        switch (keyword) {
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
        if (clear && choice != null && choice != Choice.UNKNOWN && choice != Choice.OTHER) {
            return values.choices(choice.type());
        }
        if (cursor.atEnd() || ErrorWording.isNegation(cursor.peek())) {
            throw cursor.problem(cursor.atEnd() ? A_CONDITION : ErrorWording.NOT);
        }
        throw cursor.problem(A_CONDITION, ErrorWording.near(cursor.peek(), Lexicon.all()));
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
    private String[] each(String replacement) {
        return type == InstructionType.EXCLUDE ? new String[] {replacement} : new String[0];
    }

    private static String[] both(String... each) {
        return Stream.concat(Stream.of(""), Stream.of(each)).toArray(String[]::new);
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
