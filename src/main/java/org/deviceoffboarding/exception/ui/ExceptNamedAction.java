package org.deviceoffboarding.exception.ui;

import org.deviceoffboarding.exception.register.ExceptionKind;
import org.deviceoffboarding.inventory.ui.NamedDevicesAction;
import org.springframework.stereotype.Component;

/** Makes an exception for the person or the group that devices were asked for by, rather than for each of these devices. */
@Component
class ExceptNamedAction implements NamedDevicesAction {

    private final ExceptionDialogs dialogs;

    ExceptNamedAction(ExceptionDialogs dialogs) {
        this.dialogs = dialogs;
    }

    @Override
    public String label(Named named) {
        return switch (named) {
            case USER -> "Make an exception for this user…";
            case GROUP -> "Make an exception for this group…";
        };
    }

    @Override
    public boolean offered() {
        return dialogs.mayChange();
    }

    @Override
    public void open(Named named, String name, Runnable done) {
        ExceptionKind kind =
                switch (named) {
                    case USER -> ExceptionKind.USER;
                    case GROUP -> ExceptionKind.GROUP;
                };
        dialogs.add(kind, name, done);
    }
}
