package org.deviceoffboarding.notification.webhook;

import java.time.Instant;
import java.util.Set;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.notification.NoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * A system that wants to be told. Its address and its secrets are not in here.
 *
 * @param host of its address
 * @param internalHost the same where an owner says that it is in a network of their own; else null
 * @param kinds what it is told
 * @param version rises with every change; a change made from an older version is refused
 * @param oldSecretUntil until when what is sent is signed with the secret before, too; null where it is not
 */
public record Webhook(
        long id,
        String name,
        WebhookFormat format,
        String host,
        @Nullable String internalHost,
        Set<NoticeKind> kinds,
        long version,
        Instant savedAt,
        Actor savedBy,
        @Nullable Instant oldSecretUntil) {}
