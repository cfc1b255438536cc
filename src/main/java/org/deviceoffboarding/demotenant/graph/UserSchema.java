package org.deviceoffboarding.demotenant.graph;

import static org.deviceoffboarding.demotenant.graph.Operator.*;

import java.util.List;
import org.deviceoffboarding.demotenant.graph.Property.Shown;
import org.deviceoffboarding.demotenant.population.Person;

/** What Graph tells about a person. */
final class UserSchema {

    private static final List<String> NAMES = List.of(
            "User.Read.All",
            "User.ReadBasic.All",
            "User.ReadWrite.All",
            "Directory.Read.All",
            "Directory.ReadWrite.All");

    static final Schema<Person> USERS = new Schema<Person>("user", "users", false)
            .with("id", Person::id, EQ, IN)
            .with("businessPhones", person -> List.of())
            .with("displayName", Person::displayName, EQ, NE, IN, STARTSWITH)
            .with("givenName", Person::givenName, EQ, STARTSWITH)
            .with("jobTitle", Person::jobTitle, EQ, STARTSWITH)
            .with("mail", Person::userPrincipalName, EQ, STARTSWITH)
            .with("mobilePhone", person -> null)
            .with("officeLocation", person -> null)
            .with("preferredLanguage", person -> null)
            .with("surname", Person::surname, EQ, STARTSWITH)
            .with("userPrincipalName", Person::userPrincipalName, EQ, IN, STARTSWITH, ENDSWITH)
            .with("department", Shown.ON_REQUEST, Person::department, EQ)
            .with("accountEnabled", Shown.ON_REQUEST, person -> true, EQ);

    private UserSchema() {}

    static boolean mayReadNames(Caller caller) {
        return caller.hasAnyPermission(NAMES);
    }
}
