package org.deviceoffboarding.notification.webhook;

import java.util.Set;
import java.util.TreeSet;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedValues;
import org.deviceoffboarding.notification.NoticeKind;
import org.jspecify.annotations.Nullable;

/** What owners do with webhooks. Neither address nor secret is in it. */
sealed interface WebhookAction extends AuditableAction {

    Webhook webhook();

    @Override
    default String subject() {
        return "webhook:" + webhook().id();
    }

    @Override
    default AuditDetails details() {
        return AuditDetails.NONE.with("name", webhook().name());
    }

    /**
     * It was added or changed.
     *
     * @param before null where it is new
     * @param moved whether it has another address than before
     */
    @AuditedAs(
            name = "webhook.saved",
            label = "Saved a webhook",
            meaning = "An owner said where notices are sent, or changed that.",
            details = {"name: what it is called", "addressChanged: whether it was given another address"},
            changes = {
                "calledBefore: its name",
                "format: what it is sent",
                "host: of its address",
                "internalHost: the same, where an owner says that it is in a network of their own",
                "kinds: the notices that it is sent"
            })
    @AuditedValues(field = "format", of = WebhookFormat.class)
    @AuditedValues(field = "kinds", of = NoticeKind.class)
    record Saved(@Nullable Webhook before, Webhook webhook, boolean moved) implements WebhookAction {

        @Override
        public String action() {
            return "webhook.saved";
        }

        @Override
        public String summary() {
            return (before == null ? "Added the webhook '" : "Changed the webhook '") + webhook.name()
                    + "', which sends to " + webhook.host();
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE
                    .with("name", webhook.name())
                    .with("addressChanged", moved)
                    .changed("calledBefore", before == null ? null : before.name(), webhook.name())
                    .changed("format", before == null ? null : before.format(), webhook.format())
                    .changed("host", before == null ? null : before.host(), webhook.host())
                    .changed("internalHost", before == null ? null : before.internalHost(), webhook.internalHost())
                    .changed("kinds", before == null ? null : kinds(before), kinds(webhook));
        }

        private static Set<NoticeKind> kinds(Webhook webhook) {
            return new TreeSet<>(webhook.kinds());
        }
    }

    /** It was removed. */
    @AuditedAs(
            name = "webhook.removed",
            label = "Removed a webhook",
            meaning = "An owner removed it, with what waited for it.",
            details = "name: what it was called")
    record Removed(Webhook webhook) implements WebhookAction {

        @Override
        public String action() {
            return "webhook.removed";
        }

        @Override
        public String summary() {
            return "Removed the webhook '" + webhook.name() + "'";
        }
    }

    /** It was given another secret, or the one before ended. */
    @AuditedAs(
            name = "webhook.secret-replaced",
            label = "Replaced a webhook's secret",
            meaning =
                    "An owner made a new secret; what is sent is signed with the one before, too, for a time. Where two signed already, the new one took the place of the newer.",
            details = "name: what it is called")
    @AuditedAs(
            name = "webhook.secret-ended",
            label = "Ended a webhook's old secret",
            meaning = "An owner ended it before its time: what is sent is signed with the new one only.",
            details = "name: what it is called")
    record SecretChanged(Webhook webhook, boolean replaced) implements WebhookAction {

        @Override
        public String action() {
            return replaced ? "webhook.secret-replaced" : "webhook.secret-ended";
        }

        @Override
        public String summary() {
            return (replaced ? "Replaced the secret of the webhook '" : "Ended the old secret of the webhook '")
                    + webhook.name() + "'";
        }
    }

    /** It is sent to again. */
    @AuditedAs(
            name = "webhook.switched-on",
            label = "Switched a webhook on",
            meaning = "An owner lets it be sent to again, after it was switched off or paused since it failed.",
            details = "name: what it is called")
    record SwitchedOn(Webhook webhook) implements WebhookAction {

        @Override
        public String action() {
            return "webhook.switched-on";
        }

        @Override
        public String summary() {
            return "Switched the webhook '" + webhook.name() + "' on again";
        }
    }
}
