package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.ui.Filters;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.jspecify.annotations.Nullable;

/** The filters of the list of devices. */
class DeviceFilterBar extends Div {

    private final TextField text;
    private final Select<Platform> platform;
    private final Select<Ownership> ownership;
    private final Select<Yes> enabled;
    private final Select<Yes> inIntune;

    DeviceFilterBar(TableState state, Runnable changed) {
        addClassName("filters");
        Filters filters = new Filters(state, changed);
        text = filters.search("Name, serial number, user or ID");
        text.setValueChangeMode(ValueChangeMode.LAZY);
        platform = filters.choice("Platform", "platform", Platform.class, Platform::label);
        ownership = filters.choice("Ownership", "ownership", Ownership.class, Ownership::label);
        enabled = filters.choice("Enabled", "enabled", Yes.class, Yes::label);
        inIntune = filters.choice("In Intune", "intune", Yes.class, Yes::label);
        add(text, platform, ownership, enabled, inIntune);
    }

    DeviceFilter value() {
        return new DeviceFilter(
                text.getValue(),
                platform.getValue(),
                ownership.getValue(),
                Yes.toBoolean(enabled.getValue()),
                Yes.toBoolean(inIntune.getValue()));
    }

    private enum Yes {
        YES("Yes"),
        NO("No");

        private final String label;

        Yes(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        static @Nullable Boolean toBoolean(@Nullable Yes answer) {
            return answer == null ? null : answer == YES;
        }
    }
}
