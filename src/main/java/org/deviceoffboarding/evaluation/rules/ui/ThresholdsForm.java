package org.deviceoffboarding.evaluation.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.setting.LastChange;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.base.ui.setting.SettingField;
import org.deviceoffboarding.base.ui.setting.SettingHelp;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.evaluation.rules.RuleRanges;
import org.deviceoffboarding.evaluation.rules.RuleSetting;
import org.deviceoffboarding.evaluation.rules.RulesRefusedException;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.safeguard.Ceiling;
import org.jspecify.annotations.Nullable;

/** The fields of the thresholds. */
class ThresholdsForm extends Div {

    private final int shortestSilence;
    private final int shortestGracePeriod;
    private final IntegerField lookBack;
    private final IntegerField silentAfter;
    private final IntegerField gracePeriod;
    private final Map<Platform, IntegerField> gracePeriods = new EnumMap<>(Platform.class);
    private final SettingHelp ofPlatforms =
            new SettingHelp("It takes the place of the one above for devices of that platform. Empty: the one above.");
    private final Details platforms = new Details("Another grace period for a platform");
    private final CheckboxGroup<Situation> situations = new CheckboxGroup<>("Situations that are suggested");
    private final CheckboxGroup<Kind> optedIn = new CheckboxGroup<>("Suggest these kinds, too");
    private final TextArea teamsPhones = new TextArea("Makers and models of Teams phones");
    private final Checkbox keepProgress =
            new Checkbox("Keep status and assignee where devices of a suggestion are flagged again");
    private final FormFields fields = new FormFields();
    private final List<Part> all = new ArrayList<>();
    private final transient Runnable changed;
    private final UnsavedChanges unsaved;
    private transient SavedRules saved;
    private boolean filling;

    /** A field, and what it is a part of. */
    private record Part(RuleSetting setting, SettingField<SavedRules, ?> field) implements Serializable {}

    /**
     * @param kept keeps what is typed, not what is picked
     * @param changed called with every change of a field, and once where many are changed together
     */
    ThresholdsForm(SavedRules saved, Ceiling ceiling, KeptTexts kept, Runnable changed) {
        this.saved = saved;
        this.changed = changed;
        shortestSilence = (int) ceiling.shortestSilence().toDays();
        shortestGracePeriod = (int) ceiling.shortestGracePeriod().toDays();
        lookBack = DaysField.of(
                "Look-back for removal events", RuleRanges.SHORTEST_LOOK_BACK, RuleRanges.LONGEST_LOOK_BACK);
        silentAfter = DaysField.of("Silent after", shortestSilence, RuleRanges.LONGEST_SILENCE);
        gracePeriod =
                DaysField.of("Grace period after disabling", shortestGracePeriod, RuleRanges.LONGEST_GRACE_PERIOD);
        addClassName("stack");
        addTimes();
        addSituations();
        addKinds(kept);
        addProgress();
        all.forEach(part -> part.field().show(saved));
        unfold();
        kept.keep("teams-phones", teamsPhones);
        unsaved = UnsavedChanges.of(
                this,
                () -> !holds(this.saved),
                "What you changed here is not saved and would be lost, but for the list of Teams phones, which is kept for you.");
        Stream.<HasValue<?, ?>>concat(
                        Stream.of(lookBack, silentAfter, gracePeriod, situations, optedIn, teamsPhones, keepProgress),
                        gracePeriods.values().stream())
                .forEach(field -> field.addValueChangeListener(change -> tellChanged()));
    }

    /** Says beside each field who changed it last, and to what. */
    void showLast(Map<RuleSetting, LastChange> last, Instant now) {
        all.forEach(part -> part.field().showLast(lastOf(part.setting(), last), now));
        ofPlatforms.showLast(last.get(RuleSetting.GRACE_PERIODS), now);
    }

