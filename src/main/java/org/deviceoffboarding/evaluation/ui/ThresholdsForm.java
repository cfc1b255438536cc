package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.safeguard.Ceiling;

/** The fields of the thresholds. */
class ThresholdsForm extends Div {

    private static final int LONGEST_SILENCE = 3650;

    private final IntegerField lookBack = DaysField.of("Look-back for removal events", 1, 365);
    private final int shortestSilence;
    private final int shortestGracePeriod;
    private final IntegerField silentAfter;
    private final IntegerField gracePeriod;
    private final Map<Platform, IntegerField> gracePeriods = new EnumMap<>(Platform.class);
    private final CheckboxGroup<Situation> situations = new CheckboxGroup<>("Situations that are suggested");
    private final CheckboxGroup<Kind> optedIn = new CheckboxGroup<>("Suggest these kinds, too");
    private final TextArea teamsPhones = new TextArea("Makers and models of Teams phones");
    private final FormFields fields = new FormFields();
    private final Checkbox keepProgress =
            new Checkbox("Keep status and assignee where devices of a suggestion are flagged again");

    /** @param kept keeps what is typed, not what is picked */
    ThresholdsForm(SavedRules saved, Ceiling ceiling, KeptTexts kept) {
        shortestSilence = (int) ceiling.shortestSilence().toDays();
        shortestGracePeriod = (int) ceiling.shortestGracePeriod().toDays();
        silentAfter = DaysField.of("Silent after", shortestSilence, LONGEST_SILENCE);
        gracePeriod = DaysField.of("Grace period after disabling", shortestGracePeriod, 365);
        addClassName("stack");
        fill(saved);
        kept.keep("teams-phones", teamsPhones);
        fields.with("lookBack", lookBack).with("silentAfter", silentAfter).with("gracePeriod", gracePeriod);
        Div times = new Div(lookBack, silentAfter, gracePeriod);
        times.addClassName("filters");
        Span protectedKinds =
                new Span("They are protected by default: removing them can take a phone, a kiosk or a Cloud PC out of"
                        + " service. Opted in, they are suggested as any other device.");
        add(
                new Section("Times", stack(times, platforms(saved.rules()))),
                new Section("Situations", situations),
                new Section("Protected kinds", stack(protectedKinds, optedIn, kept, teamsPhones)),
                new Section(
                        "When a run replaces the result",
                        keepProgress,
                        new Paragraph(
                                "Otherwise every run begins with all suggestions not started and assigned to nobody.")));
        gracePeriods.forEach((platform, field) -> fields.with(platform.name(), field));
        fields.with(
                        "situations",
                        situations,
                        picked ->
                                picked.isEmpty() ? "Pick at least one: without any, a run would suggest nothing." : "")
                .with(
                        "teamsPhones",
                        teamsPhones,
                        typed -> entries().stream().allMatch(entry -> entry.length() <= 100)
                                ? ""
                                : "A line has more than 100 characters.");
        UnsavedChanges.of(
                this,
                () -> !holds(saved),
                "What you changed here is not saved and would be lost, but for the list of Teams phones, which is kept for you.");
    }

    /** Returns whether every field holds something usable; marks those that do not, and leads to the first. */
    boolean isValid() {
        return fields.areValid();
    }

    /** Returns what the fields hold; only after they were found valid. */
    JudgingRules rules() {
        return JudgingRules.defaults()
                .withLookBack(Duration.ofDays(lookBack.getValue()))
                .withSilentAfter(Duration.ofDays(silentAfter.getValue()))
                .withGracePeriod(Duration.ofDays(gracePeriod.getValue()))
                .withGracePeriods(gracePeriodsGiven())
                .withSituations(situations.getValue())
                .withOptedIn(optedIn.getValue())
                .withTeamsPhones(entries());
    }

    /** Returns whether nothing was typed since the fields were filled. */
    boolean holds(SavedRules saved) {
        return Stream.of(lookBack, silentAfter, gracePeriod).noneMatch(field -> field.getValue() == null)
                && !situations.isEmpty()
                && Stream.of(lookBack, silentAfter, gracePeriod).noneMatch(IntegerField::isInvalid)
                && gracePeriods.values().stream().noneMatch(IntegerField::isInvalid)
                && rules().equals(saved.rules())
                && keepsProgress() == saved.keepProgress();
    }

    boolean keepsProgress() {
        return keepProgress.getValue();
    }

    private void fill(SavedRules saved) {
        JudgingRules rules = saved.rules();
        lookBack.setValue((int) rules.lookBack().toDays());
        lookBack.setHelperText(
                "1 to 365 days. How old a retire, wipe or delete may be that explains a missing record.");
        silentAfter.setValue((int) rules.silentAfter().toDays());
        silentAfter.setHelperText(
                shortestSilence + " days or more: Entra's time of the last sign-in can be 19 days behind.");
        gracePeriod.setValue((int) rules.gracePeriod().toDays());
        gracePeriod.setHelperText(
                shortestGracePeriod + " to 365 days. How long a device stays disabled before it may be deleted.");
        situations.setItems(Situation.values());
        situations.setItemLabelGenerator(Situation::label);
        situations.setValue(rules.situations());
        optedIn.setItems(Stream.of(Kind.values()).filter(Kind::leftOut).toList());
        optedIn.setItemLabelGenerator(Kind::label);
        optedIn.setValue(rules.optedIn());
        teamsPhones.setValue(String.join("\n", rules.teamsPhones()));
        teamsPhones.setHelperText(
                "One a line: a maker, or a maker and the beginning of a model, such as Lenovo ThinkSmart.");
        teamsPhones.setWidth("min(480px, 100%)");
        keepProgress.setValue(saved.keepProgress());
    }

    private Details platforms(JudgingRules rules) {
        Div fields = new Div();
        fields.addClassName("filters");
        for (Platform platform : Platform.values()) {
            IntegerField field = DaysField.of("Grace period, " + platform.label(), shortestGracePeriod, 365);
            field.setRequiredIndicatorVisible(false);
            field.setPlaceholder("as all others");
            Duration own = rules.gracePeriods().get(platform);
            field.setValue(own == null ? null : (int) own.toDays());
            gracePeriods.put(platform, field);
            fields.add(field);
        }
        Details details = new Details("Another grace period for a platform", fields);
        details.setOpened(!rules.gracePeriods().isEmpty());
        return details;
    }

    private Map<Platform, Duration> gracePeriodsGiven() {
        Map<Platform, Duration> given = new EnumMap<>(Platform.class);
        gracePeriods.forEach((platform, field) -> {
            if (field.getValue() != null) {
                given.put(platform, Duration.ofDays(field.getValue()));
            }
        });
        return given;
    }

    private List<String> entries() {
        return teamsPhones
                .getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static Div stack(Component... fields) {
        Div stack = new Div(fields);
        stack.addClassName("stack");
        return stack;
    }
}
