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

    private record Template(Form form, Sort sort, Comparison comparison, List<String> words) {}

    private static final List<Template> ALL = all();

    private Templates() {}

    static Instruction nearest(List<Token> tokens) {
        Given given = Given.of(tokens);
        Map<String, Double> known = new HashMap<>();
        Template nearest = ALL.stream()
                .min(Comparator.comparingDouble(template -> distance(given, template, known)))
                .orElseThrow();
        List<Criterion> criteria = new ArrayList<>(List.of(filled(nearest, given)));
        for (Sort sort : List.of(Sort.PLATFORM, Sort.OWNERSHIP, Sort.JOIN_TYPE, Sort.SITUATION)) {
            if (sort != nearest.sort() && given.has(sort)) {
                criteria.add(new Criterion.Choices(sort, given.choices(sort))); // what was given is not dropped
            }
        }
        return new Instruction(nearest.form(), criteria);
    }

    private static double distance(Given given, Template template, Map<String, Double> known) {
        List<String> words = given.words();
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
        return row[row.length - 1] + unlikely(given, template.sort());
    }

    private static double unlikely(Given given, Sort sort) {
        double rare = sort == Sort.MANUFACTURER || sort == Sort.MODEL || sort == Sort.GROUP ? RARE : 0;
        return rare + (given.has(sort) ? 0 : sort == Sort.NAME ? WITHOUT_VALUE / 2 : WITHOUT_VALUE);
    }

    private static double difference(String word, String other, Map<String, Double> known) {
        return known.computeIfAbsent(
                word + ' ' + other,
                _ -> Math.min(1.2, 2.0 * EditDistance.of(word, other) / Math.max(word.length(), other.length())));
    }

    private static Criterion filled(Template template, Given given) {
        Sort sort = template.sort();
        return switch (sort) {
            case IDS -> new Criterion.Ids(given.ids().isEmpty() ? List.of(UUID.fromString(Ids.EXAMPLE)) : given.ids());
            case ACTIVITY ->
                new Criterion.Activity(
                        Source.ANY,
                        template.comparison(),
                        Objects.requireNonNullElse(given.moment(), new Moment.Ago(90, ChronoUnit.DAYS)));
            case PLATFORM, OWNERSHIP, JOIN_TYPE, SITUATION ->
                new Criterion.Choices(
                        sort, given.choices(sort).isEmpty() ? List.of(example(sort)) : given.choices(sort));
            case NAME, USER, MANUFACTURER, MODEL ->
                new Criterion.Texts(sort, given.texts().isEmpty() ? List.of(text(sort)) : given.texts());
            case GROUP -> new Criterion.Groups(given.texts().isEmpty() ? List.of("Executives") : given.texts());
        };
    }

    private static Choice example(Sort sort) {
        return switch (sort) {
            case OWNERSHIP -> Choice.PERSONAL;
            case JOIN_TYPE -> Choice.REGISTERED;
            case SITUATION -> Choice.SILENT_EVERYWHERE;
            default -> Choice.WINDOWS;
        };
    }

    private static String text(Sort sort) {
        return switch (sort) {
            case USER -> "anna@contoso.com";
            case MANUFACTURER -> "Apple";
            case MODEL -> "iPad*";
            default -> "VIP-*";
        };
    }

    private static List<Template> all() {
        List<Template> all = new ArrayList<>();
        for (Form form : Form.values()) {
            for (Sort sort : Sort.values()) {
                if (sort == Sort.ACTIVITY) {
                    all.add(template(form, sort, Comparison.BEFORE));
                }
                all.add(template(form, sort, Comparison.AFTER));
            }
        }
        return List.copyOf(all);
    }

    private static Template template(Form form, Sort sort, Comparison comparison) {
        String condition =
                switch (sort) {
                    case ACTIVITY -> "with last activity " + comparison.words();
                    case GROUP -> "in group";
                    case NAME -> "with names matching";
                    case SITUATION -> "with situation";
                    default -> "with " + sort.words();
                };
        String words = (form.words() + " devices " + condition).toLowerCase(Locale.ROOT);
        return new Template(form, sort, comparison, List.of(words.split(" ")));
    }
}
