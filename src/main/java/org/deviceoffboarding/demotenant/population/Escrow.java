package org.deviceoffboarding.demotenant.population;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is kept in escrow for Windows devices: that it is kept, and since when, but no secret. */
public final class Escrow {

    private static final int MOST_KEYS = 2;

    private final Generators generators;

    Escrow(Generators generators) {
        this.generators = generators;
    }

    /** Returns the BitLocker recovery keys of a device. */
    public List<RecoveryKey> recoveryKeys(DemoEntraDevice device) {
        if (!device.runsWindows()
                || "Workplace".equals(device.trustType())
                || !generators.dice().percent(85, device.number(), Roll.RECOVERY_KEY)) {
            return List.of();
        }
        var keys = new ArrayList<RecoveryKey>();
        for (int key = 0; key < 1 + device.number() % MOST_KEYS; key++) {
            keys.add(new RecoveryKey(
                    generators.guids().of(IdKind.RECOVERY_KEY, (long) device.number() * MOST_KEYS + key),
                    device.registered().plusSeconds(7200L + key),
                    device.deviceId(),
                    key == 0));
        }
        return keys;
    }

    /** Returns the number of the device that a recovery key belongs to. */
    public OptionalLong deviceOfKey(String keyId) {
        var number = generators.guids().number(IdKind.RECOVERY_KEY, keyId);
        return number.isPresent()
                        && number.getAsLong() / MOST_KEYS < generators.roster().size()
                ? OptionalLong.of(number.getAsLong() / MOST_KEYS)
                : OptionalLong.empty();
    }

    /** Returns the password of the local administrator of a device; null if none is kept. */
    public @Nullable LocalCredential localCredential(DemoEntraDevice device) {
        if (!"AzureAd".equals(device.trustType())
                || !generators.dice().percent(60, device.number(), Roll.ADMINISTRATOR)) {
            return null;
        }
        var backup = generators.timeline().daysAgo(1, 30, device.number(), Roll.ADMINISTRATOR);
        return new LocalCredential(device.deviceId(), device.displayName(), backup, backup.plusSeconds(30L * 86_400));
    }
}
