package org.deviceoffboarding.instruction.effect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.instruction.language.Subject;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.judging.Timestamps;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.jspecify.annotations.Nullable;

/**
 * A device as instructions see it.
 *
 * @param now from which on times lie in the future and mean nothing
 * @param membership tells whether the device belongs to a group
 * @param platform worked out once, since many sentences can ask for it, as is the next
 */
record InstructedDevice(
        DeviceFacts facts,
        Situation situation,
        Instant now,
        Predicate<String> membership,
        Choice platform,
        Choice ownership)
        implements Subject {

    InstructedDevice(DeviceFacts facts, Situation situation, Instant now, Predicate<String> membership) {
        this(
                facts,
                situation,
                now,
                membership,
                InstructionVocabulary.of(Platform.of(facts.entra().operatingSystem())),
                InstructionVocabulary.of(facts.ownership()));
    }

    @Override
    public UUID objectId() {
        return facts.entra().objectId();
    }

    @Override
    public @Nullable UUID deviceId() {
        return facts.entra().deviceId();
    }

    @Override
    public List<UUID> intuneIds() {
        if (facts.managed().isEmpty()
                && facts.removals().isEmpty()
                && facts.former().isEmpty()
                && facts.autopilot() == null) {
            return List.of();
        }
        List<UUID> ids = new ArrayList<>(4);
        for (ManagedDevice record : facts.managed()) {
            ids.add(record.intuneId());
        }
        for (RemovalEvent event : facts.removals()) {
            add(ids, event.intuneId());
        }
        facts.formerIntuneIds().forEach(id -> add(ids, id));
        add(ids, facts.autopilot() == null ? null : facts.autopilot().managedDeviceId());
        return ids;
    }

    @Override
    public @Nullable Instant lastSignIn() {
        return Timestamps.known(facts.entra().lastSignIn(), now);
    }

    @Override
    public @Nullable Instant lastSync() {
        Instant last = null;
        for (ManagedDevice record : facts.managed()) {
            Instant sync = Timestamps.known(record.lastSync(), now);
            last = last == null || (sync != null && sync.isAfter(last)) ? sync : last;
        }
        return last;
    }

    @Override
    public @Nullable Choice choice(ConditionType type) {
        return switch (type) {
            case PLATFORM -> platform;
            case OWNERSHIP -> ownership;
            case JOIN_TYPE -> InstructionVocabulary.ofJoinType(facts.entra().trustType());
            case SITUATION -> InstructionVocabulary.of(situation);
            default -> null;
        };
    }

    @Override
    public List<String> texts(ConditionType type) {
        return switch (type) {
            case NAME -> texts(facts.entra().displayName(), ManagedDevice::deviceName);
            case MANUFACTURER -> texts(facts.entra().manufacturer(), ManagedDevice::manufacturer);
            case MODEL -> texts(facts.entra().model(), ManagedDevice::model);
            case USER -> users();
            default -> List.of();
        };
    }

    @Override
    public boolean isIn(String group) {
        return membership.test(group);
    }

    private List<String> users() {
        List<String> users = new ArrayList<>();
        facts.known(ManagedDevice::userPrincipalName).forEach(user -> add(users, user));
        facts.known(ManagedDevice::userDisplayName).forEach(user -> add(users, user));
        return users;
    }

    private List<String> texts(@Nullable String ofEntra, Function<ManagedDevice, @Nullable String> ofRecord) {
        if (facts.managed().isEmpty() && facts.former().isEmpty()) {
            return ofEntra == null ? List.of() : List.of(ofEntra);
        }
        List<String> texts = new ArrayList<>(2);
        add(texts, ofEntra);
        facts.known(ofRecord).forEach(text -> add(texts, text));
        return texts;
    }

    private static <T> void add(List<T> values, @Nullable T value) {
        if (value != null && !values.contains(value)) {
            values.add(value);
        }
    }
}
