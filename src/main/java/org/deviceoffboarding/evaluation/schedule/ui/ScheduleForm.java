package org.deviceoffboarding.evaluation.schedule.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.evaluation.schedule.Recurrence;
import org.deviceoffboarding.evaluation.schedule.Schedule;
import org.deviceoffboarding.evaluation.schedule.ScheduleDraft;
import org.deviceoffboarding.evaluation.schedule.ScheduleDraft.Pace;
import org.deviceoffboarding.evaluation.schedule.ScheduleRefusedException;

/** The fields of the schedule. Only those are shown that say something of how runs recur. */
class ScheduleForm extends Div {

    private static final int LONGEST_CRON = 200;
    private static final String UTC = "UTC";

    private final RadioButtonGroup<Pace> pace = new RadioButtonGroup<>("Runs start");
    private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>("On");
    private final TimePicker time = new TimePicker("At");
    private final TextField cron = new TextField("Cron line");
    private final ComboBox<String> zone = new ComboBox<>("Time zone");
    private final Checkbox resets = new Checkbox("Let every suggestion begin anew, not started and assigned to nobody");
    private final Paragraph kept = new Paragraph(
            "Otherwise a run by the schedule keeps status and assignee where devices of a suggestion are flagged again."
                    + " A run by hand goes by Thresholds.");
    private final FormFields fields = new FormFields();
    private final transient ScheduleDraft saved;

    /** @param changed called with every change of a field */
    ScheduleForm(Schedule schedule, Runnable changed) {
        addClassName("stack");
        fill(schedule);
        saved = draft();
        showFields();
        fields.with("days", days).with("time", time).with("cron", cron).with("zone", zone);
        add(pace, days, time, cron, zone, resets, kept);
        Stream.<HasValue<?, ?>>of(pace, days, time, cron, zone, resets)
                .forEach(field -> field.addValueChangeListener(change -> {
                    showFields();
                    changed.run();
                }));
        UnsavedChanges.of(
                this, () -> !isUnchanged(), "What you changed of the schedule is not saved and would be lost.");
    }

    /** Puts another schedule into the fields: nothing is saved by that. */
    void enter(Schedule schedule) {
        pace.setValue(Pace.of(schedule));
        resets.setValue(schedule.resets());
        cron.clear();
        fill(schedule.recurrence());
        if (schedule.version() > 0) {
            zone.setValue(schedule.zone().getId());
        }
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

    /** Returns whether nothing was changed since the fields were filled. */
    boolean isUnchanged() {
        return draft().equals(saved) && !time.isInvalid() && !zone.isInvalid();
    }

    /** Returns whether the fields hold something that could be a schedule; marks those that do not. */
    boolean isValid() {
        return fields.areValid();
    }

    /** Says at a field what was refused about it. */
    void say(ScheduleRefusedException refused) {
        fields.say(refused.field(), refused.reason());
    }

    private void fill(Schedule schedule) {
        pace.setItems(Pace.values());
        pace.setItemLabelGenerator(Pace::label);
        pace.setValue(Pace.of(schedule));
        days.setItems(DayOfWeek.values());
        days.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        time.setLocale(TimeDisplay.locale());
        time.setStep(Duration.ofMinutes(15));
        time.setHelperText(
                "By the clock of the time zone. A time that is skipped when clocks go forward runs as soon as they have; one"
                        + " that comes twice runs once.");
        time.setWidth("min(280px, 100%)");
        cron.setMaxLength(LONGEST_CRON);
        cron.setPlaceholder("0 2 * * MON-FRI");
        cron.setHelperText("Minute, hour, day of the month, month, day of the week; at least 15 minutes apart.");
        cron.setValueChangeMode(ValueChangeMode.LAZY);
        cron.setWidth("min(280px, 100%)");
        zone.setWidth("min(280px, 100%)");
        resets.setValue(schedule.resets());
        fill(schedule.recurrence());
        fillZones(schedule);
    }

    private void fill(Recurrence recurrence) {
        LocalTime at = LocalTime.of(2, 0);
        Set<DayOfWeek> on = Set.of(DayOfWeek.MONDAY);
        switch (recurrence) {
            case Recurrence.Daily daily -> at = daily.at();
            case Recurrence.Weekly weekly -> {
                at = weekly.at();
                on = weekly.days();
            }
            case Recurrence.Cron line -> cron.setValue(line.line());
        }
        time.setValue(at);
        days.setValue(on);
    }

    /** Whoever sets a schedule for the first time most likely means the clock on their own wall. */
    private void fillZones(Schedule schedule) {
        List<String> all = Stream.concat(
                        Stream.of(UTC),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                                .sorted())
                .toList();
        String own = TimeDisplay.zone().getId();
        zone.setItems(all);
        zone.setValue(schedule.version() > 0 ? schedule.zone().getId() : all.contains(own) ? own : UTC);
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
