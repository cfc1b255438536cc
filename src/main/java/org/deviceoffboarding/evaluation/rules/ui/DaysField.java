package org.deviceoffboarding.evaluation.rules.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;

/** Fields for a number of days, which say what is wrong with one. */
final class DaysField {

    private DaysField() {}

    static IntegerField of(String label, int min, int max) {
        IntegerField field = new IntegerField(label);
        field.setMin(min);
        field.setMax(max);
        field.setStepButtonsVisible(true);
        field.setRequiredIndicatorVisible(true);
        field.setSuffixComponent(new Span("days"));
        field.setWidth("280px");
        field.setI18n(new IntegerField.IntegerFieldI18n()
                .setRequiredErrorMessage("Enter a number of days.")
                .setBadInputErrorMessage("Enter a whole number of days.")
                .setMinErrorMessage("Not under " + min + (min == 1 ? " day." : " days."))
                .setMaxErrorMessage("Not over " + max + " days."));
        return field;
    }
}
