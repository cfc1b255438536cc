package org.deviceoffboarding.notification;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;

/**
 * A notice as it was told.
 *
 * @param subject what it opens, such as {@code request:42}
 * @param actor who caused it
 */
public record StoredNotice(long id, NoticeKind kind, String subject, String sentence, Instant toldAt, Actor actor) {}
