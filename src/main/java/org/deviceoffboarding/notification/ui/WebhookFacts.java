package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.delivery.Destination;
import org.deviceoffboarding.notification.delivery.Dispatch;
import org.deviceoffboarding.notification.webhook.Webhook;

/** What a webhook is told, where, and how that goes. */
class WebhookFacts extends Facts {

    /** @param last what was tried to be sent last, a test or not; nothing where nothing was lately */
    WebhookFacts(Webhook webhook, Optional<Destination> state, Optional<Dispatch> last, Instant now) {
        Optional<Dispatch> failedTest = last.filter(of -> of.test() && !of.sent());
        with("State", state.map(of -> state(of, failedTest.isPresent())).orElseGet(() -> untold(last)));
        state.filter(of -> of.failingSince() != null).ifPresent(of -> with("Problem", of.problem() + nextTry(of, now)));
        state.filter(of -> of.failingSince() == null)
                .flatMap(of -> failedTest)
                .ifPresent(test -> with("Problem", Objects.requireNonNullElse(test.said(), "")));
        with("Sent to", webhook.host() + (webhook.internalHost() == null ? "" : ", in your own network"));
        with("As", webhook.format().label());
        with("What", webhook.kinds().stream().sorted().map(NoticeKind::label).collect(Collectors.joining(", ")));
        if (webhook.oldSecretUntil() != null && webhook.oldSecretUntil().isAfter(now)) {
            with("Old secret", "used, too, until " + TimeDisplay.day(webhook.oldSecretUntil()));
        }
        with("Set by", PersonDisplay.of(webhook.savedBy()));
    }

    /** Nothing was told yet; that a test arrived, or did not, is known all the same. */
    private static Span untold(Optional<Dispatch> test) {
        return test.map(last -> last.sent()
                        ? new Span(Pill.good("Works"), new Text(" Only a test was sent yet"))
                        : new Span(Pill.attention("Fails"), new Text(" Only a test was tried yet")))
                .orElseGet(() -> new Span(Pill.neutral("Nothing sent yet")));
    }

    private static String nextTry(Destination of, Instant now) {
        if (of.offAt() != null) {
            return "";
        }
        return of.nextTryAt() == null
                ? " Tried again now."
                : " Tried again " + TimeDisplay.shortly(of.nextTryAt(), now, TimeDisplay.zone()) + ".";
    }

    /** @param failedTest whether nothing was sent since a test that did not arrive */
    private static Span state(Destination state, boolean failedTest) {
        boolean fails = state.failingSince() != null;
        Span shown = new Span(
                state.offAt() != null
                        ? Pill.bad("Switched off")
                        : fails || failedTest ? Pill.attention("Fails") : Pill.good("Works"));
        if (!fails && failedTest) {
            shown.add(" The last test did not arrive");
        }
        if (state.waiting() > 0) {
            shown.add(" " + Amounts.count(state.waiting(), "notice waits", "notices wait"));
        }
        return shown;
    }
}
