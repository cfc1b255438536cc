package org.deviceoffboarding.person;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.notification.Addressee;
import org.deviceoffboarding.notification.Audience;
import org.springframework.stereotype.Component;

/** Says whom notices to a role concern, and where people are reached. */
@Component
class PeopleAudience implements Audience {

    private final PersonRepository people;
    private final Clock clock;

    PeopleAudience(PersonRepository people, Clock clock) {
        this.people = people;
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
        return people.find(personId)
                .map(person ->
                        new Addressee(person.id(), person.shownName(), person.mail(), Set.copyOf(person.roles())));
    }
}
