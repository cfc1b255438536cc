package org.deviceoffboarding.notification.webhook;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.notification.Notice;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.Recipient;

/** A webhook was switched off: after days of failure, or since it wants nothing any more. */
record WebhookSwitchedOff(String name, long id, String problem, Instant at) implements Notice {

    @Override
    public NoticeKind kind() {
        return NoticeKind.DELIVERY_ENDED;
    }

    @Override
    public String key() {
        return "webhook:" + id + ":off:" + at;
    }

    @Override
    public String subject() {
        return "webhook:" + id;
    }

    @Override
    public String sentence() {
        return "The webhook “" + name + "” was switched off. " + problem;
    }

    @Override
    public List<Recipient> recipients() {
        return List.of(Recipient.everyoneWith(Roles.OWNER, "You are an owner."));
    }
}
