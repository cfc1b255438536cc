package org.deviceoffboarding.person.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AssignmentRepository {

    private final JdbcClient jdbc;

    AssignmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AssignmentReading> latest() {
        return jdbc.sql("select read_at, tried_at, problem from role_assignment_reading")
                .query((row, number) -> new AssignmentReading(
                        Sql.instantOrNull(row, "read_at"), Sql.instant(row, "tried_at"), row.getString("problem")))
                .optional();
    }

    /**
     * Lets these take the place of all that were read before, unless others were read later.
     *
     * @return what differs from what was read before; nothing where that is nothing, or nothing was read before
     */
    Optional<AssignmentAction.RolesChanged> replace(List<RoleAssignment> all, Instant readAt) {
        boolean first = latest().filter(reading -> reading.readAt() != null).isEmpty();
        tried(readAt, null);
        boolean latest =
                jdbc.sql("update role_assignment_reading set read_at = :at where read_at is null or read_at <= :at")
                                .param("at", Sql.timestamp(readAt))
                                .update()
                        > 0;
        if (!latest) {
            return Optional.empty();
        }
        List<RoleAssignment> before = stored();
        jdbc.sql("delete from role_assignment").update();
        all.forEach(this::add);
        AssignmentAction.RolesChanged changed =
                new AssignmentAction.RolesChanged(without(all, before), without(before, all));
        return first || changed.isEmpty() ? Optional.empty() : Optional.of(changed);
    }

    /** Returns those of some assignments that are not among others, whatever people and groups are called. */
    private static List<RoleAssignment> without(List<RoleAssignment> some, List<RoleAssignment> others) {
        Set<List<String>> keys = others.stream().map(AssignmentRepository::key).collect(Collectors.toSet());
        return some.stream().filter(each -> !keys.contains(key(each))).toList();
    }

    private static List<String> key(RoleAssignment assignment) {
        return List.of(assignment.personId(), assignment.role(), assignment.via() == null ? "person" : "group");
    }

    private List<RoleAssignment> stored() {
        return jdbc.sql("select person_id, name, user_principal_name, roles, via from role_assignment")
                .query((row, number) -> new RoleAssignment(
                        row.getString("person_id"),
                        row.getString("name"),
                        row.getString("user_principal_name"),
                        role(List.of((String[]) row.getArray("roles").getArray())),
                        row.getString("via")))
                .list();
    }

    /** Returns the one that includes all the others, which it was stored for. */
    private static String role(List<String> roles) {
        return roles.stream()
                .filter(role -> Roles.withIncluded(role).size() == roles.size())
                .findFirst()
                .orElse("");
    }

    /** Remembers how an attempt ended. Two of them wait for each other. */
    void tried(Instant at, @Nullable String problem) {
        jdbc.sql("""
                insert into role_assignment_reading (tried_at, problem) values (:at, :problem)
                on conflict (only_one) do update set tried_at = excluded.tried_at, problem = excluded.problem
                """).param("at", Sql.timestamp(at)).param("problem", problem).update();
    }

    private void add(RoleAssignment assignment) {
        jdbc.sql("""
                insert into role_assignment (person_id, name, user_principal_name, roles, via)
                values (:person, :name, :userPrincipalName, :roles, :via)
                """)
                .param("person", assignment.personId())
                .param("name", textOrNull(assignment.name()))
                .param("userPrincipalName", textOrNull(assignment.userPrincipalName()))
                .param("roles", Roles.withIncluded(assignment.role()).toArray(String[]::new))
                .param("via", textOrNull(assignment.via()))
                .update();
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : Sql.text(text);
    }
}
