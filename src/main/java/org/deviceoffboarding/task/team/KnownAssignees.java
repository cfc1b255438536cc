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
    private static final String NO_ROLE = "has no role here";
    private static final String NO_TEAM = "is no longer defined as a team";
    private static final String NOBODY = "has nobody with a role to work on tasks";

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
        Map<String, String> unable = words(without(some, Roles.OPERATOR), "has no role to work on tasks", NEVER);
        unable.putAll(unableTeams(some));
        return unable;
    }

    private Map<String, String> unableTeams(Collection<Assignee> some) {
        Map<String, String> unable = new HashMap<>();
        jdbc.sql("""
                select asked.id, t.id is null or t.removed_at is not null as removed
                from unnest(cast(:ids as bigint[])) as asked (id) left join team t on t.id = asked.id
                where t.id is null or t.removed_at is not null or not exists (
                    select from team_member m join known_person p on p.id = m.person_id
                    where m.team_id = t.id and :role = any(p.roles))
                """)
                .param("role", Roles.OPERATOR)
                .param("ids", ids(some, AssigneeKind.TEAM))
                .query(row -> {
                    unable.put(row.getString("id"), row.getBoolean("removed") ? NO_TEAM : NOBODY);
                });
        return unable;
    }

    private static String[] ids(Collection<Assignee> some, AssigneeKind kind) {
        return some.stream()
                .filter(each -> each.kind() == kind)
                .map(Assignee::id)
                .distinct()
                .toArray(String[]::new);
    }

    /** Returns the same of people who cannot read what is said to them here, and of those who never did. */
    Map<String, String> absent(Collection<Assignee> some) {
        List<Without> absent = without(some, Roles.READER);
        Map<String, String> all = words(absent, NO_ROLE, NEVER);
        all.putAll(untold(absent));
        return all;
    }

    /** Returns those of some people who are not known to have a role, so that nothing is sent to them, and why, by ID. */
    Map<String, String> untold(Collection<Assignee> some) {
        return untold(without(some, Roles.READER));
    }

    private static Map<String, String> untold(List<Without> some) {
        Map<String, String> untold = words(
                some.stream().filter(person -> !person.holds()).toList(), NO_ROLE, NEVER + " and has no known role");
        untold.replaceAll((id, why) -> why + ", so no mail is sent");
        return untold;
    }

    private static Map<String, String> words(List<Without> some, String none, String never) {
        Map<String, String> words = new HashMap<>();
        some.forEach(person ->
                words.put(person.id(), person.refused() ? "can no longer sign in" : person.never() ? never : none));
        return words;
    }

    /** Somebody who never signed in, or does not hold a role. */
    private record Without(String id, boolean refused, boolean never, boolean holds) {}

    private List<Without> without(Collection<Assignee> some, String role) {
        return jdbc.sql("""
                select asked.id, p.refused_at is not null as refused, p.first_sign_in_at is null as never,
                    p.id is not null and :role = any(p.roles) as holds
                from unnest(cast(:ids as text[])) as asked (id) left join known_person p on p.id = asked.id
                where p.id is null or p.first_sign_in_at is null or not :role = any(p.roles)
                """)
                .param("role", role)
                .param("ids", ids(some, AssigneeKind.PERSON))
                .query((row, number) -> new Without(
                        row.getString("id"),
                        row.getBoolean("refused"),
                        row.getBoolean("never"),
                        row.getBoolean("holds")))
                .list();
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
