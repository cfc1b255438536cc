package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.keys.DeviceKeyService;
import org.deviceoffboarding.keys.DeviceKeys;

/** What is known of the keys of the devices in a table, read a page at a time. */
class SuggestedKeys {

    private final DeviceKeyService service;
    private final Map<UUID, DeviceKeys> read = new ConcurrentHashMap<>();

    SuggestedKeys(DeviceKeyService service) {
        this.service = service;
    }

    /** Reads what is known for a page of devices, and returns the page. */
    List<Finding> readFor(List<Finding> page) {
        List<UUID> ids = page.stream().map(Finding::objectId).toList();
        ids.forEach(read::remove);
        read.putAll(service.find(ids));
        return page;
    }

    /** Returns a state in words for each kind of key; what is not known is never shown as none. */
    Component known(Finding device) {
        DeviceKeys keys = read.get(device.objectId());
        Div pills = new Div();
        pills.addClassName("pills");
        if (keys == null) {
            pills.add(Pill.neutral("Not checked yet"));
            return pills;
        }
        pills.add(pill(
                "BitLocker: " + keys.bitlocker(),
                keys.bitlockerKeys() == null,
                Integer.valueOf(0).equals(keys.bitlockerKeys())));
        if (!"Workplace".equalsIgnoreCase(device.joinType())) {
            pills.add(pill("LAPS: " + keys.lapsPassword(), keys.laps() == null, Boolean.FALSE.equals(keys.laps())));
        }
        if (keys.problem() != null) {
            pills.setTitle(keys.problem());
        }
        return pills;
    }

    private static Component pill(String word, boolean unknown, boolean missing) {
        if (unknown) {
            return Pill.neutral(word);
        }
        return missing ? Pill.attention(word) : Pill.good(word);
    }
}
