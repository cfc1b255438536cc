package org.deviceoffboarding.ask.language.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deviceoffboarding.language.Token;
import org.deviceoffboarding.language.Token.Kind;

/**
 * Parts a prompt into words and marks. What instructions pass over means something here: brackets, signs such as
 * {@code >=}, and the "'s" of an owner, which is a word of its own.
 */
public final class PromptTokens {

    private static final String VALUE =
            "[\\p{L}\\p{N}*@_#$%~](?:[\\p{L}\\p{N}*?@_#$%~+.'’\\-]|[/\\\\&](?=[\\p{L}\\p{N}])|(?<=\\p{L}\\d),(?=\\d))*";

    private static final Pattern TOKEN = Pattern.compile(
            "(?<quoted>\"(?:[^\"\\n]|\"\"){1,256}\"|“[^”“\"\\n]{1,256}[”“\"]|„[^”“\"\\n]{1,256}[”“\"]|«[^»\\n]{1,256}»|`[^`'\\n]{1,256}[`']"
                    + "|(?<![\\p{L}\\p{N}])['‘][^'’\\n]{1,256}['’](?![\\p{L}\\p{N}]))"
                    + "|(?<dash>(?<!\\S)(?:[-–—]+|->|→|=>)(?!\\S)|[–—])"
                    + "|(?<sign>>=|=>|<=|=<|==|!=|<>|[<>=≥≤≠])"
                    + "|(?<ago>-(?=\\d{1,4}\\s?[a-zA-Z]))"
                    + "|(?<with>(?<![\\p{L}\\p{N}])(?:[wW]/(?=\\s|$)|w/(?!out\\b)(?=[a-z]{3})))"
                    + "|(?<stroke>(?<=\\s)/(?=\\s))"
                    + "|(?<comma>[,;،、]|\\|)"
                    + "|(?<open>[(\\[{])|(?<close>[)\\]}])"
                    + "|(?<colon>:)"
                    + "|(?<stop>[.!?…]+)"
                    + "|(?<word>[-+]?" + VALUE + ")"
                    + "|(?<other>[^\\s])");

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt][0-9:.]+(?:[Zz]|[+-][0-9:]+)?");
    private static final Pattern VERSIONED =
            Pattern.compile("(?i)(win|windows|w(?=1[01]$)|ios|ipados|android|macos)-?(\\d{1,2}(?:\\.\\d+)*)");
    private static final Pattern OWNER = Pattern.compile("(?<owner>.+)['’][sS]");
    private static final Pattern WORDS_WITH_SLASH = Pattern.compile("(?i)[\\p{L}]{2,}(?:/[\\p{L}]{2,})+");
    private static final Pattern MEANS_ONE = Pattern.compile("(?i)ios/ipados|ipados/ios|and/or");

    private static final Pattern FIRM = Pattern.compile("(?:Inc|Ltd|Co|Corp)\\.");
    /** Between two days. */
    private static final Pattern DAYS = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.{2,3}(\\d{4}-\\d{2}-\\d{2})");

    private static final Set<String> BEFORE_DAYS = Set.of("=", "between", "from", "in", "within");

    /** Short words with a full stop that ends no sentence, unless another begins behind it. */
    private static final Pattern SHORT = Pattern.compile("(?i)(?:reg|enr|mgmt|dept|mfr|mfg|manuf|ver|vers)\\.");

    /** No sentence ends with these. */
    private static final Pattern SHORT_BEFORE = Pattern.compile("(?i)(?:approx|excl)\\.");

    private static final Pattern NEXT_SENTENCE = Pattern.compile("\\s+\\p{Lu}");

    /** No sentence begins so. */
    private static final Pattern GOES_ON = Pattern.compile("\\s*,|\\s+(?:and|or|but|that|which|with|not|who)\\s");

    private static final Set<String> BEFORE_PATTERN =
            Set.of("matches", "matching", "match", "like", "pattern", "wildcard", "fits", "fitting");

    /** What is asked of a single device, whose name has no signs for others. */
    private static final Set<String> OF_ONE = Set.of("who", "why", "happened");

    private static final Pattern PROPERTY = Pattern.compile("[a-z]+(?:[A-Z][a-z]+)+|manufacturer|model");

    /** How filters of Microsoft Graph compare. */
    private static final Map<String, String> OPERATORS =
            Map.of("eq", "=", "ne", "!=", "ge", ">=", "le", "<=", "gt", ">", "lt", "<");

    private final String prompt;
    private final List<Token> tokens = new ArrayList<>();

    private PromptTokens(String prompt) {
        this.prompt = prompt;
    }

    /** Returns the tokens in order, each with its place. */
    public static List<Token> of(String prompt) {
        PromptTokens reader = new PromptTokens(prompt);
        reader.read();
        return reader.tokens;
    }

    private void read() {
        Matcher matcher = TOKEN.matcher(prompt);
        int at = 0;
        while (at < prompt.length()) {
            int special = special(at);
            if (special > at) {
                add(Kind.WORD, prompt.substring(at, special), at, special);
                at = special;
            } else if (Character.isWhitespace(prompt.charAt(at)) || !matcher.find(at)) {
                at++;
            } else {
                at = Math.max(at, matcher.start());
                special = special(at);
                if (special == at) {
                    take(matcher);
                    at = matcher.end();
                }
            }
        }
    }

    /** Returns the end of an ID or a date with a time, in which a colon or brackets mean nothing else. */
    private int special(int at) {
        if (at > 0 && Character.isLetterOrDigit(prompt.charAt(at - 1))) {
            return at;
        }
        for (Pattern pattern : List.of(ID, TIME)) {
            Matcher matcher = pattern.matcher(prompt).region(at, prompt.length());
            if (matcher.lookingAt()) {
                return matcher.end();
            }
        }
        return at;
    }

    private void take(Matcher found) {
        int start = found.start();
        int end = found.end();
        if (found.group("quoted") != null) {
            String inside = prompt.substring(start + 1, end - 1);
            add(Kind.QUOTED, prompt.charAt(start) == '"' ? inside.replace("\"\"", "\"") : inside, start, end);
        } else if (found.group("comma") != null || found.group("dash") != null || found.group("stroke") != null) {
            add(Kind.COMMA, ",", start, end);
        } else if (found.group("open") != null) {
            add(Kind.OPEN, "(", start, end);
        } else if (found.group("close") != null) {
            add(Kind.CLOSE, ")", start, end);
        } else if (found.group("colon") != null) {
            add(Kind.WORD, "=", start, end);
        } else if (found.group("stop") != null) {
            add(Kind.STOP, ".", start, end);
        } else if (found.group("with") != null) {
            add(Kind.WORD, "with", start, end);
        } else if (found.group("sign") != null) {
            add(Kind.WORD, sign(found.group("sign")), start, end);
        } else if (found.group("ago") == null) {
            word(prompt.substring(start, end), start);
        }
    }

    private static String sign(String written) {
        return switch (written) {
            case "≥", "=>" -> ">=";
            case "≤", "=<" -> "<=";
            case "≠", "<>" -> "!=";
            case "==" -> "=";
            default -> written;
        };
    }

    private void word(String written, int start) {
        if (days(written, start)) {
            return;
        }
        String word = written;
        boolean pattern = isPattern(written, start);
        boolean firm = isFirm(written, start);
        while (!pattern && !firm && word.length() > 1 && ".?'’".indexOf(word.charAt(word.length() - 1)) >= 0) {
            word = word.substring(0, word.length() - 1);
        }
        Matcher owner = OWNER.matcher(word);
        if (owner.matches()) {
            int end = start + owner.group("owner").length();
            parts(owner.group("owner"), start);
            add(Kind.WORD, "'s", end, start + word.length());
        } else if (written.length() > word.length()
                && "sS".indexOf(word.charAt(word.length() - 1)) >= 0
                && "'’".indexOf(written.charAt(word.length())) >= 0
                && word.length() > 1) {
            parts(word, start);
            add(Kind.WORD, "'s", start + word.length(), start + word.length() + 1);
        } else {
            parts(word, start);
        }
        int end = start + word.length();
        if (firm && NEXT_SENTENCE.matcher(prompt).region(end, prompt.length()).lookingAt()) {
            add(Kind.STOP, ".", end - 1, end);
        }
        if (isShort(written, start)) {
            return;
        }
        if (written.indexOf('.', word.length()) >= 0 || written.indexOf('?', word.length()) >= 0) {
            add(Kind.STOP, ".", end, start + written.length());
        }
    }

    /** "DE-*-LT??": question marks that stand for signs, as what else stands in the word or behind it says. */
    private boolean isPattern(String written, int start) {
        if (!written.endsWith("?")) {
            return false;
        }
        String word = written.replaceAll("\\?+$", "");
        String behind = prompt.substring(start + written.length());
        boolean several = written.endsWith("??");
        boolean goesOn = GOES_ON.matcher(behind).lookingAt();
        if (several && !goesOn && word.indexOf('?') < 0 && asksOfOne()) {
            return false;
        }
        return word.matches(".*[-_]")
                || word.indexOf('?') >= 0
                || word.indexOf('*') >= 0 && (several && !word.endsWith("*") || goesOn)
                || several && (written.chars().anyMatch(Character::isDigit) && !behind.isEmpty() || goesOn)
                || !tokens.isEmpty() && BEFORE_PATTERN.contains(tokens.getLast().lower()) && several;
    }

    /** "Who disabled LAP-0412??" */
    private boolean asksOfOne() {
        return tokens.stream().anyMatch(token -> OF_ONE.contains(token.lower()))
                && tokens.stream().noneMatch(token -> BEFORE_PATTERN.contains(token.lower()));
    }

    /** "Dell Inc.": the dot belongs to the name. */
    private boolean isFirm(String written, int start) {
        return FIRM.matcher(written).matches()
                && !tokens.isEmpty()
                && tokens.getLast().isWord()
                && Character.isUpperCase(tokens.getLast().text().charAt(0));
    }

    /** "Reg. date": the dot belongs to the word. */
    private boolean isShort(String written, int start) {
        int end = start + written.length();
        return SHORT_BEFORE.matcher(written).matches()
                || SHORT.matcher(written).matches()
                        && end < prompt.length()
                        && !NEXT_SENTENCE
                                .matcher(prompt)
                                .region(end, prompt.length())
                                .lookingAt();
    }

    /** "2026-06-01..2026-06-30" is between these days. */
    private boolean days(String written, int start) {
        String word = written.replaceAll("\\.+$", "");
        Matcher days = DAYS.matcher(word);
        if (!days.matches()) {
            return false;
        }
        while (!tokens.isEmpty()
                && tokens.getLast().isWord()
                && BEFORE_DAYS.contains(tokens.getLast().lower())) {
            tokens.removeLast();
        }
        int end = start + word.length();
        for (String part : List.of("between", days.group(1), "and", days.group(2))) {
            add(Kind.WORD, part, start, end);
        }
        if (word.length() < written.length()) {
            add(Kind.STOP, ".", end, start + written.length());
        }
        return true;
    }

    /** "Win10" is a platform and its version. */
    private boolean versioned(String word, int start) {
        Matcher versioned = VERSIONED.matcher(word);
        if (!versioned.matches()) {
            return false;
        }
        int middle = start + versioned.group(1).length();
        add(Kind.WORD, versioned.group(1).equalsIgnoreCase("w") ? "win" : versioned.group(1), start, middle);
        add(Kind.WORD, versioned.group(2), middle, start + word.length());
        return true;
    }

    /** "Macs/iPads" are two words, "iOS/iPadOS" is one. */
    private void parts(String word, int start) {
        if (versioned(word, start)) {
            return;
        }
        String operator = OPERATORS.get(word.toLowerCase(Locale.ROOT));
        if (operator != null && isBehindProperty()) {
            add(Kind.WORD, operator, start, start + word.length());
            return;
        }
        if (!WORDS_WITH_SLASH.matcher(word).matches() || MEANS_ONE.matcher(word).matches()) {
            add(Kind.WORD, word.replace('’', '\''), start, start + word.length());
            return;
        }
        int from = 0;
        for (int slash = word.indexOf('/'); slash >= 0; slash = word.indexOf('/', from)) {
            add(Kind.WORD, word.substring(from, slash), start + from, start + slash);
            add(Kind.WORD, "/", start + slash, start + slash + 1);
            from = slash + 1;
        }
        add(Kind.WORD, word.substring(from), start + from, start + word.length());
    }

    /** A small letter, and a capital one within: so properties are written where filters are. */
    private boolean isBehindProperty() {
        return !tokens.isEmpty()
                && tokens.getLast().isWord()
                && PROPERTY.matcher(tokens.getLast().text()).matches();
    }

    private void add(Kind kind, String text, int start, int end) {
        tokens.add(new Token(kind, text, start, end, false));
    }
}
