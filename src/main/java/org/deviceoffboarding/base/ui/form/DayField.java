package org.deviceoffboarding.base.ui.form;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.LocalDate;
import org.deviceoffboarding.base.ui.TimeDisplay;

/**
 * A field for a day, which it shows as pages write days. It also takes days in numbers, in the order of the browser's locale, and by
 * ISO 8601; once one is taken, its month is a word, so that a day taken for a month is seen.
 */
public class DayField extends DatePicker {

    private static final int DAYS_OF_A_WEEK = 7;

    /**
     * @param earliest the first day that it takes, and an example of how days are written
     * @param tooEarly what is said of a day before that, a sentence
     */
    public DayField(String label, LocalDate earliest, String tooEarly) {
        super(label);
        String example = TimeDisplay.day(earliest);
        setMin(earliest);
        setPlaceholder("Such as " + example);
        setI18n(patterns()
                .setBadInputErrorMessage(
                        "This is no day. Write it as " + example + " or " + earliest + ", or pick one.")
                .setMinErrorMessage(tooEarly));
    }

    /** Returns how a field shows and reads days, for one that is not only for a day. */
    public static DatePickerI18n patterns() {
        return new DatePickerI18n()
                .setDateFormats(TimeDisplay.dayPattern(), TimeDisplay.dayInNumbersPattern(), "yyyy-MM-dd")
                .setFirstDayOfWeek(TimeDisplay.firstDayOfWeek().getValue() % DAYS_OF_A_WEEK);
    }

    /** Demands a day, and says so where there is none. */
    public void require(String sentence) {
        setRequiredIndicatorVisible(true);
        getI18n().setRequiredErrorMessage(sentence);
    }
}
