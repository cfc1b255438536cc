package org.deviceoffboarding.ask.language.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.deviceoffboarding.language.Token;

/** Puts days of a month that are said in words in figures: "the twenty-first of June" is 21 June. */
public final class SpokenDates {

    private static final List<String> ONES = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth");

    private static final String MONTH =
            "(?:january|february|march|april|may|june|july|august|september|october|november|december"
                    + "|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)";

    private static final List<Pattern> DAYS = days();

    private SpokenDates() {}

    /** Returns the tokens with such days in figures, each at its place. */
    public static List<Token> inFigures(List<Token> tokens) {
        List<Token> plain = new ArrayList<>(tokens);
        for (int day = 1; day <= DAYS.size(); day++) {
            SpokenText.replace(plain, DAYS.get(day - 1), Integer.toString(day));
        }
        return plain;
    }

    private static List<Pattern> days() {
        List<Pattern> days = new ArrayList<>();
        for (int day = 1; day <= 31; day++) {
            days.add(SpokenText.words("(?:the )?" + words(day) + "(?: of)?(?= " + MONTH + "(?: |$))"));
        }
        return List.copyOf(days);
    }

    private static String words(int day) {
        return switch (day) {
            case 20 -> "twentieth";
            case 30 -> "thirtieth";
            default -> day < 20 ? ONES.get(day - 1) : (day < 30 ? "twenty[ -]" : "thirty[ -]") + ONES.get(day % 10 - 1);
        };
    }
}
