package org.deviceoffboarding.base.ui.form;

import com.vaadin.flow.component.combobox.ComboBox;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.TextLimits;

/**
 * A field whose value is picked from a list. What is typed there and is not in the list would be dropped without a word, and what was
 * picked before would count on: it is refused at the field instead, and nothing counts until something is picked.
 */
public final class PickedOnly {

    private static final int LONGEST_SHOWN = 60;

    private PickedOnly() {}

    /** @param advice what to pick, such as "Pick a time zone by its name." */
    public static void in(ComboBox<String> field, String advice) {
        field.addCustomValueSetListener(typed -> refuse(field, typed.getDetail().strip(), advice));
        field.addValueChangeListener(picked -> {
            if (picked.getValue() != null) {
                field.setInvalid(false);
            }
        });
    }

    private static void refuse(ComboBox<String> field, String typed, String advice) {
        field.clear();
        field.getElement().executeJs("this._inputElementValue = $0", typed); // stays to be mended
        field.setErrorMessage("“" + TextLimits.shorten(Sql.text(typed), LONGEST_SHOWN) + "” is not in the list. " + advice);
        field.setInvalid(true);
    }
}
