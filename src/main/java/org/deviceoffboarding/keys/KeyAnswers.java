package org.deviceoffboarding.keys;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deviceoffboarding.graph.GraphPermissionMissingException;
import org.jspecify.annotations.Nullable;

/**
 * Answers by device ID, or the refusal to give any.
 *
 * @param refusal null if the answers were given
 */
record KeyAnswers<T>(Map<UUID, T> byDeviceId, @Nullable GraphPermissionMissingException refusal) {

    static <T> KeyAnswers<T> of(Supplier<Map<UUID, T>> question) {
        try {
            return new KeyAnswers<>(question.get(), null);
        } catch (GraphPermissionMissingException e) {
            return new KeyAnswers<>(Map.of(), e);
        }
    }

    /** Returns the answer for a device, or what stands for not knowing, made from the reason why. */
    T of(@Nullable UUID deviceId, Function<String, T> unknown) {
        if (refusal != null) {
            return unknown.apply(refusal.reason());
        }
        T answer = deviceId == null ? null : byDeviceId.get(deviceId);
        return answer == null ? unknown.apply("Entra gives no device ID that its keys could be asked for by.") : answer;
    }
}
