package org.deviceoffboarding.demotenant.graph;

import java.util.List;
import org.deviceoffboarding.demotenant.SignInAccounts;
import org.deviceoffboarding.demotenant.graph.odata.SparseRows;
import org.deviceoffboarding.demotenant.population.Employee;
import org.deviceoffboarding.demotenant.population.Population;
import org.jspecify.annotations.Nullable;

/** Everybody in the tenant: the staff, to whom the devices belong, and behind them those who sign in, who have none. */
final class TenantPeople {

    private final Population population;
    private final List<Employee> accounts;

    TenantPeople(Population population, List<SignInAccounts.Account> accounts) {
        this.population = population;
        this.accounts = accounts.stream().map(TenantPeople::employee).toList();
    }

    private static Employee employee(SignInAccounts.Account account) {
        return new Employee(
                account.objectId(),
                account.givenName() + " " + account.familyName(),
                account.givenName(),
                account.familyName(),
                account.userPrincipalName(),
                "IT",
                account.jobTitle());
    }

    SparseRows<Employee> all() {
        return new SparseRows<>() {
            @Override
            public long end() {
                return (long) population.people() + accounts.size();
            }

            @Override
            public Employee at(long position) {
                int staff = population.people();
                return position < staff ? population.person((int) position) : accounts.get((int) (position - staff));
            }
        };
    }

    /** Finds somebody by object ID or user principal name. */
    @Nullable
    Employee find(String idOrName) {
        return accounts.stream()
                .filter(account -> account.id().equalsIgnoreCase(idOrName)
                        || account.userPrincipalName().equalsIgnoreCase(idOrName))
                .findFirst()
                .orElseGet(() -> population.findPerson(idOrName));
    }
}
