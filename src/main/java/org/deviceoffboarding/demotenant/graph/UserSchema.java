package org.deviceoffboarding.demotenant.graph;

import static org.deviceoffboarding.demotenant.graph.odata.Operator.*;

import java.util.List;
import org.deviceoffboarding.demotenant.graph.odata.Caller;
import org.deviceoffboarding.demotenant.graph.odata.Property.Shown;
import org.deviceoffboarding.demotenant.graph.odata.Schema;
import org.deviceoffboarding.demotenant.population.Employee;

/** What Graph tells about a person. */
final class UserSchema {

    private static final List<String> NAMES = List.of(
            "User.Read.All",
            "User.ReadBasic.All",
            "User.ReadWrite.All",
            "Directory.Read.All",
            "Directory.ReadWrite.All");

    static final Schema<Employee> USERS = new Schema<Employee>("user", "users", false)
            .with("id", Employee::id, EQ, IN)
            .with("businessPhones", person -> List.of())
            .with("displayName", Employee::displayName, EQ, NE, IN, STARTSWITH)
            .with("givenName", Employee::givenName, EQ, STARTSWITH)
            .with("jobTitle", Employee::jobTitle, EQ, STARTSWITH)
            .with("mail", Employee::userPrincipalName, EQ, STARTSWITH)
            .with("mobilePhone", person -> null)
            .with("officeLocation", person -> null)
            .with("preferredLanguage", person -> null)
            .with("surname", Employee::surname, EQ, STARTSWITH)
            .with("userPrincipalName", Employee::userPrincipalName, EQ, IN, STARTSWITH, ENDSWITH)
            .with("department", Shown.ON_REQUEST, Employee::department, EQ)
            .with("accountEnabled", Shown.ON_REQUEST, person -> true, EQ);

    private UserSchema() {}

    static boolean mayReadNames(Caller caller) {
        return caller.hasAnyPermission(NAMES);
    }
}
