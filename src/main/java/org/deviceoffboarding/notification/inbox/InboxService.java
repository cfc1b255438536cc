package org.deviceoffboarding.notification.inbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.PersonNames;
import org.deviceoffboarding.notification.NoticesTold;
import org.deviceoffboarding.notification.StoredNotice;
import org.deviceoffboarding.notification.inbox.InboxRepository.Reading;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the person signed in what they were told. */
@Service
@May(Capability.READ)
public class InboxService {

    private final InboxRepository inbox;
    private final PersonNames names;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InboxService(
            InboxRepository inbox,
            PersonNames names,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.inbox = inbox;
        this.names = names;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Returns a page of their notices, the newest first, or sorted by {@code toldAt}, {@code kind} or {@code sentence}. */
    @Transactional(readOnly = true)
    public List<ToldNotice> find(InboxFilter filter, Pageable page) {
        return inbox.find(reading(), filter, page).stream()
                .map(told -> told.named(names))
                .toList();
    }

    @Transactional(readOnly = true)
    public long count(InboxFilter filter) {
        return inbox.count(reading(), filter);
    }

    /** Returns how many are new to them; 100 where there are more. */
    @Transactional(readOnly = true)
    public long countNew() {
        return inbox.countNew(reading());
    }

    /**
     * Returns a notice, which somebody may have been given the address of who was not told it; it is no longer new then to the person
     * signed in. Nothing where it is not kept any more.
     */
    @Transactional
    public Optional<StoredNotice> open(long id) {
        markRead(id);
        return inbox.notice(id).map(notice -> notice.named(names));
    }

    /** Marks one as read. */
    @Transactional
    public void markRead(long id) {
        if (inbox.markRead(me(), id, clock.instant())) {
            events.publishEvent(new NoticesTold());
        }
    }

    /**
     * Marks all as read up to one.
     *
     * @param upTo the newest that the person sees, so that what came meanwhile stays new
     */
    @Transactional
    public void markAllRead(long upTo) {
        if (inbox.markAllRead(me(), upTo, clock.instant()) > 0) {
            events.publishEvent(new NoticesTold());
        }
    }

    private Reading reading() {
        return new Reading(me(), currentActor.roles());
    }

    private String me() {
        return currentActor.get().id();
    }
}
