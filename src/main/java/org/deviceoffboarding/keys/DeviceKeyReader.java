package org.deviceoffboarding.keys;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphPermissionMissingException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks Entra whether the recovery keys and passwords of Windows devices are kept, by device ID and 20 to a request, and
 * stores the answers. Never asks for a key or a password. No database connection is held while Graph answers.
 */
@Component
public class DeviceKeyReader {

    private final BitlockerLookup bitlocker;
    private final LapsLookup laps;
    private final DeviceKeyRepository keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeviceKeyReader(
            BitlockerLookup bitlocker,
            LapsLookup laps,
            DeviceKeyRepository keys,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bitlocker = bitlocker;
        this.laps = laps;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /** Returns of how many devices something is known. */
    public long known() {
        return keys.count();
    }

    /** Forgets what is known of some devices, at most so many; returns of how many. */
    public int forget(int most) {
        return keys.delete(most);
    }

    /**
     * Reads what is kept for each device. Where one of the two may not be read, the other still is.
     *
     * @throws GraphPermissionMissingException if neither may be read
     * @throws org.deviceoffboarding.graph.GraphException if Graph does not answer
     */
    public Reading read(Collection<KeyedDevice> devices, AccessTokens tokens) {
        List<UUID> ids = devices.stream()
                .map(KeyedDevice::deviceId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        KeyAnswers<BitlockerKept> bitlockerKept = KeyAnswers.of(() -> bitlocker.ask(ids, tokens));
        KeyAnswers<LapsKept> lapsKept = KeyAnswers.of(() -> laps.ask(ids, tokens));
        if (bitlockerKept.refusal() != null && lapsKept.refusal() != null) {
            throw bitlockerKept.refusal();
        }
        Instant now = clock.instant();
        Set<String> refusals = Stream.of(bitlockerKept.refusal(), lapsKept.refusal())
                .filter(Objects::nonNull)
                .map(GraphPermissionMissingException::reason)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Reading(
                devices.stream()
                        .map(device -> keys(device, bitlockerKept, lapsKept, now))
                        .toList(),
                refusals);
    }

    /** Stores what was read, in the caller's transaction or one of its own. */
    @Transactional
    public void store(Reading reading) {
        keys.store(reading.keys());
        events.publishEvent(new KeysStored());
    }

    private static DeviceKeys keys(
            KeyedDevice device, KeyAnswers<BitlockerKept> bitlockerKept, KeyAnswers<LapsKept> lapsKept, Instant now) {
        BitlockerKept disk = bitlockerKept.of(device.deviceId(), BitlockerKept::unknown);
        LapsKept password = lapsKept.of(device.deviceId(), LapsKept::unknown);
        var problems = new ArrayList<String>();
        Stream.of(disk.problem(), password.problem())
                .filter(Objects::nonNull)
                .filter(problem -> !problems.contains(problem))
                .forEach(problems::add);
        return new DeviceKeys(
                device.objectId(),
                disk.keys(),
                disk.newest(),
                disk.volumeTypes(),
                password.kept(),
                password.backup(),
                now,
                problems.isEmpty() ? null : String.join(" ", problems));
    }

    /**
     * What was read, not stored yet.
     *
     * @param refusals what could not be read for want of a permission, for people; empty if all could
     */
    public record Reading(List<DeviceKeys> keys, Set<String> refusals) {

        public Reading {
            keys = List.copyOf(keys);
            refusals = Set.copyOf(refusals);
        }
    }
}
