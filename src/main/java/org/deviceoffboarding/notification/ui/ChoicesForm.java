package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.base.ui.form.ZoneField;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.NoticeWay;
import org.deviceoffboarding.notification.choice.NoticeChoices;
import org.deviceoffboarding.notification.choice.NoticeTiming;

/** The fields of what somebody is told: a way for each kind of notice, and when mail comes. */
class ChoicesForm {

    private static final String UTC = "UTC";
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final String LOSS = "What you changed is not saved and would be lost.";

    private final Map<NoticeKind, Select<NoticeWay>> ways = new EnumMap<>(NoticeKind.class);
    private final RadioButtonGroup<Rhythm> rhythm = new RadioButtonGroup<>("Mail comes");
    private final TimePicker digestAt = time("At");
    private final Checkbox quiet = new Checkbox("Send me no mail in quiet hours");
    private final TimePicker quietFrom = time("From");
    private final TimePicker quietUntil = time("Until");
    private final ZoneField zone = new ZoneField();
    private final FormFields fields = new FormFields();
    private final Div lines = new Div();
    private final Div timing = new Div();
    private final NoticeChoices saved;

    /** @param mailed whether there is mail to choose at all */
    ChoicesForm(NoticeChoices choices, boolean mailed) {
        Arrays.stream(NoticeKind.values()).forEach(kind -> lines.add(line(kind, choices.way(kind), mailed)));
        rhythm.setItems(Rhythm.values());
        rhythm.setItemLabelGenerator(each -> each.label);
        show(choices.timing());
        timing.addClassName("stack");
        timing.add(rhythm, digestAt, quiet, quietFrom, quietUntil, zone);
        Stream.<HasValue<?, ?>>of(rhythm, quiet).forEach(field -> field.addValueChangeListener(change -> showFields()));
        fields.with("digestAt", digestAt)
                .with("quietFrom", quietFrom)
                .with("quietUntil", quietUntil, this::wrongEnd)
                .with("zone", zone);
        showFields();
        saved = value();
        UnsavedChanges.of(lines, () -> !value().equals(saved), LOSS);
        UnsavedChanges.of(timing, () -> !value().equals(saved), LOSS);
    }

    /** Returns what was saved, as these fields held it at first. */
    NoticeChoices saved() {
        return saved;
    }

    /** Puts into the fields what is chosen and not saved. */
    void choose(NoticeChoices chosen) {
        ways.forEach((kind, field) -> field.setValue(chosen.way(kind)));
        show(chosen.timing());
    }

    /** Returns the fields of the ways. */
    Div ways() {
        return lines;
    }

    /** Returns the fields of when mail comes. */
    Div timing() {
        return timing;
    }

    /** Returns whether the fields hold something that can be kept; marks those that do not. */
    boolean isValid() {
        return fields.areValid();
    }

    /** Returns what the fields hold: only what differs from what is usual, so that the rest follows that. */
    NoticeChoices value() {
        Map<NoticeKind, NoticeWay> chosen = new EnumMap<>(NoticeKind.class);
        ways.forEach((kind, field) -> {
            if (field.getValue() != null && field.getValue() != kind.usualWay()) {
                chosen.put(kind, field.getValue());
            }
        });
        boolean hours = quiet.getValue()
                && quietFrom.getValue() != null
                && quietUntil.getValue() != null
                && !quietFrom.getValue().equals(quietUntil.getValue());
        return new NoticeChoices(
                chosen,
                new NoticeTiming(
                        rhythm.getValue() == Rhythm.DAILY ? digestAt.getValue() : null,
                        hours ? quietFrom.getValue() : null,
                        hours ? quietUntil.getValue() : null,
                        ZoneId.of(Objects.requireNonNullElse(zone.getValue(), UTC))));
    }

    private Div line(NoticeKind kind, NoticeWay way, boolean mailed) {
        Select<NoticeWay> field = new Select<>();
        field.setItems(
                mailed
                        ? List.of(NoticeWay.values())
                        : List.of(NoticeWay.NONE, NoticeWay.PAGE, way).stream()
                                .distinct()
                                .toList());
        field.setItemLabelGenerator(NoticeWay::label);
        field.setValue(way);
        field.setAriaLabel(kind.label());
        field.setWidth("min(250px, 100%)");
        ways.put(kind, field);
        Span label = new Span(kind.label());
        Span meaning = new Span(kind.meaning());
        meaning.addClassName("dim");
        Div line = new Div(new Div(label, meaning), field);
        line.addClassName("choice-line");
        return line;
    }

    private void show(NoticeTiming when) {
        rhythm.setValue(when.gathers() ? Rhythm.DAILY : Rhythm.AT_ONCE);
        digestAt.setValue(Objects.requireNonNullElse(when.digestAt(), MORNING));
        quiet.setValue(when.quietFrom() != null);
        quietFrom.setValue(Objects.requireNonNullElse(when.quietFrom(), EVENING));
        quietUntil.setValue(Objects.requireNonNullElse(when.quietUntil(), MORNING));
        if (when.equals(NoticeTiming.AT_ONCE)) {
            zone.showOwn();
        } else {
            zone.show(when.zone());
        }
    }

    private String wrongEnd(LocalTime until) {
        return quiet.getValue() && until != null && until.equals(quietFrom.getValue())
                ? "Quiet hours end at another time than they begin."
                : "";
    }

    private void showFields() {
        digestAt.setVisible(rhythm.getValue() == Rhythm.DAILY);
        quietFrom.setVisible(quiet.getValue());
        quietUntil.setVisible(quiet.getValue());
        digestAt.setRequiredIndicatorVisible(digestAt.isVisible());
        quietFrom.setRequiredIndicatorVisible(quietFrom.isVisible());
        quietUntil.setRequiredIndicatorVisible(quietUntil.isVisible());
    }

    private static TimePicker time(String label) {
        TimePicker field = new TimePicker(label);
        field.setLocale(TimeDisplay.locale());
        field.setStep(Duration.ofMinutes(15));
        field.setI18n(new TimePicker.TimePickerI18n()
                .setRequiredErrorMessage("Enter a time.")
                .setBadInputErrorMessage("This is no time. Enter one, or pick it."));
        field.setWidth("min(280px, 100%)");
        return field;
    }

    /** Whether each notice comes by itself. */
    private enum Rhythm {
        AT_ONCE("at once, each by itself"),
        DAILY("once a day, all together");

        private final String label;

        Rhythm(String label) {
            this.label = label;
        }
    }
}
