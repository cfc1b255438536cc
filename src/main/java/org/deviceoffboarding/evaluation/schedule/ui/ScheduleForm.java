package org.deviceoffboarding.evaluation.schedule.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.base.ui.form.ZoneField;
import org.deviceoffboarding.base.ui.setting.SettingField;
import org.deviceoffboarding.evaluation.schedule.Recurrence;
import org.deviceoffboarding.evaluation.schedule.Schedule;
import org.deviceoffboarding.evaluation.schedule.ScheduleDraft;
import org.deviceoffboarding.evaluation.schedule.ScheduleDraft.Pace;
import org.deviceoffboarding.evaluation.schedule.ScheduleRefusedException;

/** The fields of the schedule. Only those are shown that say something of how runs recur. */
class ScheduleForm extends Div {

    private static final int LONGEST_CRON = 200;

    private final RadioButtonGroup<Pace> pace = new RadioButtonGroup<>("Runs start");
    private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>("On");
    private final TimePicker time = new TimePicker("At");
    private final TextField cron = new TextField("Cron line");
    private final ZoneField zone = new ZoneField();
    private final Checkbox resets = new Checkbox("Let every suggestion begin anew, not started and assigned to nobody");
    private final Paragraph kept = new Paragraph(
            "Otherwise a run by the schedule keeps status and assignee where devices of a suggestion are flagged again."
                    + " A run by hand goes by Thresholds.");
    private final FormFields fields = new FormFields();
    private final transient Map<String, SettingField<Schedule, ?>> parts = new LinkedHashMap<>();
    private final UnsavedChanges unsaved;
    private transient Schedule saved;

    /** @param changed called with every change of a field */
    ScheduleForm(Schedule schedule, Runnable changed) {
        saved = schedule;
        addClassName("stack");
        setUp();
        addParts();
        enter(schedule);
        showFields();
        fields.with("days", days).with("time", time).with("cron", cron).with("zone", zone);
        add(pace, days, time, cron, zone, resets, kept);
        Stream.<HasValue<?, ?>>of(pace, days, time, cron, zone, resets)
                .forEach(field -> field.addValueChangeListener(change -> {
                    showFields();
                    changed.run();
                }));
        unsaved = UnsavedChanges.of(
                this, () -> !isUnchanged(), "What you changed of the schedule is not saved and would be lost.");
    }

    /** Puts a schedule into the fields: nothing is saved by that. */
    void enter(Schedule schedule) {
        settle();
        parts.values().forEach(part -> part.show(schedule));
    }

    /** Returns whether a field holds something else than somebody saved meanwhile, and the person has not said which is to stay. */
    boolean isContested() {
        return parts.values().stream().anyMatch(SettingField::isContested);
    }

    /** Lets what was entered stay in such fields. */
    void settle() {
        parts.values().forEach(SettingField::settle);
    }

    /** Puts into such fields what somebody else saved. */
    void takeTheirs() {
        parts.values().stream().filter(SettingField::isContested).forEach(part -> {
            part.settle();
            part.show(saved);
        });
    }

    /**
     * Takes over what somebody else saved, beside what was entered here.
     *
     * @param who did, for people
     * @return what both changed, to different values: what was entered here stays in these fields
     */
    List<String> takeOver(Schedule theirs, String who) {
        Schedule before = saved;
        saved = theirs;
        List<String> both = parts.entrySet().stream()
                .filter(part -> part.getValue().takeOver(before, theirs, who))
                .map(Map.Entry::getKey)
                .toList();
        unsaved.look();
        return both;
    }

    /** Returns what the fields hold. */
    ScheduleDraft draft() {
        return new ScheduleDraft(
                pace.getValue(),
                days.getValue(),
                time.getValue(),
                cron.getValue(),
                zone.getValue() == null ? "" : zone.getValue(),
                resets.getValue());
    }

    /** Returns whether the fields hold what is saved. */
    boolean isUnchanged() {
        return parts.values().stream().allMatch(part -> part.isAsIn(saved));
    }

    /** Returns whether the fields hold something that could be a schedule; marks those that do not. */
    boolean isValid() {
        return fields.areValid();
    }

    /** Says at a field what was refused about it. */
    void say(ScheduleRefusedException refused) {
        fields.say(refused.field(), refused.reason());
    }

    private void setUp() {
        pace.setItems(Pace.values());
        pace.setItemLabelGenerator(Pace::label);
        days.setItems(DayOfWeek.values());
        days.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        time.setLocale(TimeDisplay.locale());
        time.setStep(Duration.ofMinutes(15));
        time.setWidth("min(280px, 100%)");
        cron.setMaxLength(LONGEST_CRON);
        cron.setPlaceholder("0 2 * * MON-FRI");
        cron.setValueChangeMode(ValueChangeMode.LAZY);
        cron.setWidth("min(280px, 100%)");
    }

    /** By what each is called where somebody else changed it, too. */
    private void addParts() {
        parts.put("how runs start", SettingField.of(pace, schedule -> Pace.of(schedule), ""));
        parts.put("the days", SettingField.of(days, schedule -> days(schedule), ""));
        parts.put(
                "the time",
                SettingField.of(
                        time,
                        schedule -> time(schedule),
                        "By the clock of the time zone. A time that is skipped when clocks go forward runs as soon as they have; one"
                                + " that comes twice runs once."));
        parts.put(
                "the cron line",
                SettingField.of(
                        cron,
                        schedule -> cron(schedule),
                        "Minute, hour, day of the month, month, day of the week; at least 15 minutes apart."));
        parts.put("the time zone", SettingField.of(zone, schedule -> zone(schedule), ""));
        parts.put("whether suggestions begin anew", SettingField.of(resets, schedule -> schedule.resets(), ""));
    }

    private static Set<DayOfWeek> days(Schedule schedule) {
        return schedule.recurrence() instanceof Recurrence.Weekly weekly ? weekly.days() : Set.of(DayOfWeek.MONDAY);
    }

    private static LocalTime time(Schedule schedule) {
        return switch (schedule.recurrence()) {
            case Recurrence.Daily daily -> daily.at();
            case Recurrence.Weekly weekly -> weekly.at();
            case Recurrence.Cron cron -> LocalTime.of(2, 0);
        };
    }

    private static String cron(Schedule schedule) {
        return schedule.recurrence() instanceof Recurrence.Cron cron ? cron.line() : "";
    }

    /** Whoever sets a schedule for the first time most likely means the clock on their own wall. */
    private static String zone(Schedule schedule) {
        return schedule.version() > 0 ? ZoneField.name(schedule.zone()) : ZoneField.own();
    }

    private void showFields() {
        Pace chosen = pace.getValue();
        boolean timed = chosen == Pace.DAILY || chosen == Pace.WEEKLY;
        days.setVisible(chosen == Pace.WEEKLY);
        time.setVisible(timed);
        cron.setVisible(chosen == Pace.CRON);
        zone.setVisible(chosen != Pace.BY_HAND);
        resets.setVisible(chosen != Pace.BY_HAND);
        kept.setVisible(chosen != Pace.BY_HAND);
        if (!timed && time.isInvalid()) {
            time.clear();
        }
    }
}
