package org.deviceoffboarding.remediation.ui.removed;

import com.vaadin.flow.component.textfield.TextField;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.list.FilterBar;

/** The search in the list of deleted devices. */
class DeletedDeviceFilterBar extends FilterBar {

    private final TextField text;

    DeletedDeviceFilterBar(TableState state, Runnable changed) {
        super(state, changed);
        text = filters().search("Name, serial number or ID");
        show(text);
    }

    String value() {
        return text.getValue();
    }
}
