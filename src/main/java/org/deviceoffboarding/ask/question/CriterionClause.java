package org.deviceoffboarding.ask.question;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;

/**
 * One criterion as it is said of devices, in a clause that begins with "that".
 *
 * @param said such as "are flagged" or "have platform Windows"
 * @param denied such as "are not flagged" or "do not have platform Windows"
 */
record CriterionClause(String said, String denied) {

    private static final Set<Choice> COMPLIANCE = Set.of(Choice.COMPLIANT, Choice.NONCOMPLIANT);

    static CriterionClause of(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Choices choices -> choices(choices);
            case Criterion.Texts texts
            when texts.type() == ConditionType.REMOVED_BY -> were(CriterionWording.of(texts));
            case Criterion.Groups groups -> are("in " + CriterionWording.of(groups));
            case Criterion.Never never ->
                bracketed("never active" + never.source().words());
            case Criterion.Activity activity ->
                bracketed("last active" + activity.source().words() + " "
                        + activity.comparison().words() + " "
                        + activity.moment().words());
            case Criterion.Time time -> have(article(time.type()) + CriterionWording.of(time));
            case Criterion.None none ->
                new CriterionClause(
                        "have " + CriterionWording.of(none), "have a " + CriterionWording.missing(none.type()));
            case Criterion.Texts _, Criterion.Version _, Criterion.Ids _ -> have(CriterionWording.of(criterion));
        };
    }

    private static CriterionClause choices(Criterion.Choices criterion) {
        String words = CriterionWording.of(criterion);
        return switch (criterion.type()) {
            case FLAGGED, MANAGEMENT, ENABLED, RESTRICTED, PART_OF -> are(words);
            case COMPLIANCE ->
                COMPLIANCE.containsAll(criterion.choices()) ? are(labels(criterion.choices())) : have(words);
            case BITLOCKER, LAPS -> criterion.choices().size() == 1 ? key(criterion) : have(words);
            default -> have(words);
        };
    }

    private static CriterionClause key(Criterion.Choices criterion) {
        boolean known = Set.of(Choice.BITLOCKER_KNOWN, Choice.LAPS_KNOWN).containsAll(criterion.choices());
        return have((known ? "a known " : "an unknown ") + criterion.type().words());
    }

    private static String labels(List<Choice> choices) {
        return choices.stream().map(Choice::label).collect(Collectors.joining(", "));
    }

    private static String article(ConditionType type) {
        return type == ConditionType.ENROLLED ? "an " : "a ";
    }

    private static CriterionClause are(String words) {
        return new CriterionClause("are " + words, "are not " + words);
    }

    private static CriterionClause were(String words) {
        return new CriterionClause("were " + words, "were not " + words);
    }

    /** Of a time, "not" stands for all of it: what was not active after a day was before it, or never. */
    private static CriterionClause bracketed(String words) {
        return new CriterionClause("were " + words, "were not (" + words + ")");
    }

    private static CriterionClause have(String words) {
        return new CriterionClause("have " + words, "do not have " + words);
    }
}
