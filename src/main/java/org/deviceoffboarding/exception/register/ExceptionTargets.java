package org.deviceoffboarding.exception.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Guids;
import org.deviceoffboarding.inventory.DeviceRow;
import org.springframework.stereotype.Component;

/** Finds what people name as the target of an exception: exactly one thing that exists, or a refusal. */
@Component
class ExceptionTargets {

    private static final UUID ZEROS = new UUID(0, 0);

    private final TenantDirectory directory;

    ExceptionTargets(TenantDirectory directory) {
        this.directory = directory;
    }

    /** @throws ExceptionRefusedException with a sentence if there is none, several, or if it cannot be told */
    ExceptionTarget find(ExceptionKind kind, String text) {
        return find(kind, text, kind == ExceptionKind.DEVICE ? devices(List.of(text)) : Map.of());
    }

    /** Returns the devices that these texts may name, for {@link #find(ExceptionKind, String, Map)}. */
    Map<UUID, List<DeviceRow>> devices(Collection<String> texts) {
        Set<UUID> ids = texts.stream()
                .flatMap(text -> Stream.ofNullable(Guids.parse(text.strip())))
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : directory.devices(ids);
    }

    /**
     * As {@link #find(ExceptionKind, String)}, among many.
     *
     * @param devices those that the texts may name
     */
    ExceptionTarget find(ExceptionKind kind, String text, Map<UUID, List<DeviceRow>> devices) {
        String wanted = text.strip();
        return switch (kind) {
            case DEVICE -> device(wanted, devices);
            case NAME_PATTERN -> pattern(new NamePattern(wanted));
            case USER -> directory.user(wanted);
            case GROUP -> directory.group(wanted);
        };
    }

    private static ExceptionTarget pattern(NamePattern pattern) {
        return new ExceptionTarget(
                ExceptionKind.NAME_PATTERN, pattern.key(), pattern.text(), ExceptionTarget.Covered.NOTHING);
    }

    private static ExceptionTarget device(String text, Map<UUID, List<DeviceRow>> devices) {
        UUID id = Guids.parse(text);
        if (id == null) {
            throw new ExceptionRefusedException(
                    "'" + text
                            + "' is no ID. Name a device by its Entra object ID, its Entra device ID or its Intune ID, never by its name or serial number.",
                    ExceptionRefusedException.TARGET);
        }
        if (id.equals(ZEROS)) {
            throw new ExceptionRefusedException("All zeros are no device's ID.", ExceptionRefusedException.TARGET);
        }
        List<DeviceRow> found = devices.getOrDefault(id, List.of());
        if (found.isEmpty()) {
            throw new ExceptionRefusedException(
                    "The inventory has no device with the ID " + text
                            + ". Check the ID; a device that is new is known after the next run.",
                    ExceptionRefusedException.TARGET);
        }
        if (found.size() > 1) {
            throw new ExceptionRefusedException(
                    "Several devices have the ID " + text + ": "
                            + String.join(
                                    ", ",
                                    found.stream()
                                            .map(device -> device.name() + " (" + device.objectId() + ")")
                                            .toList())
                            + ". Name the one you mean by its Entra object ID.",
                    ExceptionRefusedException.TARGET);
        }
        DeviceRow device = found.getFirst();
        return ExceptionTarget.ofDevice(device.objectId(), device.name());
    }
}
