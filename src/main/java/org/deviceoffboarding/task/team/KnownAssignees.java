package org.deviceoffboarding.task.team;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.assignee.AssigneeKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people whom the tenant told of, and what they can do. Reads what person declares. */
@Repository
class KnownAssignees {

    private static final String NEVER = "has never signed in here";

    private final JdbcClient jdbc;

    KnownAssignees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns people who have a role and whose name or user principal name holds a text, those first who use the portal. */
    List<AssigneeChoice> named(String text, String role, int most) {
        return jdbc.sql("""
                select id, coalesce(name, user_principal_name, id) as shown, coalesce(user_principal_name, '') as hint,
                    first_sign_in_at is null as never
                from known_person
                where :role = any(roles) and (:text = '' or name ilike :pattern or user_principal_name ilike :pattern)
                order by first_sign_in_at is null, lower(coalesce(name, user_principal_name, id)), id limit :limit
                """)
                .param("role", role)
                .param("text", text)
                .param("pattern", Sql.containing(text))
                .param("limit", most)
                .query((row, number) -> new AssigneeChoice(
                        AssigneeChoice.Kind.PERSON,
                        row.getString("id"),
                        row.getString("shown"),
                        row.getString("hint") + (row.getBoolean("never") ? " · " + NEVER : "")))
                .list();
    }

    Map<String, String> unable(Collection<Assignee> some) {
        return without(some, Roles.OPERATOR, "has no role to work on tasks");
    }

    /** Returns the same of people who cannot read what is said to them here. */
    Map<String, String> absent(Collection<Assignee> some) {
        return without(some, Roles.READER, "has no role here");
    }

    private Map<String, String> without(Collection<Assignee> some, String role, String none) {
        Map<String, String> unable = new HashMap<>();
        jdbc.sql("""
                select asked.id, p.refused_at is not null as refused, p.first_sign_in_at is null as never
                from unnest(cast(:ids as text[])) as asked (id) left join known_person p on p.id = asked.id
                where p.id is null or p.first_sign_in_at is null or not :role = any(p.roles)
                """)
                .param("role", role)
                .param(
                        "ids",
                        some.stream()
                                .filter(each -> each.kind() == AssigneeKind.PERSON)
                                .map(Assignee::id)
                                .distinct()
                                .toArray(String[]::new))
                .query(row -> {
                    unable.put(
                            row.getString("id"),
                            row.getBoolean("refused")
                                    ? "can no longer sign in"
                                    : row.getBoolean("never") ? NEVER : none);
                });
        return unable;
    }

    List<AssigneeLoad> loads() {
        return jdbc.sql("""
                select assignee_kind, assignee_id, max(assignee_name) as name, count(*) as tasks
                from task where open and assignee_id is not null group by assignee_kind, assignee_id
                """)
                .query((row, number) -> new AssigneeLoad(
                        new Assignee(
                                AssigneeKind.valueOf(row.getString("assignee_kind")),
                                row.getString("assignee_id"),
                                row.getString("name")),
                        row.getLong("tasks"),
                        ""))
                .list();
    }
}
