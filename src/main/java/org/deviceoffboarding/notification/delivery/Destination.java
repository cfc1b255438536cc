package org.deviceoffboarding.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where parcels are sent to, and how that goes.
 *
 * @param target the object ID of a person, or the number of a webhook
 * @param waiting how many parcels wait
 * @param failures how often in a row it failed
 * @param failingSince null while it does not fail, as is {@code problem}
 * @param nextTryAt null where nothing holds it up
 * @param offAt since when it is switched off; null while it is not
 */
public record Destination(
        long id,
        DestinationKind kind,
        String target,
        long waiting,
        int failures,
        @Nullable Instant failingSince,
        @Nullable String problem,
        @Nullable Instant nextTryAt,
        @Nullable Instant offAt) {}
