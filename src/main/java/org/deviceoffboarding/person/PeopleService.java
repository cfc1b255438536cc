package org.deviceoffboarding.person;

import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.May;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists who signed in to the portal. */
@Service
@May(Capability.SEE_PEOPLE)
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

    /** Returns the first part of the people who match, to take them away whole: sorted as {@link #find} says or, if they are many, by ID. */
    @Transactional(readOnly = true)
    public ExportPage<PeopleFilter, KnownPerson> export(PeopleFilter filter, Sort sort) {
        return people.export(filter, sort);
    }

    /** Returns the part that follows another one. */
    @Transactional(readOnly = true)
    public ExportPage<PeopleFilter, KnownPerson> export(ExportPage<PeopleFilter, KnownPerson> before) {
        return people.export(before);
    }
}
