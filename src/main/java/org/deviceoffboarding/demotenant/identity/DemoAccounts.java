package org.deviceoffboarding.demotenant.identity;

import java.util.List;
import org.deviceoffboarding.demotenant.SignInAccounts;
import org.springframework.stereotype.Component;

/** What Graph tells of those who sign in. */
@Component
class DemoAccounts implements SignInAccounts {

    private final DemoPeople people;

    DemoAccounts(DemoPeople people) {
        this.people = people;
    }

    @Override
    public List<Account> all() {
        return people.all().stream()
                .map(person -> new Account(
                        person.objectId(),
                        person.givenName(),
                        person.familyName(),
                        person.userPrincipalName(),
                        person.jobTitle()))
                .toList();
    }
}
