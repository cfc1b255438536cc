package org.deviceoffboarding.person;

import java.util.List;
import org.deviceoffboarding.base.Roles;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists who signed in to the portal. */
@Service
@PreAuthorize("hasRole('" + Roles.OWNER + "')")
public class PeopleService {

    private final PersonRepository people;

    PeopleService(PersonRepository people) {
        this.people = people;
    }

    /** Returns a page of people, sorted by {@code name}, {@code userPrincipalName}, {@code mail}, {@code roles} or {@code lastSignInAt}. */
    @Transactional(readOnly = true)
    public List<KnownPerson> find(PeopleFilter filter, Pageable page) {
        return people.find(filter, page);
    }

    @Transactional(readOnly = true)
    public long count(PeopleFilter filter) {
        return people.count(filter);
    }
}
