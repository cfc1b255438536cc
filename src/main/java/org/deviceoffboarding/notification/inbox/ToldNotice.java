package org.deviceoffboarding.notification.inbox;

import java.time.Instant;
import org.deviceoffboarding.base.PersonNames;
import org.deviceoffboarding.notification.StoredNotice;
import org.jspecify.annotations.Nullable;

/**
 * A notice that somebody was told.
 *
 * @param reason why, as a sentence to them
 * @param readAt null while it is new
 */
public record ToldNotice(
        StoredNotice notice, String reason, @Nullable Instant readAt) {

    ToldNotice named(PersonNames names) {
        return new ToldNotice(notice.named(names), reason, readAt);
    }

    /** Returns whether it was not opened or marked as read yet. */
    public boolean isNew() {
        return readAt == null;
    }
}
