package org.deviceoffboarding.ask.language.filter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.vocabulary.ChoiceWords;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.NotUnderstoodException;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.TimePoint;
import org.deviceoffboarding.language.VersionComparison;
import org.jspecify.annotations.Nullable;

/** Makes the condition that a property compares so with values; what cannot be compared so is refused with a sentence. */
final class FilterComparison {

    private static final Set<ConditionType> YES_OR_NO = EnumSet.of(
            ConditionType.FLAGGED,
            ConditionType.MANAGEMENT,
            ConditionType.ENABLED,
            ConditionType.RESTRICTED,
            ConditionType.BITLOCKER,
            ConditionType.LAPS);

    /** Of these it is known what has none. */
    private static final Set<ConditionType> WITHOUT = EnumSet.of(
            ConditionType.USER,
            ConditionType.DEPARTMENT,
            ConditionType.SERIAL,
            ConditionType.MANUFACTURER,
            ConditionType.MODEL);

    /** These are compared as a whole. */
    private static final Set<ConditionType> WHOLE = EnumSet.of(ConditionType.DEPARTMENT, ConditionType.GROUP);

    private static final Set<String> KNOWN = Set.of("known", "present", "exists", "escrowed", "available");
    private static final Set<String> NOT_KNOWN = Set.of("unknown", "missing", "absent", "none");
    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)*");
    private static final Pattern VERSION_PATTERN = Pattern.compile("[\\d.*?]+");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    /** A regular expression that says no more than a beginning, an end or a part. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?<begins>\\^?)(?<any>(?:\\.\\*)?)(?<text>(?:[\\p{L}\\p{N} _@-]|\\\\\\.)+)(?<more>(?:\\.\\*)?)(?<ends>\\$?)");

    private final ConditionType type;
    private final boolean loose;

    private FilterComparison(ConditionType type, boolean loose) {
        this.type = type;
        this.loose = loose;
    }

    /** Returns the condition that a property compares so with any of some values. */
    static Condition of(ConditionType type, FilterOperator operator, List<FilterValue> values) {
        Condition condition = new FilterComparison(type, false).any(operator.asserted(), values);
        return operator.isDenial() ? Condition.not(condition) : condition;
    }

    /** Returns the condition that a property has a value, where no operator stands between them. */
    static Condition of(ConditionType type, FilterValue value) {
        if (type == ConditionType.VERSION) {
            throw refused("say how it compares, such as osVersion -lt '10.0.22000'.");
        }
        return new FilterComparison(type, true).any(FilterOperator.EQUAL, List.of(value));
    }

    /** Returns the condition that something happened since. */
    static Condition since(ConditionType type, TimePoint moment) {
        return new FilterComparison(type, true).compared(FilterOperator.AT_LEAST, moment);
    }

    /** Returns the condition that what has two values has the first of them; null where it has not two. */
    static @Nullable Condition holds(ConditionType type) {
        return YES_OR_NO.contains(type)
                ? Vocabulary.answer(type, true)
                : type == ConditionType.COMPLIANCE ? is(Choice.COMPLIANT) : null;
    }

    /** Returns whether a text is one of the few values of a sort. */
    static boolean isChoice(ConditionType type, String text) {
        return new FilterComparison(type, false).choice(text) != null;
    }

    /** Returns whether moments are compared by it. */
    static boolean isTime(ConditionType type) {
        return switch (type) {
            case ACTIVITY, ENTRA_ACTIVITY, INTUNE_ACTIVITY, REGISTERED, ENROLLED, REMOVED -> true;
            default -> false;
        };
    }

    private Condition any(FilterOperator operator, List<FilterValue> values) {
        List<FilterValue> nothing = values.stream().filter(FilterValue::nothing).toList();
        List<FilterValue> some =
                values.stream().filter(value -> !value.nothing()).toList();
        List<Condition> any = new ArrayList<>();
        if (!nothing.isEmpty()) {
            any.add(none(operator));
        }
        if (!some.isEmpty()) {
            any.add(compared(operator, some));
        }
        return Condition.any(any);
    }

    private Condition none(FilterOperator operator) {
        if (operator != FilterOperator.EQUAL && operator != FilterOperator.IN) {
            throw refused("nothing is more or less than null.");
        }
        return switch (type) {
            case OWNERSHIP -> is(Choice.UNKNOWN);
            case COMPLIANCE -> is(Choice.COMPLIANCE_UNKNOWN);
            case SITUATION -> is(Choice.NOT_FLAGGED);
            case BITLOCKER -> is(Choice.BITLOCKER_UNKNOWN);
            case LAPS -> is(Choice.LAPS_UNKNOWN);
            case ACTIVITY, ENTRA_ACTIVITY, INTUNE_ACTIVITY -> new Condition.Is(new Criterion.Never(source()));
            default -> {
                if (!WITHOUT.contains(type)) {
                    throw refused("which devices have none of it is not known here.");
                }
                yield new Condition.Is(new Criterion.None(type));
            }
        };
    }

    private Condition compared(FilterOperator operator, List<FilterValue> values) {
        if (isTime(type)) {
            return time(operator, values);
        }
        return switch (type) {
            case VERSION -> version(operator, values);
            case IDS -> ids(operator, values);
            case NAME, USER, SERIAL, MANUFACTURER, MODEL, REMOVED_BY, DEPARTMENT, GROUP -> texts(operator, values);
            default -> choices(operator, values);
        };
    }

    private Condition time(FilterOperator operator, List<FilterValue> values) {
        FilterValue value = values.getFirst();
        TimePoint moment = value.moment() == null ? FilterMoments.said(value.text()) : value.moment();
        if (moment == null || values.size() > 1) {
            throw refused("it is compared with one moment, such as 2026-03-01 or (Get-Date).AddDays(-60).");
        }
        return compared(operator, moment);
    }

    private Condition compared(FilterOperator operator, TimePoint moment) {
        Comparison comparison =
                switch (operator) {
                    case LESS -> Comparison.BEFORE;
                    case AT_MOST -> Comparison.ON_OR_BEFORE;
                    case MORE -> Comparison.AFTER;
                    case AT_LEAST -> Comparison.ON_OR_AFTER;
                    default -> throw refused("a time is before or after a moment: say -lt, -le, -gt or -ge.");
                };
        return new Condition.Is(
                switch (type) {
                    case REGISTERED, ENROLLED, REMOVED -> new Criterion.Time(type, comparison, moment);
                    default -> new Criterion.Activity(source(), comparison, moment);
                });
    }

    private Source source() {
        return switch (type) {
            case ENTRA_ACTIVITY -> Source.ENTRA;
            case INTUNE_ACTIVITY -> Source.INTUNE;
            default -> Source.ANY;
        };
    }

    private Condition version(FilterOperator operator, List<FilterValue> values) {
        if (operator == FilterOperator.LIKE || operator == FilterOperator.STARTS) {
            String pattern = values.getFirst().text() + (operator == FilterOperator.STARTS ? "*" : "");
            if (!VERSION_PATTERN.matcher(pattern).matches()) {
                throw refused("a version is numbers with full stops between them.");
            }
            return new Condition.Is(new Criterion.Texts(type, List.of(pattern)));
        }
        for (FilterValue value : values) {
            if (value.moment() != null || !VERSION.matcher(value.text()).matches()) {
                throw refused("a version is numbers with full stops between them, such as 10.0.22000.");
            }
        }
        String version = values.getFirst().text();
        return new Condition.Is(
                switch (operator) {
                    case LESS -> new Criterion.Version(VersionComparison.BELOW, version);
                    case AT_MOST -> new Criterion.Version(VersionComparison.AT_MOST, version);
                    case MORE -> new Criterion.Version(VersionComparison.ABOVE, version);
                    case AT_LEAST -> new Criterion.Version(VersionComparison.AT_LEAST, version);
                    case EQUAL, IN ->
                        new Criterion.Texts(
                                type, values.stream().map(FilterValue::text).toList());
                    default -> throw refused("versions are not compared so: say -eq, -lt, -le, -gt, -ge or -like.");
                });
    }

    private Condition ids(FilterOperator operator, List<FilterValue> values) {
        if (operator != FilterOperator.EQUAL && operator != FilterOperator.IN) {
            throw refused("an ID is compared as a whole.");
        }
        try {
            return new Condition.Is(new Criterion.Ids(
                    values.stream().map(value -> UUID.fromString(value.text())).toList()));
        } catch (IllegalArgumentException e) {
            throw refused("this is no ID.");
        }
    }

    private Condition texts(FilterOperator operator, List<FilterValue> values) {
        List<String> patterns = values.stream()
                .map(value -> pattern(operator, value))
                .distinct()
                .toList();
        return new Condition.Is(
                type == ConditionType.GROUP ? new Criterion.Groups(patterns) : new Criterion.Texts(type, patterns));
    }

    private String pattern(FilterOperator operator, FilterValue value) {
        if (value.moment() != null) {
            throw refused("a text is missing here, rather than a moment.");
        }
        String text = value.text();
        boolean pattern = text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
        boolean whole = operator == FilterOperator.EQUAL || operator == FilterOperator.IN;
        if (WHOLE.contains(type) && (pattern || !whole)) {
            throw refused("it is known by its whole name only: say -eq.");
        }
        if (pattern && operator != FilterOperator.LIKE && operator != FilterOperator.MATCHES && !loose) {
            throw refused("“*” and “?” stand for other letters behind -like only.");
        }
        return switch (operator) {
            case EQUAL, IN -> text;
            case LIKE -> like(text);
            case MATCHES -> matching(text);
            case STARTS -> text + "*";
            case ENDS -> "*" + text;
            case CONTAINS -> "*" + text + "*";
            default -> throw refused("a text is not more or less than another here: say -eq or -like.");
        };
    }

    private static String like(String text) {
        if (text.indexOf('[') >= 0 || text.indexOf('%') >= 0 || text.indexOf('`') >= 0) {
            throw refused("only “*” and “?” stand for other letters here.");
        }
        return text;
    }

    private static String matching(String text) {
        var plain = PLAIN.matcher(text);
        if (!plain.matches()) {
            throw refused("regular expressions are not known here beyond ^ and $: say -like.");
        }
        boolean fromStart =
                !plain.group("begins").isEmpty() && plain.group("any").isEmpty();
        boolean toEnd = !plain.group("ends").isEmpty() && plain.group("more").isEmpty();
        return (fromStart ? "" : "*") + plain.group("text").replace("\\.", ".") + (toEnd ? "" : "*");
    }

    private Condition choices(FilterOperator operator, List<FilterValue> values) {
        Set<Choice> choices = new LinkedHashSet<>();
        for (FilterValue value : values) {
            Choice choice = choice(operator, value);
            if (choice == null) {
                throw refused("“" + value.text() + "” is none of the values that there are of it.");
            }
            choices.add(choice);
        }
        return new Condition.Is(
                new Criterion.Choices(type, choices.stream().sorted().toList()));
    }

    private @Nullable Choice choice(FilterOperator operator, FilterValue value) {
        String text = value.text();
        boolean part = operator == FilterOperator.LIKE
                || operator == FilterOperator.STARTS
                || operator == FilterOperator.CONTAINS
                || operator == FilterOperator.MATCHES;
        if (part && type == ConditionType.PLATFORM) {
            text = text.replaceAll("^[*^]|[*]$", "");
        } else if (operator != FilterOperator.EQUAL && operator != FilterOperator.IN) {
            throw refused("it has a few values only: say -eq or -in.");
        }
        return value.moment() == null ? choice(text) : null;
    }

    private @Nullable Choice choice(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String plain = lower.startsWith("$") ? lower.substring(1) : lower;
        if (YES_OR_NO.contains(type)) {
            Boolean answer = answer(plain);
            if (answer != null) {
                Condition is = Vocabulary.answer(type, answer);
                return is instanceof Condition.Is(Criterion.Choices(var _, List<Choice> one)) ? one.getFirst() : null;
            }
        }
        Phrases<Choice> words = ChoiceWords.of(type);
        if (words == null) {
            return null;
        }
        String parted = CAMEL.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
        for (String written : List.of(plain, plain.replace('-', ' ').replace('_', ' '), parted)) {
            Choice choice = words.meaning(written);
            if (choice != null && choice.type() == type) {
                return choice;
            }
        }
        return null;
    }

    private @Nullable Boolean answer(String text) {
        boolean key = type == ConditionType.BITLOCKER || type == ConditionType.LAPS;
        if (key && (KNOWN.contains(text) || NOT_KNOWN.contains(text))) {
            return KNOWN.contains(text);
        }
        return switch (text) {
            case "1" -> true;
            case "0" -> false;
            default -> ChoiceWords.ANSWERS.meaning(text);
        };
    }

    private static Condition is(Choice choice) {
        return Vocabulary.choices(choice).condition();
    }

    private static NotUnderstoodException refused(String sentence) {
        return new NotUnderstoodException(0, 0, sentence, List.of());
    }
}
