package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.textfield.TextArea;

/** Fields that take texts up to a length, and say so once there is more in them. */
public final class LimitedText {

    private LimitedText() {}

    /** @param longest in characters, as the service holds it */
    public static void limit(TextArea field, int longest) {
        field.setMaxLength(longest);
        field.setI18n(new TextArea.TextAreaI18n()
                .setMaxLengthErrorMessage("At most " + Amounts.number(longest) + " characters."));
    }
}
