package org.deviceoffboarding.notification;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.PersonNames;

/**
 * A notice as it was told.
 *
 * @param subject what it opens, such as {@code request:42}
 * @param actor who caused it
 */
public record StoredNotice(long id, NoticeKind kind, String subject, String sentence, Instant toldAt, Actor actor) {

    /** Returns the same, with whoever caused it under the name that people know them by, where one is known. */
    public StoredNotice named(PersonNames names) {
        String name = names.realName(actor.id()).orElse(actor.name());
        String told = sentence.startsWith(actor.name() + " ")
                ? name + sentence.substring(actor.name().length())
                : sentence;
        return new StoredNotice(id, kind, subject, told, toldAt, new Actor(actor.id(), name));
    }
}
