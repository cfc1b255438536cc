package org.deviceoffboarding.notification.webhook;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.deviceoffboarding.notification.StoredNotice;
import org.deviceoffboarding.notification.delivery.Carried;
import org.deviceoffboarding.notification.delivery.Consignment;
import org.deviceoffboarding.notification.delivery.DestinationKind;
import org.deviceoffboarding.notification.delivery.Parcel;
import org.deviceoffboarding.notification.delivery.ParcelCarrier;
import org.deviceoffboarding.notification.webhook.WebhookReading.Ready;
import org.springframework.stereotype.Component;

/** Sends webhooks what they want, each as it is at that moment: an owner may have changed it since. */
@Component
class WebhookCarrier implements ParcelCarrier {

    /** More than there may be, so that none waits for another that does not answer. */
    private static final int AT_ONCE = WebhookService.MOST;

    private static final Carried UNWANTED = Carried.notSent("The webhook wants no such notices any more.");

    private final WebhookRepository webhooks;
    private final WebhookBody body;
    private final WebhookSending sending;
    private final NoticeOutbox outbox;
    private final Clock clock;

    WebhookCarrier(
            WebhookRepository webhooks, WebhookBody body, WebhookSending sending, NoticeOutbox outbox, Clock clock) {
        this.webhooks = webhooks;
        this.body = body;
        this.sending = sending;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public DestinationKind kind() {
        return DestinationKind.WEBHOOK;
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public List<Consignment> wanted(List<StoredNotice> notices) {
        List<Webhook> all = webhooks.all();
        return notices.stream()
                .flatMap(notice -> all.stream()
                        .filter(webhook -> webhook.kinds().contains(notice.kind()))
                        .map(webhook ->
                                new Consignment(String.valueOf(webhook.id()), notice.id(), notice.toldAt(), false)))
                .toList();
    }

    @Override
    public Carried carry(Parcel parcel) {
        long id = Long.parseLong(parcel.target());
        if (parcel.notices().isEmpty()) {
            return Carried.notSent("The notice is not kept any more.");
        }
        StoredNotice notice = parcel.notices().getFirst();
        Optional<Webhook> found = webhooks.find(id);
        if (found.isPresent() && !found.get().kinds().contains(notice.kind())) {
            return UNWANTED; // also where its address can't be read
        }
        Optional<Ready> ready = found.flatMap(webhook -> sending.ready(id));
        if (ready.isEmpty()) {
            return Carried.notSent("The webhook was removed meanwhile.");
        }
        Webhook webhook = ready.get().webhook();
        if (!webhook.kinds().contains(notice.kind())) {
            return UNWANTED;
        }
        byte[] written = body.write(webhook.format(), parcel.id(), notice);
        return Carried.sent(sending.send(ready.get(), parcel.id(), written));
    }

    @Override
    public void switchedOff(String target, String problem) {
        webhooks.find(Long.parseLong(target))
                .ifPresent(webhook -> outbox.tell(
                        Actor.PORTAL, new WebhookSwitchedOff(webhook.name(), webhook.id(), problem, clock.instant())));
    }
}
