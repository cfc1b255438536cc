package org.deviceoffboarding.base;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The app roles of the portal, as the {@code roles} claim of an ID token names them (in the form that Spring Security
 * compares, upper case). Owner includes Approver, Approver includes Operator, Operator and Auditor include Reader.
 */
public final class Roles {

    /** Sees everything but settings. */
    public static final String READER = "READER";

    /** Runs the agent, works suggestions and tasks, asks for actions. */
    public static final String OPERATOR = "OPERATOR";

    /** Approves or rejects actions that someone else asked for. */
    public static final String APPROVER = "APPROVER";

    /** Sets up, configures, renews and removes the agent. */
    public static final String OWNER = "OWNER";

    /** A reader who may export the audit log. */
    public static final String AUDITOR = "AUDITOR";

    private static final List<String> ORDER = List.of(OWNER, APPROVER, OPERATOR, AUDITOR, READER);

    private static final Map<String, Set<String>> INCLUDED = Map.of(
            OWNER, Set.of(APPROVER, OPERATOR, READER),
            APPROVER, Set.of(OPERATOR, READER),
            OPERATOR, Set.of(READER),
            AUDITOR, Set.of(READER),
            READER, Set.of());

    private Roles() {}

    /** Returns a role and the roles that it includes; nothing for one that the portal does not know. */
    public static Set<String> withIncluded(String role) {
        Set<String> included = INCLUDED.get(role);
        return included == null
                ? Set.of()
                : Stream.concat(Stream.of(role), included.stream()).collect(toSet());
    }

    /** Returns those of these roles that no other one of them includes, for people to read: "Owner, Auditor". */
    public static String labels(Collection<String> roles) {
        return ORDER.stream()
                .filter(roles::contains)
                .filter(role -> roles.stream()
                        .noneMatch(
                                other -> INCLUDED.getOrDefault(other, Set.of()).contains(role)))
                .map(Roles::label)
                .collect(joining(", "));
    }

    /** Returns how people read a role: "Owner". */
    public static String label(String role) {
        return role.charAt(0) + role.substring(1).toLowerCase(Locale.ROOT);
    }
}
