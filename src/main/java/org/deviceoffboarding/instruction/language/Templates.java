package org.deviceoffboarding.instruction.language;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The forms of sentences, and which of them is nearest to what someone wrote. */
final class Templates {

    private static final double ADDED = 0.5;
    private static final double MISSING = 0.7;

    /** What a sentence lacks counts for more than a few other words. */
    private static final double WITHOUT_VALUE = 1.5;

    /** A value that fits several sorts is a name sooner than one of these. */
    private static final double RARE = 0.8;

    private record Template(InstructionType type, ConditionType condition, Comparison comparison, List<String> words) {}

    private static final List<Template> ALL = all();

    private Templates() {}

    static Instruction nearest(List<Token> tokens) {
        SalvagedValues salvaged = SalvagedValues.of(tokens);
        Map<String, Double> known = new HashMap<>();
        Template nearest = ALL.stream()
                .min(Comparator.comparingDouble(template -> distance(salvaged, template, known)))
                .orElseThrow();
        List<Criterion> criteria = new ArrayList<>(List.of(filled(nearest, salvaged)));
        for (ConditionType type : List.of(
                ConditionType.PLATFORM, ConditionType.OWNERSHIP, ConditionType.JOIN_TYPE, ConditionType.SITUATION)) {
            if (type != nearest.condition() && salvaged.has(type)) {
                criteria.add(new Criterion.Choices(type, salvaged.choices(type))); // what was given is not dropped
            }
        }
        return new Instruction(nearest.type(), criteria);
    }

    private static double distance(SalvagedValues salvaged, Template template, Map<String, Double> known) {
        List<String> words = salvaged.words();
        double[] row = new double[template.words().size() + 1];
        for (int j = 1; j < row.length; j++) {
            row[j] = j * MISSING;
        }
        for (String word : words) {
            double diagonal = row[0];
            row[0] += ADDED;
            for (int j = 1; j < row.length; j++) {
                double replaced = diagonal + difference(word, template.words().get(j - 1), known);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j] + ADDED, row[j - 1] + MISSING));
            }
        }
        return row[row.length - 1] + unlikely(salvaged, template.condition());
    }

    private static double unlikely(SalvagedValues salvaged, ConditionType type) {
        double rare = type == ConditionType.MANUFACTURER || type == ConditionType.MODEL || type == ConditionType.GROUP
                ? RARE
                : 0;
        return rare + (salvaged.has(type) ? 0 : type == ConditionType.NAME ? WITHOUT_VALUE / 2 : WITHOUT_VALUE);
    }

    private static double difference(String word, String other, Map<String, Double> known) {
        return known.computeIfAbsent(
                word + ' ' + other,
                _ -> Math.min(1.2, 2.0 * EditDistance.of(word, other) / Math.max(word.length(), other.length())));
    }

    private static Criterion filled(Template template, SalvagedValues salvaged) {
        ConditionType type = template.condition();
        return switch (type) {
            case IDS ->
                new Criterion.Ids(
                        salvaged.ids().isEmpty() ? List.of(UUID.fromString(IdReader.EXAMPLE)) : salvaged.ids());
            case ACTIVITY ->
                new Criterion.Activity(
                        Source.ANY,
                        template.comparison(),
                        Objects.requireNonNullElse(salvaged.moment(), new TimePoint.Ago(90, ChronoUnit.DAYS)));
            case PLATFORM, OWNERSHIP, JOIN_TYPE, SITUATION ->
                new Criterion.Choices(
                        type, salvaged.choices(type).isEmpty() ? List.of(example(type)) : salvaged.choices(type));
            case NAME, USER, MANUFACTURER, MODEL ->
                new Criterion.Texts(type, salvaged.texts().isEmpty() ? List.of(text(type)) : salvaged.texts());
            case GROUP -> new Criterion.Groups(salvaged.texts().isEmpty() ? List.of("Executives") : salvaged.texts());
        };
    }

    private static Choice example(ConditionType type) {
        return switch (type) {
            case OWNERSHIP -> Choice.PERSONAL;
            case JOIN_TYPE -> Choice.REGISTERED;
            case SITUATION -> Choice.SILENT_EVERYWHERE;
            default -> Choice.WINDOWS;
        };
    }

    private static String text(ConditionType type) {
        return switch (type) {
            case USER -> "anna@contoso.com";
            case MANUFACTURER -> "Apple";
            case MODEL -> "iPad*";
            default -> "VIP-*";
        };
    }

    private static List<Template> all() {
        List<Template> all = new ArrayList<>();
        for (InstructionType type : InstructionType.values()) {
            for (ConditionType condition : ConditionType.values()) {
                if (condition == ConditionType.ACTIVITY) {
                    all.add(template(type, condition, Comparison.BEFORE));
                }
                all.add(template(type, condition, Comparison.AFTER));
            }
        }
        return List.copyOf(all);
    }

    private static Template template(InstructionType type, ConditionType condition, Comparison comparison) {
        String words =
                switch (condition) {
                    case ACTIVITY -> "with last activity " + comparison.words();
                    case GROUP -> "in group";
                    case NAME -> "with names matching";
                    case SITUATION -> "with situation";
                    default -> "with " + condition.words();
                };
        String whole = (type.words() + " devices " + words).toLowerCase(Locale.ROOT);
        return new Template(type, condition, comparison, List.of(whole.split(" ")));
    }
}
