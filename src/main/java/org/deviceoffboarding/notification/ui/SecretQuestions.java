package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.time.Clock;
import java.time.Instant;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.form.LossDialog;
import org.deviceoffboarding.notification.webhook.Webhook;
import org.deviceoffboarding.notification.webhook.WebhookService;
import org.springframework.dao.OptimisticLockingFailureException;

/** Asks before a secret of a webhook is replaced or ended: a receiver without one that signs takes nothing any more. */
class SecretQuestions {

    private final WebhookService webhooks;
    private final Runnable done;
    private final Clock clock;

    /** @param done called after something was done, or refused since another was faster */
    SecretQuestions(WebhookService webhooks, Runnable done, Clock clock) {
        this.webhooks = webhooks;
        this.done = done;
        this.clock = clock;
    }

    /** Returns whether what is sent is signed with the secret before, too. */
    boolean isOldUsed(Webhook of) {
        return of.oldSecretUntil() != null && of.oldSecretUntil().isAfter(clock.instant());
    }

    void replace(Webhook seen) {
        Instant old = seen.oldSecretUntil();
        if (old != null && isOldUsed(seen)) {
            replaceNewest(seen, TimeDisplay.day(old));
        } else {
            replaceOnly(seen, TimeDisplay.day(clock.instant().plus(WebhookService.OLD_SECRET)));
        }
    }

    private void replaceOnly(Webhook seen, String until) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader("New secret for “" + seen.name() + "”?");
        question.setText(
                "The new secret is shown once. What is sent is signed with it from now on, and with the one before, too, until "
                        + until + ": give the new one to the receiver until then.");
        question.setCancelable(true);
        question.setCancelText("Keep the secret");
        question.setConfirmText("Make a new secret");
        question.addConfirmListener(
                event -> make(seen, "Until " + until + " what is sent is signed with the one before, too."));
        question.open();
    }

    /** The receiver may have the older one only, or the newest: it is the person who knows. */
    private void replaceNewest(Webhook seen, String until) {
        new LossDialog(
                        "Replace the newest secret of “" + seen.name() + "”?",
                        "Two secrets sign what is sent: the old one until " + until
                                + ", and the newest. The new one is shown once and takes"
                                + " the place of the newest, which ends at once: a receiver that has the newest only takes nothing more until it has"
                                + " the new one. The old one signs until " + until
                                + " as before. If the receiver has the newest already, keep it and"
                                + " end the old secret first: then the newest signs for seven more days beside a new one.",
                        "Replace the newest",
                        "Keep both",
                        () -> make(
                                seen,
                                "It has taken the place of the newest one. Until " + until
                                        + " what is sent is signed with the old one, too."))
                .open();
    }

    void endOld(Webhook seen) {
        new LossDialog(
                        "End the old secret of “" + seen.name() + "”?",
                        "What is sent is signed with the newest secret only, from now on: a receiver that has the old one only takes nothing"
                                + " more.",
                        "End the old secret",
                        "Keep both",
                        () -> unlessChanged(() -> webhooks.endOldSecret(seen)))
                .open();
    }

    private void make(Webhook seen, String more) {
        unlessChanged(() -> new SecretDialog(seen.name(), webhooks.replaceSecret(seen), more).open());
    }

    private void unlessChanged(Runnable what) {
        try {
            what.run();
        } catch (OptimisticLockingFailureException e) {
            Notices.problem(
                    "Somebody else changed or removed this webhook, or its secrets, meanwhile. Nothing was done: look at how it is"
                            + " now, then try again.");
        }
        done.run();
    }
}
