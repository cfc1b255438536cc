package org.deviceoffboarding.notification.choice;

import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets each person choose of which notices they hear, how, and when. */
@Service
@May(Capability.READ)
public class ChoiceService {

    private final ChoiceRepository choices;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;

    ChoiceService(ChoiceRepository choices, CurrentActor currentActor, ApplicationEventPublisher events) {
        this.choices = choices;
        this.currentActor = currentActor;
        this.events = events;
    }

    /** Returns what the person signed in chose. */
    @Transactional(readOnly = true)
    public NoticeChoices own() {
        String person = currentActor.get().id();
        return Objects.requireNonNull(choices.of(List.of(person)).get(person));
    }

    /**
     * Keeps what the person signed in chose. It holds for what waits to be sent, too.
     *
     * @param seen what it was made from
     * @throws ChoicesChangedException if something else holds by now
     */
    @Transactional
    public void save(NoticeChoices seen, NoticeChoices chosen) {
        String person = currentActor.get().id();
        NoticeChoices now = choices.lock(person);
        if (!ChoiceDifference.of(seen, now).isEmpty()) {
            throw new ChoicesChangedException(now);
        }
        choices.save(person, chosen);
        events.publishEvent(new NoticeChoicesSaved(person));
    }
}
