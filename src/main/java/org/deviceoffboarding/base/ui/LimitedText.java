package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.textfield.TextArea;

/** Fields that take texts up to a length, and say so once there is more in them. */
public final class LimitedText {

    private LimitedText() {}

    /** @param longest in characters, as the service holds it */
    public static void limit(TextArea field, int longest) {
        require(field, longest, "");
        field.setRequiredIndicatorVisible(false);
    }

    /**
     * As {@link #limit}, of a text that has to be given.
     *
     * @param missing what is said at the field where it is not
     */
    public static void require(TextArea field, int longest, String missing) {
        field.setMaxLength(longest);
        field.setRequiredIndicatorVisible(true);
        field.setI18n(new TextArea.TextAreaI18n()
                .setRequiredErrorMessage(missing)
                .setMaxLengthErrorMessage("At most " + Amounts.number(longest) + " characters."));
    }
}
