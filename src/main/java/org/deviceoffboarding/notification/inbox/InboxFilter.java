package org.deviceoffboarding.notification.inbox;

import org.deviceoffboarding.notification.NoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * Which notices to show.
 *
 * @param text part of the sentence; empty for all
 * @param kind null for all
 * @param onlyNew whether those are left out that were read
 */
public record InboxFilter(String text, @Nullable NoticeKind kind, boolean onlyNew) {}
