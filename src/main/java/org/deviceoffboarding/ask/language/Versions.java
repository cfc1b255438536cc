package org.deviceoffboarding.ask.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.time.Than;
import org.deviceoffboarding.ask.language.time.WhenReader;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Token;
import org.deviceoffboarding.language.VersionComparison;
import org.jspecify.annotations.Nullable;

/** Reads versions: of a platform that is named, and alone. */
final class Versions {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,6}){0,4}\\+?");
    private static final Pattern PATTERN = Pattern.compile("[\\d.*?]*\\d[\\d.*?]*");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");
    private static final Pattern WINDOWS_BUILD = Pattern.compile("\\d{5}(?:\\.\\d+)?");
    private static final Set<String> OLDER = Set.of("older", "newer", "lower", "higher", "earlier", "later");
    private static final Set<String> AROUND = Set.of(
            "version",
            "versions",
            "build",
            "is",
            "are",
            "=",
            "the",
            "of",
            "number",
            "be",
            "os",
            "a",
            "an",
            "on",
            "with",
            "has",
            "have",
            "having",
            "v",
            "release",
            "equals");
    private static final Set<String> NAMES_OF_SYSTEMS = Set.of(
            "windows",
            "win",
            "macos",
            "ios",
            "ipados",
            "android",
            "linux",
            "ubuntu",
            "os",
            "x",
            "enterprise",
            "ios/ipados",
            "osx");
    private static final String WINDOWS_11 = "10.0.22000";
    private static final String WINDOWS_10 = "10.0";

    private final Cursor cursor;

    Versions(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads what can stand behind the name of a platform, and returns the condition of both; without a version of the platform only. */
    Condition behind(Choice platform) {
        Condition is = Vocabulary.choices(platform).condition();
        if (!NAMES_OF_SYSTEMS.contains(cursor.previous().lower())) {
            return is;
        }
        List<Condition> versions = new ArrayList<>();
        int mark = cursor.mark();
        Condition version = isThat() ? version(platform, null) : null;
        if (version == null) {
            cursor.reset(mark);
            version = version(platform, null);
        }
        while (version != null) {
            versions.add(version);
            mark = cursor.mark();
            boolean comma = !cursor.atEnd() && cursor.peek().kind() == Token.Kind.COMMA && cursor.take() != null;
            boolean more =
                    cursor.accept("and") || cursor.accept("or") || cursor.accept("/") || cursor.accept("&") || comma;
            version = more && !cursor.atEnd() && NUMBER.matcher(cursor.lower(0)).matches()
                    ? version(platform, null)
                    : null;
        }
        cursor.reset(mark);
        return versions.isEmpty() ? is : Condition.all(List.of(is, Condition.any(versions)));
    }

    /** Moves behind the "that is" of "an iOS that is older than 17". */
    private boolean isThat() {
        cursor.skip(Set.of("version", "release"));
        boolean that =
                (cursor.accept("that") || cursor.accept("which")) && (cursor.accept("is") || cursor.accept("are"));
        return that && OLDER.contains(cursor.lower(0)) && cursor.lower(1).equals("than");
    }

    /** Reads "older than iOS 17": a comparison with the platform behind it; null, at the same place, for anything else. */
    @Nullable
    Condition before() {
        int mark = cursor.mark();
        Than than = cursor.accept(Than.VERSIONS);
        if (than != null) {
            cursor.skip(AROUND);
            if (cursor.accept(Vocabulary.PHRASES) instanceof Concept.PlatformName(Choice platform)) {
                Condition version = version(platform, than);
                if (version != null) {
                    return Condition.all(List.of(Vocabulary.choices(platform).condition(), version));
                }
            }
        }
        cursor.reset(mark);
        return null;
    }

    /** Reads "below version 17", "at least the build number 19045"; null, at the same place, for anything else. */
    @Nullable
    Condition compared(@Nullable Choice platform) {
        int mark = cursor.mark();
        Than than = cursor.accept(Than.VERSIONS);
        if (than != null) {
            cursor.skip(Set.of("the", "a", "an", "os"));
            if (cursor.accept(Vocabulary.PHRASES) instanceof Concept.VersionOf) {
                cursor.skip(Set.of("number", "of"));
                Condition version = cursor.atEnd() ? null : version(platform, than);
                if (version != null) {
                    return version;
                }
            }
        }
        cursor.reset(mark);
        return null;
    }

    /** Reads a version behind the word; null, at the same place, where none stands there. */
    @Nullable
    Condition alone(@Nullable Choice platform) {
        int mark = cursor.mark();
        cursor.skip(AROUND);
        if (!cursor.atEnd()
                && cursor.peek().isWord()
                && Set.of("matching", "like", "matches", "starting", "starts", "beginning", "begins")
                        .contains(cursor.lower(0))) {
            cursor.take();
            cursor.skip(Set.of("with"));
        }
        Condition exact = exact();
        if (exact != null) {
            return exact;
        }
        if (!cursor.atEnd() && cursor.peek().kind() == Token.Kind.QUOTED) {
            List<String> quoted = new ArrayList<>(List.of(cursor.take().text()));
            for (int here = cursor.mark();
                    !cursor.atEnd() && cursor.peek().kind() == Token.Kind.COMMA;
                    here = cursor.mark()) {
                cursor.take();
                if (cursor.atEnd() || cursor.peek().kind() != Token.Kind.QUOTED) {
                    cursor.reset(here);
                    break;
                }
                quoted.add(cursor.take().text());
            }
            return new Condition.Is(new Criterion.Texts(ConditionType.VERSION, quoted));
        }
        Condition version = version(platform, null);
        if (version == null
                && !cursor.atEnd()
                && PATTERN.matcher(cursor.lower(0)).matches()) {
            String pattern = cursor.take().text();
            return new Condition.Is(new Criterion.Texts(ConditionType.VERSION, List.of(pattern)));
        }
        if (version == null) {
            cursor.reset(mark);
        }
        return version;
    }

    /** A version in quotation marks is compared as it stands. */
    private @Nullable Condition exact() {
        int mark = cursor.mark();
        Than than = cursor.accept(Than.VERSIONS);
        if (than == null
                || cursor.atEnd()
                || cursor.peek().kind() != Token.Kind.QUOTED
                || !NUMBER.matcher(cursor.peek().text()).matches()) {
            cursor.reset(mark);
            return null;
        }
        return is(
                switch (than) {
                    case BEFORE -> VersionComparison.BELOW;
                    case AFTER -> VersionComparison.ABOVE;
                    case AT_MOST -> VersionComparison.AT_MOST;
                    default -> VersionComparison.AT_LEAST;
                },
                cursor.take().text());
    }

    private @Nullable Condition version(@Nullable Choice platform, @Nullable Than before) {
        int mark = cursor.mark();
        cursor.skip(AROUND);
        Than than = before == null ? cursor.accept(Than.VERSIONS) : before;
        cursor.skip(AROUND);
        if (cursor.atEnd()
                || !cursor.peek().isWord()
                || !NUMBER.matcher(cursor.lower(0)).matches()
                || WhenReader.UNITS.containsKey(cursor.lower(1))
                || isCount()) {
            cursor.reset(mark);
            return null;
        }
        String number = cursor.take().lower();
        boolean plus = number.endsWith("+");
        number = plus ? number.substring(0, number.length() - 1) : number;
        Than behind = plus ? Than.AT_LEAST : cursor.accept(Than.BEHIND_VERSIONS);
        Than compared = than == null ? behind : than;
        if (platform == Choice.WINDOWS || WINDOWS_BUILD.matcher(number).matches()) {
            return windows(number, compared);
        }
        return compared == null
                ? new Condition.Is(new Criterion.Texts(ConditionType.VERSION, List.of(number + "*")))
                : compared(number, compared);
    }

    /** "Macs 10 oldest" is about ten of them. */
    private boolean isCount() {
        int mark = cursor.mark();
        cursor.take();
        boolean count =
                cursor.peek(Vocabulary.PHRASES) instanceof Concept.Ranked(ConditionType by, boolean _) && by != null;
        cursor.reset(mark);
        return count;
    }

    private static Condition windows(String number, @Nullable Than than) {
        return switch (number) {
            case "11" ->
                switch (than) {
                    case BEFORE -> is(VersionComparison.BELOW, WINDOWS_11);
                    case AT_MOST -> is(VersionComparison.AT_LEAST, "0");
                    case null, default -> is(VersionComparison.AT_LEAST, WINDOWS_11);
                };
            case "10" ->
                switch (than) {
                    case BEFORE -> is(VersionComparison.BELOW, WINDOWS_10);
                    case AT_MOST -> is(VersionComparison.BELOW, WINDOWS_11);
                    case AT_LEAST -> is(VersionComparison.AT_LEAST, WINDOWS_10);
                    case AFTER -> is(VersionComparison.AT_LEAST, WINDOWS_11);
                    case null, default ->
                        Condition.all(List.of(
                                is(VersionComparison.BELOW, WINDOWS_11), is(VersionComparison.AT_LEAST, WINDOWS_10)));
                };
            case "7" -> older("6.1", than);
            case "8" -> older("6.2", than);
            case "8.1" -> older("6.3", than);
            default -> {
                String whole = WINDOWS_BUILD.matcher(number).matches() ? "10.0." + number : number;
                yield than == null
                        ? new Condition.Is(new Criterion.Texts(ConditionType.VERSION, List.of(whole + "*")))
                        : compared(whole, than);
            }
        };
    }

    private static Condition older(String version, @Nullable Than than) {
        return than == null
                ? new Condition.Is(new Criterion.Texts(ConditionType.VERSION, List.of(version + "*")))
                : compared(version, than);
    }

    /** "Newer than 16" is 17 and later, since 16.1 is still 16. */
    private static Condition compared(String number, Than than) {
        boolean whole = WHOLE.matcher(number).matches() && number.length() < 4;
        String next = whole ? String.valueOf(Integer.parseInt(number) + 1) : number;
        return switch (than) {
            case BEFORE -> is(VersionComparison.BELOW, number);
            case AFTER -> whole ? is(VersionComparison.AT_LEAST, next) : is(VersionComparison.ABOVE, number);
            case AT_MOST -> whole ? is(VersionComparison.BELOW, next) : is(VersionComparison.AT_MOST, number);
            default -> is(VersionComparison.AT_LEAST, number);
        };
    }

    private static Condition is(VersionComparison comparison, String version) {
        return new Condition.Is(new Criterion.Version(comparison, version.toLowerCase(Locale.ROOT)));
    }
}
