package org.deviceoffboarding.notification.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.deviceoffboarding.access.token.UnreadableTokenException;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.notification.delivery.DeliveriesChanged;
import org.deviceoffboarding.notification.delivery.DeliveryTrial;
import org.deviceoffboarding.notification.delivery.Destination;
import org.deviceoffboarding.notification.delivery.DestinationKind;
import org.deviceoffboarding.notification.delivery.Destinations;
import org.deviceoffboarding.notification.delivery.Dispatch;
import org.deviceoffboarding.notification.webhook.WebhookReading.Ready;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets owners say which other systems are told. */
@Service
@May(Capability.SEND_NOTICES)
public class WebhookService {

    /** How many there may be. */
    public static final int MOST = 20;

    /** How long the secret before is used beside the one that took its place. */
    public static final Duration OLD_SECRET = Duration.ofDays(7);

    private static final int LONGEST_NAME = 100;
    private static final int LATEST = 50;

    private final WebhookRepository webhooks;
    private final WebhookSecrets secrets;
    private final WebhookBody body;
    private final WebhookSending sending;
    private final Destinations destinations;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WebhookService(
            WebhookRepository webhooks,
            WebhookSecrets secrets,
            WebhookBody body,
            WebhookSending sending,
            Destinations destinations,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.body = body;
        this.sending = sending;
        this.destinations = destinations;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Returns all, by name. */
    @Transactional(readOnly = true)
    public List<Webhook> all() {
        return webhooks.all();
    }

    /** Returns one; nothing where it was removed. */
    @Transactional(readOnly = true)
    public Optional<Webhook> get(long id) {
        return webhooks.find(id);
    }

    /** Returns how sending to each goes; those are left out that nothing was ever sent to. */
    @Transactional(readOnly = true)
    public List<Destination> states() {
        return destinations.all(DestinationKind.WEBHOOK);
    }

    /** Returns what became of the last fifty that were tried to be sent, tests among them, the newest first. */
    @Transactional(readOnly = true)
    public List<Dispatch> latest() {
        return destinations.latest(DestinationKind.WEBHOOK, LATEST);
    }

    /**
     * Adds one.
     *
     * @return the secret that its requests are signed with: it is shown this once; nothing for a format that is not signed
     * @throws WebhookRefusedException if it can't be so
     */
    @Transactional
    public Optional<String> add(WebhookDraft wanted) {
        if (webhooks.all().size() >= MOST) {
            throw new WebhookRefusedException("", "There are " + MOST + " webhooks, which is all there may be.");
        }
        WebhookDraft draft = checked(wanted);
        WebhookAddress address = WebhookAddress.of(draft.address(), draft.internalHost());
        requireOwnHost(draft, address.host());
        long id = named(() -> webhooks.add(draft, address.host(), currentActor.get(), clock.instant()));
        secrets.keepAddress(id, address);
        SigningSecret secret = SigningSecret.random();
        secrets.keepSecret(id, secret);
        saved(Optional.empty(), id, true);
        return draft.format() == WebhookFormat.CLOUD_EVENTS ? Optional.of(secret.text()) : Optional.empty();
    }

    /**
     * Changes one. What is being sent at this moment is sent to where it was. Where it is sent to elsewhere, or may be sent to in another
     * network, from then on, what waits after a failure is tried at once.
     *
     * @param seen as the owner saw it
     * @throws WebhookRefusedException if it can't be so
     * @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed or removed it since
     */
    @Transactional
    public void change(Webhook seen, WebhookDraft wanted) {
        WebhookDraft draft = checked(wanted);
        boolean moved = !draft.address().isEmpty();
        Optional<WebhookAddress> address =
                moved ? Optional.of(WebhookAddress.of(draft.address(), draft.internalHost())) : Optional.empty();
        String host = address.map(WebhookAddress::host).orElse(seen.host());
        requireOwnHost(draft, host);
        if (!moved) {
            requireAddressStillAllowed(seen, draft);
        }
        named(() -> {
            webhooks.update(seen, draft, host, currentActor.get(), clock.instant());
            return seen.id();
        });
        address.ifPresent(another -> secrets.keepAddress(seen.id(), another));
        if (moved || !draft.internalHost().equals(Objects.requireNonNullElse(seen.internalHost(), ""))) {
            destinations.tryNow(DestinationKind.WEBHOOK, String.valueOf(seen.id()));
        }
        saved(Optional.of(seen), seen.id(), moved);
    }

    /** Removes one, with what waits for it. */
    @Transactional
    public void remove(long id) {
        webhooks.find(id).ifPresent(webhook -> {
            webhooks.remove(id);
            destinations.remove(DestinationKind.WEBHOOK, String.valueOf(id));
            auditLog.record(currentActor.get(), new WebhookAction.Removed(webhook));
        });
    }

    /**
     * Makes a new secret. For seven days what is sent is signed with the one before, too. While an older one still signs beside the newest,
     * that stays until its time, and the new one takes the place of the newest.
     *
     * @param seen as the owner saw it
     * @return the secret, which is shown this once
     * @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed or removed it since, its secrets among that
     */
    @Transactional
    public String replaceSecret(Webhook seen) {
        webhooks.takeUp(seen);
        Instant now = clock.instant();
        SigningSecret secret = SigningSecret.random();
        secrets.replaceSecret(seen.id(), secret, now, now.plus(OLD_SECRET));
        record(new WebhookAction.SecretChanged(seen, true));
        return secret.text();
    }

    /**
     * Ends the secret before, since every receiver has the new one.
     *
     * @param seen as the owner saw it
     * @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed or removed it since, its secrets among that
     */
    @Transactional
    public void endOldSecret(Webhook seen) {
        webhooks.takeUp(seen);
        secrets.dropOldSecret(seen.id());
        record(new WebhookAction.SecretChanged(seen, false));
    }

    /** Lets one be sent to again at once, from where it stood. */
    @Transactional
    public void switchOn(long id) {
        webhooks.find(id).ifPresent(webhook -> {
            destinations.switchOn(DestinationKind.WEBHOOK, String.valueOf(id));
            record(new WebhookAction.SwitchedOn(webhook));
        });
    }

    /**
     * Sends a test. Takes a network's time; no transaction is open meanwhile.
     *
     * @return who took it, as a sentence
     * @throws org.deviceoffboarding.notification.delivery.CarryingFailedException if it was not taken
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public String test(long id) {
        if (webhooks.find(id).isEmpty()) {
            throw removed();
        }
        UUID message = UUID.randomUUID();
        return destinations.test(
                new DeliveryTrial(
                        message,
                        DestinationKind.WEBHOOK,
                        String.valueOf(id),
                        "Whether notices reach the webhook.",
                        clock.instant()),
                () -> test(id, message));
    }

    private String test(long id, UUID message) {
        Ready ready = sending.ready(id).orElseThrow(WebhookService::removed);
        Webhook webhook = ready.webhook();
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return sending.send(ready, message, body.test(webhook.format(), message, webhook.name(), now));
    }

    private static WebhookRefusedException removed() {
        return new WebhookRefusedException("", "Somebody removed this webhook.");
    }

    private static WebhookDraft checked(WebhookDraft wanted) {
        String name = wanted.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new WebhookRefusedException(
                    WebhookRefusedException.NAME, "Enter a name of up to " + LONGEST_NAME + " characters.");
        }
        if (wanted.kinds().isEmpty()) {
            throw new WebhookRefusedException(WebhookRefusedException.KINDS, "Choose at least one.");
        }
        return new WebhookDraft(
                name,
                wanted.format(),
                wanted.address().strip(),
                wanted.internalHost().strip().toLowerCase(Locale.ROOT),
                wanted.kinds());
    }

    private static void requireOwnHost(WebhookDraft draft, String host) {
        if (!draft.internalHost().isEmpty() && !draft.internalHost().equals(host)) {
            throw new WebhookRefusedException(
                    WebhookRefusedException.INTERNAL_HOST,
                    "The address leads to " + host + ". Enter that host, or nothing.");
        }
    }

    private void requireAddressStillAllowed(Webhook seen, WebhookDraft draft) {
        try {
            secrets.address(seen.id(), draft.internalHost());
        } catch (UnreadableTokenException e) {
            throw new WebhookRefusedException(
                    WebhookRefusedException.ADDRESS,
                    "The portal's key is another one than the address was kept with. Enter it again.");
        }
    }

    private <T> T named(Supplier<T> store) {
        try {
            return store.get();
        } catch (DuplicateKeyException e) {
            throw new WebhookRefusedException(WebhookRefusedException.NAME, "Another webhook is called so.");
        }
    }

    private void saved(Optional<Webhook> before, long id, boolean moved) {
        webhooks.find(id).ifPresent(webhook -> record(new WebhookAction.Saved(before.orElse(null), webhook, moved)));
    }

    private void record(WebhookAction action) {
        auditLog.record(currentActor.get(), action);
        events.publishEvent(new DeliveriesChanged());
    }
}
