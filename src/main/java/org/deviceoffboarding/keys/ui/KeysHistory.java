package org.deviceoffboarding.keys.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ui.DeviceHistory;
import org.deviceoffboarding.inventory.ui.DeviceMoment;
import org.deviceoffboarding.keys.DeviceKeyService;
import org.deviceoffboarding.keys.DeviceKeys;
import org.deviceoffboarding.keys.KeysStored;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a device's keys were kept in Entra, and when that was looked up. */
@Component
class KeysHistory implements DeviceHistory {

    private final DeviceKeyService keys;

    KeysHistory(DeviceKeyService keys) {
        this.keys = keys;
    }

    @Override
    public List<DeviceMoment> of(UUID objectId, @Nullable DeviceFacts device) {
        return keys.get(objectId).map(KeysHistory::moments).orElse(List.of());
    }

    @Override
    public List<Class<? extends PageNews>> changedBy() {
        return List.of(KeysStored.class);
    }

    private static List<DeviceMoment> moments(DeviceKeys known) {
        List<DeviceMoment> moments = new ArrayList<>();
        moments.add(new DeviceMoment(
                known.checkedAt(),
                "Keys looked up in Entra: BitLocker " + known.bitlocker() + ", LAPS password " + known.lapsPassword()));
        if (known.newestBitlocker() != null) {
            moments.add(new DeviceMoment(known.newestBitlocker(), "Newest BitLocker key kept in Entra"));
        }
        if (known.lapsBackup() != null) {
            moments.add(new DeviceMoment(known.lapsBackup(), "LAPS password kept in Entra"));
        }
        return moments;
    }
}
