package org.deviceoffboarding.notification.delivery;

import java.util.Locale;
import java.util.Map;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/** An owner said what becomes of what waited in a restored database. */
@AuditedAs(
        name = "notices.waited-sent",
        label = "Let notices of a restored database be sent",
        meaning =
                "They waited in the backup, and may have been sent before it was restored; an owner lets them be sent.",
        details = {"mails: how many mails", "webhooks: how many notices to webhooks"})
@AuditedAs(
        name = "notices.waited-left-out",
        label = "Left notices of a restored database out",
        meaning =
                "They waited in the backup, and may have been sent before it was restored; an owner lets them not be sent.",
        details = {"mails: how many mails", "webhooks: how many notices to webhooks"})
record WaitedDecided(boolean sent, Map<DestinationKind, Long> count) implements AuditableAction {

    @Override
    public String action() {
        return sent ? "notices.waited-sent" : "notices.waited-left-out";
    }

    @Override
    public String subject() {
        return "";
    }

    @Override
    public String summary() {
        return String.format(
                Locale.ENGLISH,
                "%s what waited in the restored database: %,d by mail, %,d by webhooks",
                sent ? "Let be sent" : "Left out",
                of(DestinationKind.MAIL),
                of(DestinationKind.WEBHOOK));
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE.with("mails", of(DestinationKind.MAIL)).with("webhooks", of(DestinationKind.WEBHOOK));
    }

    long total() {
        return count.values().stream().mapToLong(Long::longValue).sum();
    }

    private long of(DestinationKind kind) {
        return count.getOrDefault(kind, 0L);
    }
}
