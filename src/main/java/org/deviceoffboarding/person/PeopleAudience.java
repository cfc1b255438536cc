package org.deviceoffboarding.person;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.notification.Addressee;
import org.deviceoffboarding.notification.Audience;
import org.deviceoffboarding.notification.Reach;
import org.springframework.stereotype.Component;

/** Says whom notices to a role concern, and where people are reached. */
@Component
class PeopleAudience implements Audience {

    private final PersonRepository people;
    private final LookedUpPeople lookedUp;
    private final Clock clock;

    PeopleAudience(PersonRepository people, LookedUpPeople lookedUp, Clock clock) {
        this.people = people;
        this.lookedUp = lookedUp;
        this.clock = clock;
    }

    @Override
    public List<String> holders(String role) {
        return people.withRole(role, clock.instant().minus(RoleHolders.SEEN_WITHIN)).stream()
                .map(KnownPerson::id)
                .toList();
    }

    @Override
    public Optional<Addressee> find(String personId) {
        return people.find(personId).map(PeopleAudience::addressee);
    }

    @Override
    public Reach reach(String personId) {
        KnownPerson known = people.find(personId).orElse(null);
        return known == null || known.mail() == null
                ? lookedUp.find(personId, known)
                : new Reach.At(addressee(known), known.mail());
    }

    private static Addressee addressee(KnownPerson person) {
        return new Addressee(person.id(), person.shownName(), person.mail(), Set.copyOf(person.roles()));
    }
}
