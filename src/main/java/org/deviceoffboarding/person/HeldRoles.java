package org.deviceoffboarding.person;

import org.springframework.stereotype.Component;

/** Whether people still have the roles that they had when they began something: for what goes on without them. */
@Component
public class HeldRoles {

    private final PersonRepository people;

    HeldRoles(PersonRepository people) {
        this.people = people;
    }

    /**
     * Returns whether the tenant said last that a person does not have a role, not even as part of another. False of somebody whom
     * it never told of.
     *
     * @param role of {@link org.deviceoffboarding.base.Roles}
     */
    public boolean isLost(String personId, String role) {
        return people.find(personId)
                .filter(person -> !person.roles().contains(role))
                .isPresent();
    }
}
