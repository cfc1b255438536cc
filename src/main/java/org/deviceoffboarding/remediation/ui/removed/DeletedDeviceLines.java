package org.deviceoffboarding.remediation.ui.removed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.inventory.ui.DeviceLink;
import org.deviceoffboarding.removed.DeletedDevice;

/** How a device that this portal deleted looks in a table. */
final class DeletedDeviceLines {

    private DeletedDeviceLines() {}

    static Component left(DeletedDevice row, Instant now) {
        Badge pill = pill(row, now);
        pill.getElement().setAttribute("title", sentence(row, now));
        return pill;
    }

    private static Badge pill(DeletedDevice row, Instant now) {
        if (row.restoredAt() != null) {
            return Pill.neutral("Restored");
        }
        long days = row.daysLeft(now);
        if (days == 0) {
            return Pill.neutral("Final");
        }
        String word = days == 1 ? "1 day left" : days + " days left";
        return days <= 7 ? Pill.attention(word) : Pill.neutral(word);
    }

    private static String sentence(DeletedDevice row, Instant now) {
        if (row.restoredAt() != null) {
            return "Restored on " + TimeDisplay.day(row.restoredAt());
        }
        if (!row.restorable()) {
            return "Entra's recycle bin does not keep devices of this sort";
        }
        return (row.daysLeft(now) == 0 ? "Kept in Entra's recycle bin until " : "Can be restored until ")
                + TimeDisplay.day(row.deletedAt().plus(DeletedDevice.KEPT));
    }

    static Component device(DeletedDevice row) {
        Span name = new Span(DeviceLink.named(row.name()));
        name.addClassName("device-name");
        return RemovedDevicesView.named(name, new Span(row.platform().label() + " · deleted by " + row.deletedBy()));
    }

    static Component serialNumber(DeletedDevice row) {
        Code code = new Code(row.serialNumber() == null ? "–" : row.serialNumber());
        code.addClassName("mono");
        return code;
    }
}
