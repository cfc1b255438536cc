package org.deviceoffboarding.ask.language;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.time.WhenReader;
import org.deviceoffboarding.ask.language.vocabulary.PromptWords;
import org.deviceoffboarding.ask.language.vocabulary.Spelled;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.NotUnderstoodException;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/** Reads by whom devices were removed: an account or an app that is named, or anyone but these. */
final class RemoverReader {

    private static final String UNNAMED =
            "who this was is not said: give the address of an account, or the name of an app.";

    private static final Set<String> MANNERS = Set.of(
            "wipe",
            "wiping",
            "hiding",
            "retire",
            "retiring",
            "retirement",
            "delete",
            "deleting",
            "deletion",
            "hand",
            "accident",
            "mistake",
            "chance");

    private static final Set<String> ANYONE = Set.of(
            "anyone", "anybody", "someone", "somebody", "everyone", "everybody", "people", "persons", "users", "all");

    private static final Set<String> SOME = Set.of("a", "an", "some", "another");

    private static final Set<String> INTRODUCING = Set.of("a", "an", "the", "our", "my", "some", "another");

    private static final Set<String> CALLED = Set.of("called", "named");

    /** Behind what a person is, they say who. */
    private static final Set<String> NAMING =
            Set.of("like", "called", "named", "=", "with", "whose", "other", "except", "but");

    private final List<Token> tokens;
    private final Cursor cursor;
    private final WhenReader whens;

    RemoverReader(List<Token> tokens, Cursor cursor, WhenReader whens) {
        this.tokens = tokens;
        this.cursor = cursor;
        this.whens = whens;
    }

    private static final Set<String> NOBODY = Set.of("none", "empty", "blank", "null", "unknown");

    /** Moves behind "= none", of which a table says that nobody is known. */
    private boolean isNobody() {
        int mark = cursor.mark();
        cursor.skip(Set.of("=", "is"));
        boolean nobody = NOBODY.contains(cursor.lower(0))
                && (cursor.token(1) == null || !cursor.token(1).isWord());
        cursor.reset(nobody ? cursor.mark() + 1 : mark);
        return nobody;
    }

    /** Reads "by" and who it was; returns null, at the same place, where that does not stand here. */
    @Nullable
    Condition read() {
        int mark = cursor.mark();
        while (!cursor.atEnd() && cursor.peek().kind() == Token.Kind.COMMA) {
            cursor.take();
        }
        if (cursor.accept("by") || cursor.accept("from") && cursor.lower(0).indexOf('@') > 0) {
            boolean isTime = whens.read() != null;
            cursor.reset(isTime ? mark : cursor.mark());
            if (!isTime && isNobody()) {
                return new Condition.Is(new Criterion.None(ConditionType.REMOVED_BY));
            }
            refuseUnnamed(mark);
            if (!isTime && !isField() && !isKindOrManner()) {
                boolean others = others();
                skipCalled();
                skipTitles(Set.of(
                        "the", "an", "our", "address", "like", "user", "admin", "administrator", "account", "person"));
                TextReader reader = new TextReader(tokens, cursor);
                Condition by = reader.read(new Concept.TextOf(ConditionType.REMOVED_BY, "", ""));
                if (by != null) {
                    refuseOwned(mark);
                    return others != reader.negated() ? Condition.not(by) : by;
                }
            }
        }
        cursor.reset(mark);
        return null;
    }

    private void skipTitles(Set<String> titles) {
        while (!TeamNames.begins(cursor) && titles.contains(cursor.lower(0))) {
            cursor.take();
        }
    }

    private boolean isField() {
        return cursor.peek(PromptWords.FIELDS) != null && !TeamNames.begins(cursor);
    }

    /** "By a technician": nobody is named. */
    private void refuseUnnamed(int mark) {
        Token who = cursor.token(1);
        boolean any = SOME.contains(cursor.lower(0)) && who != null && isSmall(who) && !isKindOrManner();
        Token behind = cursor.token(2);
        boolean named = behind != null
                && (behind.kind() == Token.Kind.QUOTED
                        || NAMING.contains(behind.lower())
                        || behind.isWord() && !isSmall(behind) && !Spelled.isFunctionWord(behind.text()));
        if (any && !named && !cursor.lower(1).equals("address")) {
            refuse(mark, cursor.mark() + 2);
        }
    }

    /** "By Anna's team": of the others there nobody is named. */
    private void refuseOwned(int mark) {
        if (!cursor.atEnd() && cursor.peek().isWord("'s")) {
            refuse(mark, cursor.mark() + (cursor.token(1) == null ? 1 : 2));
        }
    }

    private void refuse(int from, int to) {
        cursor.reset(to);
        throw new NotUnderstoodException(
                tokens.get(from).start(), cursor.previous().end(), UNNAMED, List.of());
    }

    /** "By a colleague called Anna Berg": what follows is the name. */
    private void skipCalled() {
        int person = INTRODUCING.contains(cursor.lower(0)) ? 1 : 0;
        if (CALLED.contains(cursor.lower(person + 1)) && cursor.token(person + 2) != null) {
            cursor.reset(cursor.mark() + person + 2);
        }
    }

    private static boolean isSmall(Token token) {
        return token.isWord() && token.text().chars().allMatch(c -> Character.isLowerCase(c) || c == '-');
    }

    /** "By wipe", "by accident": how it was removed, rather than by whom. */
    private boolean isKindOrManner() {
        return MANNERS.contains(cursor.lower(cursor.lower(0).equals("a") ? 1 : 0));
    }

    /** Moves behind "anyone other than"; returns whether it stood there. */
    private boolean others() {
        int mark = cursor.mark();
        boolean any = ANYONE.contains(cursor.lower(0));
        if (any) {
            cursor.take();
            cursor.accept("else");
            boolean but = cursor.accept("but")
                    || cursor.accept("except")
                    || cursor.accept("besides")
                    || cursor.accept("not")
                    || (cursor.accept("other") || cursor.accept("different"))
                            && (cursor.accept("than") || cursor.accept("from"))
                    || cursor.accept("apart") && cursor.accept("from");
            if (but) {
                return true;
            }
        }
        cursor.reset(mark);
        return false;
    }
}
