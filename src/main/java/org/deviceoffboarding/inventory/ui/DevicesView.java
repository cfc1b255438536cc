package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.ResultPage;
import org.deviceoffboarding.base.ui.TableState;

/** Every device known, found by name, serial number, user or any of its three IDs. */
@Route(DeviceLink.PATH)
@PageTitle("Devices")
@Menu(order = 30, title = "Devices", icon = "vaadin:laptop")
@May(Capability.READ)
class DevicesView extends Composite<Div> implements BeforeEnterObserver, ResultPage {

    private final transient List<DeviceListButton> buttons;
    private final transient DeviceTable devices;

    DevicesView(DeviceTables lists, List<DeviceListButton> buttons) {
        this.buttons = buttons;
        this.devices = lists.create();
        getContent().addClassNames("page-content", "page-table");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        getContent().add(header());
        getContent().add(devices.show(TableState.entering(event)));
    }

    @Override
    public boolean followsByItself() {
        return true;
    }

    private PageHeader header() {
        PageHeader header = new PageHeader("Devices");
        buttons.forEach(button -> button.create(devices::refresh).ifPresent(header::withActions));
        return header;
    }
}
