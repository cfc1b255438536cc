package org.deviceoffboarding.remediation.ui.removed;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.list.FilterBar;
import org.deviceoffboarding.removed.DisabledDeviceFilter;
import org.deviceoffboarding.removed.DisabledDeviceState;

/** The filters of the list of disabled devices. */
class DisabledDeviceFilterBar extends FilterBar {

    private final TextField text;
    private final Select<Platform> platform;
    private final Select<DisabledDeviceState> state;

    DisabledDeviceFilterBar(TableState table, Runnable changed) {
        super(table, changed);
        text = filters().search("Name, person or object ID");
        platform = filters().choice("Platform", "platform", Platform.class, Platform::label);
        state = filters().choice("State", "state", DisabledDeviceState.class, DisabledDeviceState::label);
        show(text, platform, state);
    }

    DisabledDeviceFilter value() {
        return new DisabledDeviceFilter(text.getValue(), platform.getValue(), state.getValue());
    }
}
