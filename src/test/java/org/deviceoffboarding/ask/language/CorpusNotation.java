package org.deviceoffboarding.ask.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Ranking;
import org.deviceoffboarding.ask.question.Since;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.TimePoint;
import org.deviceoffboarding.language.VersionComparison;

/** Reads the meanings that stand in the corpora, in the notation that their heading explains. */
final class CorpusNotation {

    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|[<>]=?|[=|(),]|[^\\s\"<>=|(),]+");

    private static final Map<String, ConditionType> FIELDS = Map.ofEntries(
            Map.entry("situation", ConditionType.SITUATION),
            Map.entry("flagged", ConditionType.FLAGGED),
            Map.entry("link", ConditionType.LINK),
            Map.entry("in-intune", ConditionType.MANAGEMENT),
            Map.entry("platform", ConditionType.PLATFORM),
            Map.entry("version", ConditionType.VERSION),
            Map.entry("ownership", ConditionType.OWNERSHIP),
            Map.entry("join", ConditionType.JOIN_TYPE),
            Map.entry("user", ConditionType.USER),
            Map.entry("department", ConditionType.DEPARTMENT),
            Map.entry("group", ConditionType.GROUP),
            Map.entry("name", ConditionType.NAME),
            Map.entry("serial", ConditionType.SERIAL),
            Map.entry("manufacturer", ConditionType.MANUFACTURER),
            Map.entry("model", ConditionType.MODEL),
            Map.entry("compliance", ConditionType.COMPLIANCE),
            Map.entry("enabled", ConditionType.ENABLED),
            Map.entry("entra-activity", ConditionType.ENTRA_ACTIVITY),
            Map.entry("intune-activity", ConditionType.INTUNE_ACTIVITY),
            Map.entry("activity", ConditionType.ACTIVITY),
            Map.entry("registered", ConditionType.REGISTERED),
            Map.entry("enrolled", ConditionType.ENROLLED),
            Map.entry("removed-by", ConditionType.REMOVED_BY),
            Map.entry("removed-how", ConditionType.REMOVED_HOW),
            Map.entry("removed-at", ConditionType.REMOVED),
            Map.entry("in", ConditionType.PART_OF),
            Map.entry("restricted", ConditionType.RESTRICTED),
            Map.entry("bitlocker", ConditionType.BITLOCKER),
            Map.entry("laps", ConditionType.LAPS));

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private CorpusNotation(String text) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
    }

    static Question parse(String text) {
        CorpusNotation reader = new CorpusNotation(text);
        Question question = reader.question();
        if (reader.at < reader.tokens.size()) {
            throw new IllegalArgumentException(
                    "Left over: " + reader.tokens.subList(reader.at, reader.tokens.size()) + " of " + text);
        }
        return question;
    }

    private Question question() {
        Wish wish = wish(take());
        List<String> names = new ArrayList<>();
        List<ConditionType> fields = new ArrayList<>();
        while (at < tokens.size() && tokens.get(at).startsWith("\"")) {
            names.add(unquoted(take()));
        }
        if (accept("by")) {
            do {
                fields.add(field(take()));
            } while (accept(","));
        }
        Condition where = accept("where") ? any() : null;
        ConditionType by = null;
        boolean ascending = false;
        if (accept("order")) {
            by = accept("devices") ? null : field(take());
            ascending = take().equals("asc");
        }
        int most = accept("limit") ? Integer.parseInt(take()) : Ranking.ALL;
        Since since = accept("since") ? since(take()) : null;
        Ranking ranking = by == null && !ascending && most == Ranking.ALL ? null : new Ranking(by, ascending, most);
        return new Question(wish, where, fields, ranking, since, names);
    }

    private static Wish wish(String word) {
        return switch (word) {
            case "devices" -> Wish.DEVICES;
            case "count" -> Wish.COUNT;
            case "groups" -> Wish.GROUPS;
            case "device" -> Wish.DEVICE;
            case "difference" -> Wish.DIFFERENCE;
            case "why" -> Wish.WHY;
            case "next" -> Wish.NEXT;
            case "disabled-by" -> Wish.DISABLED_BY;
            case "history" -> Wish.HISTORY;
            default -> throw new IllegalArgumentException("No wish: " + word);
        };
    }

    private Condition any() {
        List<Condition> parts = new ArrayList<>(List.of(all()));
        while (accept("or")) {
            parts.add(all());
        }
        return Condition.any(parts);
    }

    private Condition all() {
        List<Condition> parts = new ArrayList<>(List.of(one()));
        while (accept("and")) {
            parts.add(one());
        }
        return Condition.all(parts);
    }

    private Condition one() {
        if (accept("not")) {
            return Condition.not(one());
        }
        if (accept("(")) {
            Condition inner = any();
            if (!accept(")")) {
                throw new IllegalArgumentException("A bracket is not closed: " + tokens);
            }
            return inner;
        }
        return new Condition.Is(criterion());
    }

    private Criterion criterion() {
        ConditionType type = field(take());
        String operator = take();
        List<String> values = new ArrayList<>(List.of(take()));
        while (accept("|")) {
            values.add(take());
        }
        return switch (type) {
            case ACTIVITY -> activity(Source.ANY, operator, values.getFirst());
            case ENTRA_ACTIVITY -> activity(Source.ENTRA, operator, values.getFirst());
            case INTUNE_ACTIVITY -> activity(Source.INTUNE, operator, values.getFirst());
            case REGISTERED, ENROLLED, REMOVED ->
                new Criterion.Time(type, comparison(operator), moment(values.getFirst()));
            case VERSION ->
                operator.equals("=")
                        ? texts(type, values)
                        : new Criterion.Version(version(operator), unquoted(values.getFirst()));
            case GROUP ->
                new Criterion.Groups(
                        values.stream().map(CorpusNotation::unquoted).toList());
            case NAME, USER, DEPARTMENT, SERIAL, MANUFACTURER, MODEL, REMOVED_BY -> texts(type, values);
            default ->
                new Criterion.Choices(
                        type,
                        values.stream()
                                .map(value -> choice(type, value))
                                .sorted()
                                .toList());
        };
    }

    private static Criterion texts(ConditionType type, List<String> values) {
        return values.equals(List.of("none"))
                ? new Criterion.None(type)
                : new Criterion.Texts(
                        type, values.stream().map(CorpusNotation::unquoted).toList());
    }

    private static Criterion activity(Source source, String operator, String value) {
        return value.equals("never")
                ? new Criterion.Never(source)
                : new Criterion.Activity(source, comparison(operator), moment(value));
    }

    private static Choice choice(ConditionType type, String value) {
        String wanted =
                switch (value) {
                    case "yes", "known" -> "";
                    case "no" -> "NOT";
                    default -> value.toUpperCase(Locale.ROOT).replace('-', '_');
                };
        List<Choice> all = Arrays.stream(Choice.values())
                .filter(choice -> choice.type() == type)
                .toList();
        return switch (type) {
            case FLAGGED, MANAGEMENT, ENABLED, RESTRICTED, BITLOCKER, LAPS ->
                wanted.isEmpty() ? all.getFirst() : all.getLast();
            case LINK -> Choice.valueOf("LINK_" + wanted);
            case PART_OF -> Choice.valueOf("IN_" + wanted);
            case COMPLIANCE -> wanted.equals("UNKNOWN") ? Choice.COMPLIANCE_UNKNOWN : Choice.valueOf(wanted);
            default -> Choice.valueOf(wanted);
        };
    }

    private static Comparison comparison(String operator) {
        return switch (operator) {
            case "<" -> Comparison.BEFORE;
            case "<=" -> Comparison.ON_OR_BEFORE;
            case ">" -> Comparison.AFTER;
            case ">=" -> Comparison.ON_OR_AFTER;
            default -> throw new IllegalArgumentException("No comparison: " + operator);
        };
    }

    private static VersionComparison version(String operator) {
        return switch (operator) {
            case "<" -> VersionComparison.BELOW;
            case "<=" -> VersionComparison.AT_MOST;
            case ">" -> VersionComparison.ABOVE;
            case ">=" -> VersionComparison.AT_LEAST;
            default -> throw new IllegalArgumentException("No comparison: " + operator);
        };
    }

    private static TimePoint moment(String text) {
        Matcher ago = Pattern.compile("-(\\d+)([hdmy])").matcher(text);
        if (ago.matches()) {
            ChronoUnit unit =
                    switch (ago.group(2)) {
                        case "h" -> ChronoUnit.HOURS;
                        case "d" -> ChronoUnit.DAYS;
                        case "m" -> ChronoUnit.MONTHS;
                        default -> ChronoUnit.YEARS;
                    };
            return new TimePoint.Ago(Integer.parseInt(ago.group(1)), unit);
        }
        return text.contains("T")
                ? new TimePoint.Exactly(Instant.parse(text))
                : new TimePoint.Day(LocalDate.parse(text));
    }

    private static Since since(String text) {
        return text.equals("previous-run") ? new Since.PreviousRun() : new Since.On(moment(text));
    }

    private static ConditionType field(String name) {
        ConditionType type = FIELDS.get(name);
        if (type == null) {
            throw new IllegalArgumentException("No field: " + name);
        }
        return type;
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    private String take() {
        return tokens.get(at++);
    }

    private boolean accept(String token) {
        boolean fits = at < tokens.size() && tokens.get(at).equals(token);
        at += fits ? 1 : 0;
        return fits;
    }
}
