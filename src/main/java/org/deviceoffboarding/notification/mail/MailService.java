package org.deviceoffboarding.notification.mail;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.notification.Addressee;
import org.deviceoffboarding.notification.Audience;
import org.deviceoffboarding.notification.delivery.CarryingFailedException;
import org.deviceoffboarding.notification.delivery.DeliveryTrial;
import org.deviceoffboarding.notification.delivery.Destination;
import org.deviceoffboarding.notification.delivery.DestinationKind;
import org.deviceoffboarding.notification.delivery.Destinations;
import org.deviceoffboarding.notification.delivery.Dispatch;
import org.deviceoffboarding.notification.delivery.Outage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Shows how mail goes: each person their own, owners all of it. */
@Service
@May(Capability.READ)
public class MailService {

    private static final int LATEST = 50;

    private final MailServer server;
    private final MailWriter writer;
    private final Destinations destinations;
    private final Audience audience;
    private final CurrentActor currentActor;
    private final Clock clock;

    MailService(
            MailServer server,
            MailWriter writer,
            Destinations destinations,
            Audience audience,
            CurrentActor currentActor,
            Clock clock) {
        this.server = server;
        this.writer = writer;
        this.destinations = destinations;
        this.audience = audience;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Returns whether the operator set a mail server. */
    public boolean isSet() {
        return server.isSet();
    }

    /** Returns the mail address of the person signed in; nothing where the tenant tells none. */
    @Transactional(readOnly = true)
    public Optional<String> ownAddress() {
        return audience.find(currentActor.get().id()).map(Addressee::mail);
    }

    /** Returns how mail to the person signed in goes; nothing where none was ever to be sent. */
    @Transactional(readOnly = true)
    public Optional<Destination> own() {
        return destinations.find(DestinationKind.MAIL, currentActor.get().id());
    }

    /** Lets mail be sent to the person signed in again, after it was switched off. */
    @Transactional
    public void switchOn() {
        destinations.switchOn(DestinationKind.MAIL, currentActor.get().id());
    }

    /** Returns the mail server and the address that mail comes from, for people. */
    @May(Capability.SEND_NOTICES)
    public String description() {
        return server.isSet() ? server.name() + ", from " + server.from() : "";
    }

    /** Returns since when nothing can be sent at all, and why; nothing where it can. */
    @May(Capability.SEND_NOTICES)
    @Transactional(readOnly = true)
    public Optional<Outage> outage() {
        return destinations.outage(DestinationKind.MAIL);
    }

    /** Returns what became of the last fifty mails, tests among them, the newest first. */
    @May(Capability.SEND_NOTICES)
    @Transactional(readOnly = true)
    public List<Dispatch> latest() {
        return destinations.latest(DestinationKind.MAIL, LATEST);
    }

    /**
     * Sends the person signed in a test. Takes a network's time; no transaction is open meanwhile.
     *
     * @return who took it, as a sentence
     * @throws CarryingFailedException if it was not taken
     */
    @May(Capability.SEND_NOTICES)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public String test() {
        UUID id = UUID.randomUUID();
        String person = currentActor.get().id();
        return destinations.test(
                new DeliveryTrial(id, DestinationKind.MAIL, person, "Whether mail arrives.", clock.instant()),
                () -> test(id, audience.find(person).orElse(null)));
    }

    private String test(UUID id, @Nullable Addressee person) {
        if (person == null || person.mail() == null) {
            throw CarryingFailedException.ofDestination("The tenant tells no mail address of yours.", null);
        }
        server.send(person.mail(), writer.test(person.name(), clock.instant()), id);
        destinations.tryNow(DestinationKind.MAIL, clock.instant());
        return server.name() + " took it for " + person.mail() + ".";
    }
}
