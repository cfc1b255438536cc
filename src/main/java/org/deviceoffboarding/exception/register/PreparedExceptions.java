package org.deviceoffboarding.exception.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.exception.register.ExceptionTarget.Covered;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ManagedDevice;

/** Exceptions in a form in which each device is looked up at once. Pure. */
final class PreparedExceptions {

    private record Named(NamePattern pattern, DeviceException exception) {}

    /** Legal holds come first, since they bind most; then those that name the device most closely. */
    private static final Comparator<DeviceException> STRONGEST = Comparator.comparing(
                    (DeviceException exception) -> !exception.legalHold())
            .thenComparing(DeviceException::kind)
            .thenComparing(DeviceException::id);

    private final Map<UUID, List<DeviceException>> byDevice = new HashMap<>();
    private final Map<String, List<DeviceException>> byUser = new HashMap<>();
    private final List<Named> byName = new ArrayList<>();

    /** @param covered what each exception for a user or a group covers, by its ID */
    PreparedExceptions(Collection<DeviceException> exceptions, Map<Long, Covered> covered) {
        for (DeviceException exception : exceptions) {
            switch (exception.kind()) {
                case DEVICE -> add(byDevice, UUID.fromString(exception.target()), exception);
                case NAME_PATTERN -> byName.add(new Named(new NamePattern(exception.target()), exception));
                case USER, GROUP -> add(exception, covered.getOrDefault(exception.id(), Covered.NOTHING));
            }
        }
    }

    /** Returns the exceptions that a device falls under, the strongest first. */
    List<DeviceException> of(DeviceFacts facts) {
        return Stream.concat(
                        Stream.concat(
                                byDevice.getOrDefault(facts.entra().objectId(), List.of()).stream(),
                                facts.known(ManagedDevice::userPrincipalName).stream()
                                        .flatMap(
                                                user -> byUser
                                                        .getOrDefault(
                                                                user.strip().toLowerCase(Locale.ROOT), List.of())
                                                        .stream())),
                        byName.isEmpty() ? Stream.empty() : named(facts))
                .distinct()
                .sorted(STRONGEST)
                .toList();
    }

    private Stream<DeviceException> named(DeviceFacts facts) {
        return byName.stream()
                .filter(named -> Stream.concat(
                                Stream.of(facts.entra().displayName()), facts.known(ManagedDevice::deviceName).stream())
                        .anyMatch(name -> named.pattern().fits(name)))
                .map(Named::exception);
    }

    private void add(DeviceException exception, Covered covered) {
        covered.devices().forEach(device -> add(byDevice, device, exception));
        covered.userNames().forEach(user -> add(byUser, user, exception));
    }

    private static <K> void add(Map<K, List<DeviceException>> map, K key, DeviceException exception) {
        map.computeIfAbsent(key, any -> new ArrayList<>(1)).add(exception);
    }
}
