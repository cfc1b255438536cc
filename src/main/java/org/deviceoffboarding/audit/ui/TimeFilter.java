package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.form.DayField;
import org.jspecify.annotations.Nullable;

/** A field for a minute, in the time zone of the browser; addresses have it in UTC, so that they mean the same to everybody. */
class TimeFilter extends DateTimePicker {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LocalTime ofDay;

    /** @param ofDay the time that is meant where an address names a day alone */
    TimeFilter(String label, LocalTime ofDay) {
        super(label);
        this.ofDay = ofDay;
        setStep(MINUTE);
        addClassName("time-filter");
        setI18n(new DateTimePickerI18n()
                .setBadInputErrorMessage("This is no date and time, so nothing is narrowed by it.")
                .setIncompleteInputErrorMessage("Choose the date and the time; until then nothing is narrowed by it."));
        setDatePickerI18n(DayField.patterns());
        setDateAriaLabel(label + ", date");
        setTimeAriaLabel(label + ", time");
    }

    /** Shows the minute that an address names: in UTC, or a day as people write it; nothing where it names none. */
    void show(String written) {
        setValue(read(written));
    }

    /** Returns the minute as an address has it; empty where none is chosen. */
    String written() {
        Instant at = begin();
        return at == null ? "" : at.toString();
    }

    /** Returns when the minute begins; null where none is chosen. */
    @Nullable
    Instant begin() {
        return getValue() == null ? null : getValue().atZone(TimeDisplay.zone()).toInstant();
    }

    /** Returns when the minute is over; null where none is chosen. */
    @Nullable
    Instant end() {
        Instant begin = begin();
        return begin == null ? null : begin.plus(MINUTE);
    }

    private @Nullable LocalDateTime read(String written) {
        try {
            return written.isEmpty()
                    ? null
                    : written.endsWith("Z")
                            ? LocalDateTime.ofInstant(Instant.parse(written), TimeDisplay.zone())
                            : LocalDate.parse(written).atTime(ofDay);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
