package org.deviceoffboarding.person;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has which role, as far as the portal knows. */
@Service
@May(Capability.READ)
public class RoleHolders {

    /** How long what the tenant said counts. */
    public static final Duration SEEN_WITHIN = Duration.ofDays(90);

    private final PersonRepository people;
    private final Clock clock;

    RoleHolders(PersonRepository people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /**
     * Returns who else has a role, if only as part of another, whoever signed in last first.
     *
     * @param role of {@link Roles}
     * @param personId who is not counted
     */
    @Transactional(readOnly = true)
    public List<KnownPerson> othersThan(String personId, String role) {
        return people.withRole(role, clock.instant().minus(SEEN_WITHIN)).stream()
                .filter(person -> !person.id().equals(personId))
                .toList();
    }
}
