package org.deviceoffboarding.exception.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.deviceoffboarding.exception.register.DeviceException;
import org.deviceoffboarding.exception.register.ExceptionKind;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.exception.register.ExceptionTarget;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ui.DeviceSection;
import org.springframework.core.annotation.Order;

/** The exceptions that a device falls under, also where no situation holds for it. */
@org.springframework.stereotype.Component
@Order(40)
class DeviceExceptionsSection implements DeviceSection {

    private final ExceptionService exceptions;
    private final ExceptionDialogs dialogs;

    DeviceExceptionsSection(ExceptionService exceptions, ExceptionDialogs dialogs) {
        this.exceptions = exceptions;
        this.dialogs = dialogs;
    }

    @Override
    public Optional<Component> state(DeviceFacts device) {
        return exceptions.of(device).stream()
                .findFirst()
                .map(exception -> Pill.neutral(exception.legalHold() ? "Legal hold" : "Exception"));
    }

    @Override
    public Optional<Component> section(DeviceFacts device) {
        List<DeviceException> inForce = exceptions.of(device);
        if (inForce.isEmpty() && !dialogs.mayChange()) {
            return Optional.empty();
        }
        Section section = new Section("Exceptions", inForce.isEmpty() ? none() : list(inForce));
        if (!inForce.isEmpty()) {
            section.add(new Paragraph("An exception counts from the run after it was made."));
        }
        boolean ofItsOwn = inForce.stream().anyMatch(exception -> exception.kind() == ExceptionKind.DEVICE);
        if (dialogs.mayChange() && !ofItsOwn) {
            section.add(make(device));
        }
        return Optional.of(section);
    }

    private static Component none() {
        return new Paragraph("None: it is suggested whenever a situation holds for it.");
    }

    private Component list(List<DeviceException> inForce) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("plain-list", "exceptions-of-device");
        inForce.forEach(exception -> {
            ListItem item = new ListItem(new LongText(exception.sentence(), "exception"));
            dialogs.lifting(exception, DeviceExceptionsSection::showAgain).ifPresent(item::add);
            list.add(item);
        });
        return list;
    }

    private Component make(DeviceFacts device) {
        ExceptionTarget target = ExceptionTarget.ofDevice(
                device.entra().objectId(), device.entra().displayName());
        Button make = new Button(
                "Make an exception…", click -> dialogs.add(List.of(target), DeviceExceptionsSection::showAgain));
        make.addThemeVariants(ButtonVariant.SMALL);
        return make;
    }

    private static void showAgain() {
        UI.getCurrent().refreshCurrentRoute(false);
    }
}
