package org.deviceoffboarding.instruction.language;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.words.Written;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Criterion;

/** The one wording of each instruction. */
final class Canonical {

    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}*][\\p{L}\\p{N}*?@_#&+$%~\\-]*(\\.[\\p{L}\\p{N}*?@_#&+$%~\\-]+)*");
    private static final Pattern NUMBER_OF_A_LIST = Pattern.compile("[0-9]{1,3}");

    private Canonical() {}

    /**
     * @param most how many values of a list are named
     */
    static String of(InstructionType type, List<Criterion> criteria, int most) {
        return type.words() + " devices "
                + criteria.stream().map(criterion -> of(criterion, most)).collect(Collectors.joining(" and "));
    }

    private static String of(Criterion criterion, int most) {
        return switch (criterion) {
            case Criterion.Ids ids -> "with IDs " + list(ids.ids(), Object::toString, most);
            case Criterion.Activity activity ->
                "with last activity" + activity.source().words() + " "
                        + activity.comparison().words() + " "
                        + activity.moment().words();
            case Criterion.Choices choices ->
                "with " + choices.type().words() + " " + list(choices.choices(), Choice::label, most);
            case Criterion.Texts texts ->
                "with " + texts.type().words() + " " + list(texts.patterns(), Canonical::value, most);
            case Criterion.Groups groups -> "in group " + list(groups.groups(), Written::quoted, most);
            case Criterion.Time _, Criterion.Never _, Criterion.Version _, Criterion.None _ ->
                throw new IllegalArgumentException(
                        "No instruction goes by " + criterion.type().words());
        };
    }

    private static <T> String list(List<T> values, Function<T, String> words, int most) {
        String named = values.stream().limit(most).map(words).collect(Collectors.joining(", "));
        return values.size() <= most
                ? named
                : named + String.format(Locale.ENGLISH, " and %,d more", values.size() - most);
    }

    /** Returns a value, in quotation marks where it could be taken for something else without. */
    static String value(String value) {
        return PLAIN.matcher(value).matches()
                        && !NUMBER_OF_A_LIST.matcher(value).matches()
                        && !Lexicon.isWord(value)
                ? value
                : Written.quoted(value);
    }
}
