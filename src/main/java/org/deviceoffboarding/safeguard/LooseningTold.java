package org.deviceoffboarding.safeguard;

import java.util.List;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.PersonNames;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.notification.Notice;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.Recipient;

/**
 * What people are told of a loosening, as it stands.
 *
 * @param proposed by whom, as people know them
 */
record LooseningTold(Loosening loosening, String proposed) implements Notice {

    static LooseningTold of(Loosening loosening, PersonNames names) {
        Actor by = loosening.proposedBy();
        return new LooseningTold(loosening, names.realName(by.id()).orElse(by.name()));
    }

    @Override
    public NoticeKind kind() {
        return NoticeKind.SAFEGUARD_LOOSENED;
    }

    @Override
    public String key() {
        return "loosening:" + loosening.id() + ":" + loosening.status();
    }

    @Override
    public String subject() {
        return "loosening:" + loosening.id();
    }

    @Override
    public String sentence() {
        String what = loosening.what() + ".";
        return switch (loosening.status()) {
            case PENDING ->
                proposed + " wants to loosen a safeguard; it holds in 24 hours unless an owner takes it back: " + what;
            case CONFIRMED ->
                "A safeguard is loosened, as " + proposed + " proposed and another owner confirmed: " + what;
            case TOOK_EFFECT ->
                "A safeguard is loosened, as " + proposed + " proposed 24 hours ago and nobody took back: " + what;
            case TAKEN_BACK, REPLACED, LAPSED -> "A safeguard is not loosened, as " + proposed + " proposed: " + what;
        };
    }

    @Override
    public List<Recipient> recipients() {
        return List.of(
                Recipient.everyoneWith(Roles.OWNER, "You are an owner, who may confirm it or take it back."),
                Recipient.everyoneWith(Roles.APPROVER, "You approve by the safeguards."));
    }
}
