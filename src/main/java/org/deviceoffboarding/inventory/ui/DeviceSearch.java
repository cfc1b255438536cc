package org.deviceoffboarding.inventory.ui;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.base.ui.search.Findings;
import org.deviceoffboarding.base.ui.search.ListAddress;
import org.deviceoffboarding.base.ui.search.SearchSource;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.DeviceService;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Finds devices by any of their IDs, and by what their name, serial number or user begins with. */
@Component
@Order(10)
class DeviceSearch implements SearchSource {

    private final DeviceService devices;

    DeviceSearch(DeviceService devices) {
        this.devices = devices;
    }

    @Override
    public Findings find(String text, int most) {
        var filter = DeviceFilter.text(text);
        return new Findings(
                "Devices",
                devices.count(filter),
                devices.find(filter, PageRequest.of(0, most)).stream()
                        .map(DeviceSearch::found)
                        .toList(),
                ListAddress.searched(DeviceLink.PATH, text));
    }

    private static Findings.Found found(DeviceRow device) {
        String about = Stream.of(device.platform().label(), device.serialNumber(), device.user())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return new Findings.Found(DeviceLink.named(device.name()), about, DeviceLink.PATH + "/" + device.objectId());
    }
}
