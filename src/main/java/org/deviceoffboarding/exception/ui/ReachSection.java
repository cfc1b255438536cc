package org.deviceoffboarding.exception.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.exception.register.ExceptionReach;
import org.deviceoffboarding.exception.register.ExceptionReach.Reached;
import org.deviceoffboarding.inventory.ui.DeviceLink;

/** Which of the flagged devices exceptions would leave out, with a warning where that is most of them. */
class ReachSection extends Composite<Div> {

    ReachSection() {
        getContent().addClassName("stack");
        getContent().getElement().setAttribute("role", "status");
        getContent().setVisible(false);
    }

    void show(ExceptionReach reach) {
        clear();
        getContent().add(new Paragraph(reach.sentence()));
        reach.warnings().forEach(warning -> getContent().add(Callout.attention(warning)));
        if (!reach.devices().isEmpty()) {
            getContent().add(files(reach), list(reach));
        }
        getContent().setVisible(true);
    }

    void clear() {
        getContent().removeAll();
        getContent().setVisible(false);
    }

    private static Component files(ExceptionReach reach) {
        return WholeList.of("Devices that are left out", reach.devices())
                .column("Device left out", Reached::name)
                .column("Entra object ID", Reached::objectId)
                .column("Suggestion", Reached::suggestion)
                .needing(Capability.MAKE_EXCEPTIONS)
                .files("left-out-devices.csv");
    }

    private static Grid<Reached> list(ExceptionReach reach) {
        Grid<Reached> rows = new Grid<>();
        rows.addComponentColumn(device -> ExceptionLines.wrapped(DeviceLink.named(device.name())))
                .setHeader("Device left out")
                .setFlexGrow(1);
        rows.addComponentColumn(device -> ExceptionLines.wrapped(device.suggestion()))
                .setHeader("Suggestion")
                .setFlexGrow(2);
        rows.setItems(reach.devices());
        rows.addClassName("reach-list");
        rows.setAriaLabel("Devices that are left out");
        return rows;
    }
}