    /** What was changed of one platform's grace period is said of all of them together. */
    private static @Nullable LastChange lastOf(RuleSetting setting, Map<RuleSetting, LastChange> last) {
        return setting == RuleSetting.GRACE_PERIODS ? null : last.get(setting);
    }

    /** Returns whether every field holds something usable; marks those that do not, and leads to the first. */
    boolean isValid() {
        return fields.areValid();
    }

    /** Says at its field what was refused. */
    void say(RulesRefusedException refused) {
        fields.say(refused.setting().name(), refused.reason());
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

    /** Returns what the fields hold; nothing where one of them can't be used. Marks none. */
    Optional<JudgingRules> usable() {
        boolean numbers = Stream.of(lookBack, silentAfter, gracePeriod)
                        .allMatch(field -> field.getValue() != null && !field.isInvalid())
                && gracePeriods.values().stream().noneMatch(IntegerField::isInvalid);
        return numbers && !situations.isEmpty() && problemOfPhones().isEmpty()
                ? Optional.of(rules())
                : Optional.empty();
    }

    boolean keepsProgress() {
        return keepProgress.getValue();
    }

    /** Returns whether the fields hold what is saved. */
    boolean holds(SavedRules rules) {
        return all.stream().allMatch(part -> part.field().isAsIn(rules));
    }

    /** Puts a version into all fields: nothing is saved by that. */
    void fill(SavedRules version) {
        settle();
        together(() -> all.forEach(part -> part.field().show(version)));
    }

    /** Returns whether a field holds something else than somebody saved meanwhile, and the person has not said which is to stay. */
    boolean isContested() {
        return all.stream().anyMatch(part -> part.field().isContested());
    }

    /** Lets what was entered stay in such fields. */
    void settle() {
        contested().forEach(SettingField::settle);
    }

    /** Puts into such fields what somebody else saved. */
    void takeTheirs() {
        List<SettingField<SavedRules, ?>> contested = contested();
        settle();
        together(() -> contested.forEach(field -> field.show(saved)));
    }

    /**
     * Takes over what somebody else saved, beside what was entered here.
     *
     * @param who did, for people
     * @return what both changed, to different values: what was entered here stays in these fields
     */
    Set<RuleSetting> takeOver(SavedRules theirs, String who) {
        Set<RuleSetting> both = new LinkedHashSet<>();
        SavedRules before = saved;
        saved = theirs;
        together(() -> all.stream()
                .filter(part -> part.field().takeOver(before, theirs, who))
                .forEach(part -> both.add(part.setting())));
        unsaved.look();
        return both;
    }

    private List<SettingField<SavedRules, ?>> contested() {
        List<SettingField<SavedRules, ?>> contested = new ArrayList<>();
        all.stream().map(Part::field).filter(SettingField::isContested).forEach(contested::add);
        return contested;
    }

    private void together(Runnable change) {
        filling = true;
        try {
            change.run();
        } finally {
            filling = false;
        }
        unfold();
        tellChanged();
    }

    private void unfold() {
        if (gracePeriods.values().stream().anyMatch(field -> field.getValue() != null)) {
            platforms.setOpened(true);
        }
    }

    private void tellChanged() {
        if (!filling) {
            changed.run();
        }
    }

    private void addTimes() {
        number(
                RuleSetting.LOOK_BACK,
                lookBack,
                rules -> rules.lookBack(),
                "1 to 365 days. How old a retire, wipe or delete may be that explains a missing record.");
        number(
                RuleSetting.SILENT_AFTER,
                silentAfter,
                rules -> rules.silentAfter(),
                shortestSilence + " to 3,650 days: Entra's time of the last sign-in can be 19 days behind.");
        number(
                RuleSetting.GRACE_PERIOD,
                gracePeriod,
                rules -> rules.gracePeriod(),
                shortestGracePeriod + " to 365 days. How long a device stays disabled before it may be deleted.");
        Div times = new Div(lookBack, silentAfter, gracePeriod);
        times.addClassName("filters");
        Div others = new Div();
        others.addClassName("filters");
        for (Platform platform : Platform.values()) {
            others.add(gracePeriod(platform));
        }
        platforms.add(ofPlatforms, others);
        add(new Section("Times", stack(times, platforms)));
    }

    private IntegerField gracePeriod(Platform platform) {
        IntegerField field =
                DaysField.of("Grace period, " + platform.label(), shortestGracePeriod, RuleRanges.LONGEST_GRACE_PERIOD);
        field.setRequiredIndicatorVisible(false);
        field.setPlaceholder("as all others");
        gracePeriods.put(platform, field);
        fields.with(platform.name(), field);
        part(
                RuleSetting.GRACE_PERIODS,
                field,
                rules -> days(rules.rules().gracePeriods().get(platform)),
                shortestGracePeriod + " to " + RuleRanges.LONGEST_GRACE_PERIOD + " days.");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }

    private void number(
            RuleSetting setting, IntegerField field, Function<JudgingRules, Duration> value, String meaning) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        fields.with(setting.name(), field);
        part(setting, field, rules -> days(value.apply(rules.rules())), meaning);
    }

