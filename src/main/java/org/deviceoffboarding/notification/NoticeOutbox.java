package org.deviceoffboarding.notification;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every feature leaves what people are to be told. It is stored in the caller's transaction, so that a change and its notice
 * are stored together or not at all; pages show it after the commit, and jobs deliver it. Nobody is told of what they did themselves.
 */
@Component
public class NoticeOutbox {

    private final NoticeRepository notices;
    private final Audience audience;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoticeOutbox(
            NoticeRepository notices,
            Audience audience,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notices = notices;
        this.audience = audience;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Tells what the person signed in caused; on a thread that serves nobody, what the portal did by itself.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException if the caller has no transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Notice notice) {
        tell(currentActor.find().orElse(Actor.PORTAL), List.of(notice));
    }

    /** As {@link #tell(Notice)}, from a job that acts for somebody. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Actor actor, Notice notice) {
        tell(actor, List.of(notice));
    }

    /** As {@link #tell(Actor, Notice)}, for many at once: a few statements however many they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Actor actor, List<? extends Notice> all) {
        List<AddressedNotice> addressed = addressed(actor, all);
        if (!addressed.isEmpty()) {
            notices.add(addressed, actor, clock.instant());
            events.publishEvent(new NoticesTold());
        }
    }

    /** Those that nobody is told of by name or role are kept, too: webhooks are sent them. */
    private List<AddressedNotice> addressed(Actor actor, List<? extends Notice> all) {
        Map<String, List<String>> holders = new HashMap<>();
        return all.stream()
                .map(notice -> new AddressedNotice(notice, people(notice, actor, holders)))
                .toList();
    }

    /** Returns each person with the first that names them. */
    private Map<String, Recipient> people(Notice notice, Actor actor, Map<String, List<String>> holders) {
        Map<String, Recipient> people = new LinkedHashMap<>();
        for (Recipient recipient : notice.recipients()) {
            switch (recipient) {
                case Recipient.Person person -> people.putIfAbsent(person.id(), person);
                case Recipient.Holders of ->
                    holders.computeIfAbsent(of.role(), audience::holders).forEach(id -> people.putIfAbsent(id, of));
            }
        }
        people.remove(actor.id());
        return people;
    }
}
