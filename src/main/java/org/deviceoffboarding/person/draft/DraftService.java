package org.deviceoffboarding.person.draft;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what people have typed and not sent yet, for each of them alone. Nothing of it is on record: nothing was done.
 *
 * <p>What is asked at a place by somebody else than the person who opened it is refused with an {@link AccessDeniedException}:
 * it would show what one person typed to another, or keep it in the other's name.
 */
@Service
@May(Capability.READ)
public class DraftService {

    /** As much as the longest field takes. */
    private static final int LONGEST = 1_000_000;

    private final DraftRepository drafts;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DraftService(DraftRepository drafts, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.drafts = drafts;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Returns a place as the person signed in opens it in a window: another one each time. */
    public DraftPlace at(String key) {
        return new DraftPlace(currentActor.get().id(), key, UUID.randomUUID());
    }

    /** Returns what the person has typed there in other windows, or before, and not sent, the newest first. */
    public List<Draft> find(DraftPlace place) {
        return drafts.find(own(place));
    }

    /** Returns what is kept of this window: whatever is not was sent, or discarded, in another one. */
    public List<Draft> kept(DraftPlace place) {
        return drafts.own(own(place));
    }

    /**
     * Keeps what the person has typed into a field. What is as it was before is no draft, and none is kept then.
     *
     * @param original what the field held before the person typed
     * @return whether it can be kept: not what is longer than any field takes
     */
    public boolean keep(DraftPlace place, String field, String original, String text) {
        DraftPlace own = own(place);
        String basedOn = Draft.fingerprint(original);
        if (text.length() > LONGEST) {
            return false;
        }
        if (text.equals(original)) {
            drafts.delete(own, field, basedOn);
        } else {
            drafts.put(own, field, basedOn, text, clock.instant());
        }
        return true;
    }

    /**
     * Goes on in this window with what was typed in another one, which keeps it until this one sends or discards it. Where somebody
     * types on in that one, what they type is not this one's any more, and is kept beside it.
     *
     * @param original what the field holds here before the person types
     */
    @Transactional
    public void goOnWith(DraftPlace place, Draft other, String original) {
        DraftPlace own = own(place);
        drafts.take(own, other, clock.instant());
        drafts.put(own, other.field(), Draft.fingerprint(original), other.text(), other.changedAt());
    }

    /** Puts a text of a field aside, as if it were typed in another window, and returns it. */
    public Draft putAside(DraftPlace place, String field, String original, String text) {
        DraftPlace aside = at(own(place).key());
        Draft draft = new Draft(aside.opening(), field, Draft.fingerprint(original), text, clock.instant());
        drafts.put(aside, field, draft.basedOn(), text, draft.changedAt());
        return draft;
    }

    /**
     * Offers what was typed in another window no more, unless it is something else by now: the person saw it and decided otherwise. That
     * window keeps it for as long as it is open.
     */
    public void offerNoMore(DraftPlace place, Draft other) {
        drafts.take(at(own(place).key()), other, clock.instant());
    }

    /** Forgets what the person has typed in another window, unless it is something else by now. */
    public void discard(DraftPlace place, Draft other) {
        drafts.delete(own(place), other);
        events.publishEvent(new DraftsForgotten());
    }

    /** Forgets everything that the person has typed in this window, or went on with: it was sent, or is not wanted any more. */
    public void forget(DraftPlace place) {
        drafts.deleteAll(own(place));
        events.publishEvent(new DraftsForgotten());
    }

    private DraftPlace own(DraftPlace place) {
        if (!place.personId().equals(currentActor.get().id())) {
            throw new AccessDeniedException("Another person opened this");
        }
        return place;
    }
}
