package org.deviceoffboarding.notification.webhook;

import java.util.Set;
import org.deviceoffboarding.notification.NoticeKind;

/**
 * A webhook as an owner wants it.
 *
 * @param address where to send to; empty to keep the one that it has
 * @param internalHost the host of the address, where it is in a network of the owner's own; else empty
 */
public record WebhookDraft(
        String name, WebhookFormat format, String address, String internalHost, Set<NoticeKind> kinds) {}
