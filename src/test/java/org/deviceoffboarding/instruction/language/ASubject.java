package org.deviceoffboarding.instruction.language;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.jspecify.annotations.Nullable;

/** A device of which a test says only what matters to it. */
public record ASubject(
        UUID objectId,
        @Nullable UUID deviceId,
        List<UUID> intuneIds,
        @Nullable Instant lastSignIn,
        @Nullable Instant lastSync,
        Map<ConditionType, Choice> choices,
        Map<ConditionType, List<String>> given,
        Set<String> groups)
        implements Subject {

    static final UUID OBJECT_ID = new UUID(1, 1);
    static final UUID DEVICE_ID = new UUID(2, 2);
    static final UUID INTUNE_ID = new UUID(3, 3);

    public static ASubject device() {
        return new ASubject(
                OBJECT_ID,
                DEVICE_ID,
                List.of(INTUNE_ID),
                null,
                null,
                Map.of(),
                Map.of(ConditionType.NAME, List.of("LAPTOP-1")),
                Set.of());
    }

    ASubject signedIn(@Nullable Instant at) {
        return new ASubject(objectId, deviceId, intuneIds, at, lastSync, choices, given, groups);
    }

    ASubject synced(@Nullable Instant at) {
        return new ASubject(objectId, deviceId, intuneIds, lastSignIn, at, choices, given, groups);
    }

    ASubject is(Choice choice) {
        Map<ConditionType, Choice> more = new EnumMap<>(ConditionType.class);
        more.putAll(choices);
        more.put(choice.type(), choice);
        return new ASubject(objectId, deviceId, intuneIds, lastSignIn, lastSync, more, given, groups);
    }

    ASubject has(ConditionType type, String... texts) {
        Map<ConditionType, List<String>> more = new EnumMap<>(ConditionType.class);
        more.putAll(given);
        more.put(type, List.of(texts));
        return new ASubject(objectId, deviceId, intuneIds, lastSignIn, lastSync, choices, more, groups);
    }

    ASubject in(String group) {
        return new ASubject(objectId, deviceId, intuneIds, lastSignIn, lastSync, choices, given, Set.of(group));
    }

    @Override
    public @Nullable Choice choice(ConditionType type) {
        return choices.get(type);
    }

    @Override
    public List<String> texts(ConditionType type) {
        return given.getOrDefault(type, List.of());
    }

    @Override
    public boolean isIn(String group) {
        return groups.contains(group);
    }
}
