package org.deviceoffboarding.person;

import java.util.Optional;
import org.deviceoffboarding.access.PersonRefused;
import org.deviceoffboarding.access.PersonSeen;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what is known of people as their tenant describes them: within the transaction of the session that it was read for. */
@Component
class PersonIntake {

    private final PersonRepository people;
    private final ApplicationEventPublisher events;

    PersonIntake(PersonRepository people, ApplicationEventPublisher events) {
        this.people = people;
        this.events = events;
    }

    @EventListener
    void on(PersonSeen seen) {
        Optional<KnownPerson> before = people.find(seen.person().id());
        people.seen(seen);
        tellUnlessSame(before, people.find(seen.person().id()));
    }

    @EventListener
    void on(PersonRefused refused) {
        Optional<KnownPerson> before = people.find(refused.personId());
        people.refused(refused);
        tellUnlessSame(before, people.find(refused.personId()));
    }

    /** Pages need not hear each minute that all is as it was. */
    private void tellUnlessSame(Optional<KnownPerson> before, Optional<KnownPerson> now) {
        if (!before.map(KnownPerson::shown).equals(now.map(KnownPerson::shown))) {
            events.publishEvent(new PeopleChanged());
        }
    }
}
