package org.deviceoffboarding.exception.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.exception.register.ExceptionTarget;
import org.deviceoffboarding.inventory.ui.DeviceLink;

/** Devices that were picked before: shown with their names and IDs, since names alone can be anyone's. */
class PickedTargets extends TargetField {

    private static final int SHOWN = 10;

    private final List<ExceptionTarget> targets;

    /** @param picked those that have an exception of their own already keep it, and are named as such */
    PickedTargets(List<ExceptionTarget> picked, ExceptionService exceptions) {
        targets = exceptions.withoutException(picked);
        UnorderedList list = new UnorderedList();
        list.addClassName("picked");
        targets.stream()
                .limit(SHOWN)
                .forEach(target -> list.add(new ListItem(DeviceLink.named(target.name()) + " – " + target.key())));
        if (targets.size() > SHOWN) {
            list.add(new ListItem(WholeList.of("Devices that were picked", targets)
                    .column("Device", target -> DeviceLink.named(target.name()))
                    .column("Entra object ID", ExceptionTarget::key)
                    .needing(Capability.MAKE_EXCEPTIONS)
                    .button("Show all " + Amounts.number(targets.size()), "picked-devices.csv")));
        }
        add(list);
        int kept = picked.size() - targets.size();
        if (kept > 0) {
            add(new Paragraph(
                    kept == 1
                            ? "1 of the devices has an exception already and keeps it."
                            : Amounts.number(kept) + " of the devices have an exception already and keep it."));
        }
    }

    @Override
    String title() {
        return targets.size() == 1
                ? "Make an exception for 1 device"
                : "Make exceptions for " + Amounts.devices(targets.size());
    }

    @Override
    String verb() {
        return targets.size() == 1 ? "Make 1 exception" : "Make " + Amounts.number(targets.size()) + " exceptions";
    }

    @Override
    Optional<List<ExceptionTarget>> picked() {
        return Optional.of(targets);
    }

    @Override
    List<ExceptionTarget> targets() {
        return targets;
    }
}
