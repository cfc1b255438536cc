package org.deviceoffboarding.ask.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.TimePoint;
import org.deviceoffboarding.language.VersionComparison;
import org.junit.jupiter.api.Test;

/** Questions are worded as people would write them, whatever they ask by. The whole table of wordings was read and approved. */
class QuestionEnglishTest {

    private static final Path APPROVED = Path.of("src/test/resources/ask/question-wordings.txt");

    /** Sorts that are orders and groups only: devices are told apart by {@link ConditionType#ACTIVITY} with a source. */
    private static final Set<ConditionType> NO_CRITERION =
            EnumSet.of(ConditionType.ENTRA_ACTIVITY, ConditionType.INTUNE_ACTIVITY);

    private static final TimePoint MOMENT = new TimePoint.Day(LocalDate.of(2026, 3, 1));

    /** A verb is what each criterion begins with; what devices are is never something that they have. */
    private static final List<Pattern> NO_ENGLISH = Stream.of(
                    "\\bwith\\b",
                    "\\bhave (in|not|part|removed|flagged|enabled|disabled|restricted|compliant|noncompliant)\\b",
                    "\\bthat (?!are|were|have|do not have|not \\()",
                    "\\b(and|or) (?!are|were|have|do not have|not \\(|\\()",
                    "\\bnot (not|no|never)\\b",
                    "\\bnever\\b(?! active)",
                    "\\b(un)?known (BitLocker|LAPS)(?! key| password)")
            .map(Pattern::compile)
            .toList();

    @Test
    void everyCriterionIsWordedAsItWasApproved() throws IOException {
        List<String> lines = criteria().stream()
                .flatMap(criterion -> {
                    Condition is = new Condition.Is(criterion);
                    return Stream.of(is, new Condition.Not(is))
                            .map(each -> Question.devices(each).canonical());
                })
                .toList();

        String wordings = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(APPROVED, wordings);
        }
        assertThat(wordings)
                .as("Read each wording that changed; then write them down by running this test with -Ddocs.write=true")
                .isEqualTo(Files.readString(APPROVED));
    }

    @Test
    void noCriterionOfAnyTypeAndValueIsWordedAsNobodyWouldSay() {
        List<Criterion> all = criteria();
        assertThat(all.stream().map(Criterion::type)).containsAll(EnumSet.complementOf(EnumSet.copyOf(NO_CRITERION)));
        for (Criterion one : all) {
            Condition is = new Condition.Is(one);
            Condition other = new Condition.Is(new Criterion.Choices(
                    one.type() == ConditionType.FLAGGED ? ConditionType.ENABLED : ConditionType.FLAGGED,
                    List.of(one.type() == ConditionType.FLAGGED ? Choice.ENABLED : Choice.FLAGGED)));
            for (Condition where : List.of(
                    is,
                    Condition.not(is),
                    Condition.all(List.of(is, other)),
                    Condition.all(List.of(other, is)),
                    Condition.any(List.of(is, other)),
                    Condition.any(List.of(other, Condition.not(is))))) {
                for (Wish wish : List.of(Wish.DEVICES, Wish.COUNT, Wish.GROUPS)) {
                    List<ConditionType> by = wish == Wish.GROUPS ? List.of(ConditionType.PLATFORM) : List.of();
                    String wording = unquoted(new Question(wish, where, by, null, null, List.of()).canonical());
                    NO_ENGLISH.forEach(form -> assertThat(form.matcher(wording).find())
                            .as("%s in: %s", form, wording)
                            .isFalse());
                }
            }
        }
    }

    /** What stands between the sort and its values is no verb: values, names and moments are left out of account. */
    private static String unquoted(String wording) {
        return wording.replaceAll("\"[^\"]*\"", "X")
                .replace("silent and unmanaged", "silent")
                .replace("on or ", "")
                .replace("that (", "that ");
    }

    /** Returns criteria of all types, each value of those that have only a few. */
    private static List<Criterion> criteria() {
        List<Criterion> all = new ArrayList<>();
        all.add(new Criterion.Ids(List.of(new UUID(1, 2), new UUID(3, 4))));
        for (Source source : Source.values()) {
            Arrays.stream(Comparison.values())
                    .forEach(comparison -> all.add(new Criterion.Activity(source, comparison, MOMENT)));
            all.add(new Criterion.Never(source));
        }
        Arrays.stream(Choice.values())
                .forEach(choice -> all.add(new Criterion.Choices(choice.type(), List.of(choice))));
        all.add(new Criterion.Choices(ConditionType.PLATFORM, List.of(Choice.WINDOWS, Choice.MACOS)));
        all.add(new Criterion.Choices(
                ConditionType.COMPLIANCE, List.of(Choice.NONCOMPLIANT, Choice.COMPLIANCE_UNKNOWN)));
        for (ConditionType type : List.of(
                ConditionType.NAME,
                ConditionType.USER,
                ConditionType.MANUFACTURER,
                ConditionType.MODEL,
                ConditionType.SERIAL,
                ConditionType.DEPARTMENT,
                ConditionType.VERSION,
                ConditionType.REMOVED_BY)) {
            all.add(new Criterion.Texts(type, List.of("A*")));
        }
        all.add(new Criterion.Groups(List.of("Sales", "Kiosks")));
        for (ConditionType type : List.of(ConditionType.REGISTERED, ConditionType.ENROLLED, ConditionType.REMOVED)) {
            Arrays.stream(Comparison.values())
                    .forEach(comparison -> all.add(new Criterion.Time(type, comparison, MOMENT)));
        }
        Arrays.stream(VersionComparison.values())
                .forEach(comparison -> all.add(new Criterion.Version(comparison, "17")));
        for (ConditionType type : List.of(
                ConditionType.USER,
                ConditionType.DEPARTMENT,
                ConditionType.SERIAL,
                ConditionType.MANUFACTURER,
                ConditionType.MODEL)) {
            all.add(new Criterion.None(type));
        }
        return all;
    }
}
