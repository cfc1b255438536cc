package org.deviceoffboarding.inventory.ui;

import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.list.Lists;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.criterion.DeviceCriterion;
import org.springframework.stereotype.Component;

/** Makes lists of devices for pages: of all, or of some of them. */
@Component
public class DeviceTables {

    private final DeviceService devices;
    private final List<DeviceBulkAction> actions;
    private final List<DeviceNotes> notes;
    private final List<DeviceCriterion> criteria;
    private final Lists lists;
    private final OpenPages openPages;
    private final Clock clock;

    DeviceTables(
            DeviceService devices,
            List<DeviceBulkAction> actions,
            List<DeviceNotes> notes,
            List<DeviceCriterion> criteria,
            Lists lists,
            OpenPages openPages,
            Clock clock) {
        this.devices = devices;
        this.actions = actions;
        this.notes = notes;
        this.criteria = criteria;
        this.lists = lists;
        this.openPages = openPages;
        this.clock = clock;
    }

    /** Returns a new list for one page; nothing is read before it is shown. */
    public DeviceTable create() {
        return new DeviceTable(devices, actions, notes, criteria, lists, openPages, clock);
    }
}
