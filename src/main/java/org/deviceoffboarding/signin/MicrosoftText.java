package org.deviceoffboarding.signin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes what Microsoft says fit for a page, a log and the audit log: on one line, short, and without anything that could be a
 * token, a code or a secret, though Microsoft sends none back. IDs and times are kept, since Microsoft's support asks for them.
 */
final class MicrosoftText {

    private static final int LONGEST = 700;
    private static final int LONGEST_READ = 4_000;

    private static final Pattern CODE = Pattern.compile("[\\w.:/ -]{1,60}");

    private static final Pattern WORD = Pattern.compile("\\S{16,}");

    private static final Pattern KNOWN = Pattern.compile(
            "(?i)[^\\w]*+([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z?|AADSTS\\d{1,10})[^\\w]*+");

    /** A name, an address without a query, or a word of a language. */
    private static final Pattern READABLE = Pattern.compile(
            "(?i)[^\\w]*+(https?://[a-z0-9.-]+(:\\d+)?(/[a-z_.-]{0,40}){0,8}|[a-z0-9._-]{1,64}@[a-z0-9.-]{1,64}|[a-z_/.'’-]{1,45})[^\\w]*+");

    private MicrosoftText() {}

    static String code(String code) {
        String clean = oneLine(code);
        return CODE.matcher(clean).matches() && !mayBeSecret(clean) ? clean : "an unreadable code";
    }

    static String sentence(String text) {
        String safe = WORD.matcher(oneLine(text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text))
                .replaceAll(word -> mayBeSecret(word.group()) ? "…" : Matcher.quoteReplacement(word.group()));
        return safe.codePointCount(0, safe.length()) <= LONGEST
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static boolean mayBeSecret(String text) {
        return text.codePoints().anyMatch(Character::isWhitespace)
                ? WORD.matcher(text).results().anyMatch(word -> mayBeSecret(word.group()))
                : text.length() >= 16
                        && !KNOWN.matcher(text).matches()
                        && !READABLE.matcher(text).matches();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{C}\\p{Z}\\s]+", " ").strip();
    }
}
