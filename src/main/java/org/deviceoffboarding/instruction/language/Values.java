package org.deviceoffboarding.instruction.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.IdReader;
import org.deviceoffboarding.language.NotUnderstoodException;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;
import org.deviceoffboarding.language.Token.Kind;
import org.deviceoffboarding.language.Tokenizer;
import org.jspecify.annotations.Nullable;

/** Reads lists of values. Values are parted by commas, line breaks, "and" or "or". */
final class Values {

    private static final int LONGEST = 256;

    private final Cursor cursor;

    Values(Cursor cursor) {
        this.cursor = cursor;
    }

    Criterion ids() {
        skipRelations();
        Set<UUID> ids = new LinkedHashSet<>();
        do {
            ids.add(id());
        } while (isFollowedById() || separator());
        return new Criterion.Ids(List.copyOf(ids));
    }

    /** IDs are so unlike all other words that between them nothing is needed, and anything that parts may stand. */
    private boolean isFollowedById() {
        int mark = cursor.mark();
        while (!cursor.atEnd() && isMark(cursor.peek())) {
            cursor.take();
        }
        boolean follows = !cursor.atEnd() && IdReader.isLike(cursor.peek());
        if (!follows) {
            cursor.reset(mark);
        }
        return follows;
    }

    Criterion groups() {
        skipRelations();
        Set<String> groups = new LinkedHashSet<>();
        do {
            groups.add(text("a group", "the ID of a group, or its exact name in quotation marks."));
        } while (separator());
        return new Criterion.Groups(List.copyOf(groups));
    }

    Criterion texts(ConditionType type, UnaryOperator<String> pattern) {
        skipRelations();
        Set<String> patterns = new LinkedHashSet<>();
        do {
            Token token = cursor.here();
            String given = text("a value", "a value, in quotation marks if it has spaces.");
            String wildcard = pattern.apply(given).replaceAll("\\*{2,}", "*");
            if (wildcard.chars().allMatch(c -> c == '*' || c == '?' || c == ' ')) {
                throw NotUnderstoodException.at(
                        token, "“" + wildcard + "” would fit nearly every device: give at least one letter or digit.");
            }
            patterns.add(wildcard);
        } while (separator());
        return new Criterion.Texts(type, List.copyOf(patterns));
    }

    Criterion choices(ConditionType type) {
        skipRelations();
        Set<Choice> choices = new LinkedHashSet<>();
        do {
            choices.add(choice(type));
        } while (separatorBefore(type));
        return new Criterion.Choices(type, choices.stream().sorted().toList());
    }

    private Choice choice(ConditionType type) {
        Token token = cursor.here();
        Choice choice = token.kind() == Kind.QUOTED && !cursor.atEnd() ? quoted() : cursor.accept(Lexicon.CHOICES);
        if (choice == null || choice.type() != type) {
            throw new NotUnderstoodException(
                    token.start(),
                    token.end(),
                    "“" + Cursor.shortened(token) + "” is no " + type.words() + ". Choose from "
                            + ErrorWording.choices(type) + ".",
                    List.of());
        }
        cursor.accept(Lexicon.DEVICES);
        return choice;
    }

    private @Nullable Choice quoted() {
        List<Token> inside = Tokenizer.of(cursor.take().text());
        Phrases.Match<Choice> match = Lexicon.CHOICES.match(inside, 0);
        return match != null && match.next() == inside.size() ? match.value() : null;
    }

    private UUID id() {
        if (cursor.atEnd()) {
            throw cursor.problem("an ID.");
        }
        return IdReader.parse(cursor.take());
    }

    private String text(String what, String expected) {
        if (cursor.atEnd() || !cursor.peek().isValue()) {
            throw cursor.problem(expected);
        }
        Token token = cursor.take();
        if (token.isWord() && "\"“„«‚`".indexOf(token.text().charAt(0)) >= 0) {
            throw NotUnderstoodException.at(token, "This quotation mark is never closed.");
        }
        if (token.text().isBlank()) {
            throw NotUnderstoodException.at(token, "These quotation marks hold nothing; " + what + " is missing.");
        }
        if (token.text().length() > LONGEST) {
            throw NotUnderstoodException.at(token, "This is longer than " + LONGEST + " characters.");
        }
        requireOneWord(token);
        return token.text();
    }

    /** Without quotation marks nobody can tell where a value ends and something that is not understood begins. */
    private void requireOneWord(Token first) {
        if (!first.isWord() || cursor.atEnd() || !follows(cursor.peek())) {
            return;
        }
        if (ErrorWording.isNegation(cursor.peek())) {
            throw cursor.problem(ErrorWording.NOT);
        }
        Token last = first;
        List<String> words = new ArrayList<>(List.of(first.text()));
        while (!cursor.atEnd() && follows(cursor.peek())) {
            last = cursor.take();
            words.add(last.text());
        }
        String whole = String.join(" ", words);
        throw new NotUnderstoodException(
                first.start(),
                last.end(),
                "If “" + ErrorWording.cut(whole) + "” is one value, put it in quotation marks.",
                words.stream().allMatch(Spelling::isPartOfName)
                        ? List.of('"' + whole.replace("\"", "") + '"')
                        : List.of());
    }

    private boolean follows(Token next) {
        return next.isWord()
                && !next.newLine()
                && !next.isWord("and")
                && !next.isWord("or")
                && !Lexicon.LINKS.contains(next.lower())
                && cursor.peek(Lexicon.OPENERS) == null
                && cursor.peek(Lexicon.ENDINGS) == null;
    }

    private void skipRelations() {
        cursor.accept(Lexicon.ALTERNATIVES);
        cursor.skip(Lexicon.RELATIONS);
        cursor.accept(Lexicon.ALTERNATIVES);
    }

    /** Moves behind what parts two values; stays where no further value of this list follows. */
    private boolean separator() {
        return separatorBefore(null);
    }

    private boolean separatorBefore(@Nullable ConditionType type) {
        int mark = cursor.mark();
        boolean parted = !cursor.atEnd() && cursor.peek().newLine();
        while (!cursor.atEnd() && isMark(cursor.peek())) {
            parted = true;
            cursor.take();
        }
        boolean word = cursor.accept("and") || cursor.accept("or");
        boolean goesOn = !cursor.atEnd() && (parted || word) && !beginsCondition(type);
        if (!goesOn) {
            cursor.reset(parted && !word && cursor.atEnd() ? cursor.mark() : mark);
        }
        return goesOn;
    }

    private static boolean isMark(Token token) {
        return token.kind() == Kind.COMMA || token.isWord("/") || token.isWord("&");
    }

    private boolean beginsCondition(@Nullable ConditionType type) {
        Choice choice = type == null ? null : cursor.peek(Lexicon.CHOICES, Lexicon.OPENERS);
        if (choice != null) {
            return choice.type() != type;
        }
        return Lexicon.LINKS.contains(cursor.lower(0))
                || cursor.peek(Lexicon.OPENERS) != null
                || cursor.peek(Lexicon.ENDINGS) != null;
    }
}
