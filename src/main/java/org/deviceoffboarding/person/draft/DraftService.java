package org.deviceoffboarding.person.draft;

import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

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

    /** Returns a place as the person signed in opens it. */
    public DraftPlace at(String key) {
        return new DraftPlace(currentActor.get().id(), key);
    }

    /** Returns what the person has typed there before and not sent, the newest first. */
    public List<Draft> find(DraftPlace place) {
        return drafts.find(own(place));
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
            drafts.put(own, new Draft(field, basedOn, text, clock.instant()));
        }
        return true;
    }

    /** Forgets everything that the person has typed there: it was sent, or is not wanted any more. */
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