    private <T, F extends HasValue<?, T> & HasHelper> void part(
            RuleSetting setting, F field, Function<SavedRules, @Nullable T> shown, String meaning) {
        all.add(new Part(setting, SettingField.of(field, shown, meaning)));
    }

    private void addSituations() {
        situations.setItems(Situation.values());
        situations.setItemLabelGenerator(Situation::label);
        fields.with(
                RuleSetting.SITUATIONS.name(),
                situations,
                picked -> picked.isEmpty() ? "Pick at least one: without any, a run would suggest nothing." : "");
        part(
                RuleSetting.SITUATIONS,
                situations,
                rules -> rules.rules().situations(),
                "What is not picked is not looked for; a device for which another situation holds, too, is suggested for that.");
        add(new Section("Situations", situations));
    }

    private void addKinds(KeptTexts kept) {
        Span protectedKinds =
                new Span("They are protected by default: removing them can take a phone, a kiosk or a Cloud PC out of"
                        + " service. Opted in, they are suggested as any other device.");
        optedIn.setItems(Stream.of(Kind.values()).filter(Kind::leftOut).toList());
        optedIn.setItemLabelGenerator(Kind::label);
        part(RuleSetting.OPTED_IN, optedIn, rules -> rules.rules().optedIn(), "");
        teamsPhones.setWidth("min(480px, 100%)");
        fields.with(RuleSetting.TEAMS_PHONES.name(), teamsPhones, typed -> problemOfPhones());
        part(
                RuleSetting.TEAMS_PHONES,
                teamsPhones,
                rules -> String.join("\n", rules.rules().teamsPhones()),
                "One a line, " + RuleRanges.LONGEST_ENTRY
                        + " characters at the most: a maker, or a maker and the beginning of a model, such as Lenovo ThinkSmart.");
        add(new Section("Protected kinds", stack(protectedKinds, optedIn, kept, teamsPhones)));
    }

    private void addProgress() {
        part(
                RuleSetting.KEEP_PROGRESS,
                keepProgress,
                rules -> rules.keepProgress(),
                "Otherwise every run begins with all suggestions not started and assigned to nobody.");
        add(new Section("When a run replaces the result", keepProgress));
    }

    private String problemOfPhones() {
        if (entries().size() > RuleRanges.MOST_ENTRIES) {
            return "Not over " + RuleRanges.MOST_ENTRIES + " lines.";
        }
        return entries().stream().allMatch(entry -> entry.length() <= RuleRanges.LONGEST_ENTRY)
                ? ""
                : "A line has more than " + RuleRanges.LONGEST_ENTRY + " characters.";
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

    private static @Nullable Integer days(@Nullable Duration span) {
        return span == null ? null : (int) span.toDays();
    }

    private static Div stack(Component... fields) {
        Div stack = new Div(fields);
        stack.addClassName("stack");
        return stack;
    }
}
