package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import org.deviceoffboarding.task.team.AssigneeChoice;

/** What the browser tells of a name that somebody typed into a field, left, and did not pick. */
final class Typing {

    private Typing() {}

    static <C extends ComboBoxBase<C, AssigneeChoice, ?>> void only(C field, String typed) {
        ComponentUtil.fireEvent(field, new ComboBoxBase.CustomValueSetEvent<>(field, true, typed));
    }
}
