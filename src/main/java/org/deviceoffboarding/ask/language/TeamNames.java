package org.deviceoffboarding.ask.language;

import java.util.Set;
import org.deviceoffboarding.ask.language.vocabulary.PromptWords;
import org.deviceoffboarding.ask.language.vocabulary.Spelled;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Dates;
import org.deviceoffboarding.language.Token;

/** Names that end with what they are of: "Helpdesk Team", "Mobile Device Management". Without the last word they could name others. */
final class TeamNames {

    /** What a team is called, whatever the word means elsewhere. */
    private static final Set<String> LAST = Set.of(
            "team",
            "teams",
            "department",
            "dept",
            "group",
            "office",
            "desk",
            "crew",
            "squad",
            "unit",
            "staff",
            "support",
            "management",
            "operations",
            "admin",
            "admins",
            "administrator",
            "administrators",
            "service",
            "services",
            "division",
            "branch",
            "section",
            "people",
            "users",
            "devices",
            "accounts",
            "contractors",
            "managers");

    /** Written small, these say what it is as well. */
    private static final Set<String> LAST_SMALL = Set.of(
            "team",
            "teams",
            "department",
            "dept",
            "group",
            "desk",
            "crew",
            "squad",
            "unit",
            "division",
            "section",
            "admin",
            "admins",
            "administrator",
            "administrators");

    /** Behind a name that ended before. */
    private static final Set<String> BEHIND = Set.of(
            "and",
            "or",
            "but",
            "that",
            "which",
            "who",
            "last",
            "this",
            "since",
            "before",
            "after",
            "in",
            "on",
            "during",
            "between",
            "within",
            "yesterday",
            "today",
            "from",
            "with",
            "without",
            "are",
            "is",
            "except",
            "not",
            "have",
            "has");

    private static final int LONGEST = 4;

    private TeamNames() {}

    /** Returns whether the word here is part of the name before it. */
    static boolean goesOn(Cursor cursor) {
        return isLast(cursor, 0) || begins(cursor);
    }

    /** Returns whether a name begins here that ends with what it is of. */
    static boolean begins(Cursor cursor) {
        for (int ahead = 0; ahead < LONGEST && isCapital(cursor, ahead); ahead++) {
            if (ahead > 0 && isLast(cursor, ahead)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the word here is the month of a date, which is no part of a name. */
    static boolean isMonth(Cursor cursor) {
        return isMonth(cursor, 0);
    }

    private static boolean isMonth(Cursor cursor, int ahead) {
        String behind = cursor.lower(ahead + 1);
        return Dates.MONTH.containsKey(cursor.lower(ahead)) && !behind.isEmpty() && Character.isDigit(behind.charAt(0));
    }

    static boolean isLast(Token token) {
        return token.isWord() && LAST.contains(token.lower());
    }

    private static boolean isLast(Cursor cursor, int ahead) {
        String word = cursor.lower(ahead);
        return isCapital(cursor, ahead)
                ? LAST.contains(word) && !isField(cursor, ahead)
                : LAST_SMALL.contains(word) && ends(cursor, ahead + 1);
    }

    /** "Group Field Department Sales": a field and its value. */
    private static boolean isField(Cursor cursor, int ahead) {
        return PromptWords.FIELDS.meaning(cursor.lower(ahead)) != null
                && (cursor.lower(ahead + 1).equals("=") || isValue(cursor, ahead + 1));
    }

    private static boolean isValue(Cursor cursor, int ahead) {
        Token token = cursor.token(ahead);
        return token != null
                && (token.kind() == Token.Kind.QUOTED || isCapital(cursor, ahead) && !LAST.contains(token.lower()));
    }

    private static boolean ends(Cursor cursor, int ahead) {
        Token token = cursor.token(ahead);
        return token == null
                || token.kind() != Token.Kind.QUOTED && !token.isWord()
                || BEHIND.contains(cursor.lower(ahead))
                || isMonth(cursor, ahead);
    }

    private static boolean isCapital(Cursor cursor, int ahead) {
        Token token = cursor.token(ahead);
        return token != null
                && token.isWord()
                && Character.isUpperCase(token.text().charAt(0))
                && !Spelled.isFunctionWord(token.text())
                && !isMonth(cursor, ahead);
    }
}
