package org.deviceoffboarding.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deviceoffboarding.access.PersonRefused;
import org.deviceoffboarding.access.PersonSeen;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ExportedTable;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.RowKey;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PersonRepository {

    private static final String MATCHES = """
             from known_person
            where (:text = '' or name ilike :pattern or user_principal_name ilike :pattern or mail ilike :pattern)
              and (cast(:role as text) is null or :role = any(roles))
            """;

    private static final Map<String, String> SORTABLE = Map.of(
            "name", "lower(coalesce(name, user_principal_name, id))",
            "userPrincipalName", "lower(user_principal_name)",
            "mail", "lower(mail)",
            "roles", "cardinality(roles)", // each role includes all of those below it
            "lastSignInAt", "last_sign_in_at",
            "rolesReadAt", "roles_read_at");

    private final JdbcClient jdbc;
    private final FilteredTable<KnownPerson> table;
    private final ExportedTable<KnownPerson> exported;

    PersonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new FilteredTable<>(
                jdbc,
                MATCHES,
                SORTABLE,
                "lower(coalesce(name, user_principal_name, id)), id",
                PersonRepository::toPerson);
        this.exported = new ExportedTable<>(table, RowKey.ascending("id", KnownPerson::id));
    }

    /** Stores what the tenant said, unless it said something later. */
    void seen(PersonSeen seen) {
        jdbc.sql("""
                insert into person (id, name, user_principal_name, mail, roles, first_sign_in_at, last_sign_in_at, roles_read_at)
                values (:id, :name, :userPrincipalName, :mail, :roles, :at, :at, :at)
                on conflict (id) do update set
                    name = excluded.name,
                    user_principal_name = excluded.user_principal_name,
                    mail = excluded.mail,
                    roles = excluded.roles,
                    last_sign_in_at = case when :signedIn then excluded.last_sign_in_at else person.last_sign_in_at end,
                    roles_read_at = excluded.roles_read_at,
                    refused_at = null
                where person.roles_read_at <= excluded.roles_read_at
                  and (person.refused_at is null or person.refused_at <= excluded.roles_read_at)
                """)
                .param("id", seen.person().id())
                .param("name", textOrNull(seen.name()))
                .param("userPrincipalName", Sql.text(seen.person().name()))
                .param("mail", textOrNull(seen.mail()))
                .param("roles", seen.roles().toArray(String[]::new))
                .param("at", Sql.timestamp(seen.at()))
                .param("signedIn", seen.signedIn())
                .update();
    }

    void refused(PersonRefused refused) {
        jdbc.sql("update person set refused_at = :at where id = :id and roles_read_at <= :at and refused_at is null")
                .param("id", refused.personId())
                .param("at", Sql.timestamp(refused.at()))
                .update();
    }

    Optional<KnownPerson> find(String id) {
        return jdbc.sql("select * from known_person where id = :id")
                .param("id", id)
                .query(PersonRepository::toPerson)
                .optional();
    }

    /** Keeps what somebody is called who may never have signed in; returns whether that was not known. */
    boolean lookedUp(String id, String name, Instant at) {
        return jdbc.sql("""
                insert into looked_up_person (id, name, looked_up_at) values (:id, :name, :at)
                on conflict (id) do update set name = excluded.name, looked_up_at = excluded.looked_up_at
                where looked_up_person.name <> excluded.name
                """)
                        .param("id", id)
                        .param("name", Sql.text(name))
                        .param("at", Sql.timestamp(at))
                        .update()
                > 0;
    }

    /** Returns whether it is known to whom roles are assigned, so that whoever is not known has none. */
    boolean areRolesRead() {
        return jdbc.sql("select exists (select from role_assignment_reading where read_at is not null)")
                .query(Boolean.class)
                .single();
    }

    /** Returns the names of all who have one, by ID. */
    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select id, name from person_name").query(row -> {
            names.put(row.getString("id"), row.getString("name"));
        });
        return names;
    }

    /** Returns the same by the account, in lower case; those are left out that were ever another person's, too. */
    Map<String, String> namesOfAccounts() {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("""
                select lower(user_principal_name) as account, min(name) as name from person
                group by account having count(*) = 1 and min(name) is not null
                """).query(row -> {
            names.put(row.getString("account"), row.getString("name"));
        });
        return names;
    }

    List<KnownPerson> find(PeopleFilter filter, Pageable page) {
        return table.page(parameters(filter), page);
    }

    long count(PeopleFilter filter) {
        return table.count(parameters(filter));
    }

    ExportPage<PeopleFilter, KnownPerson> export(PeopleFilter filter, Sort sort) {
        return exported.first(filter, parameters(filter), sort);
    }

    ExportPage<PeopleFilter, KnownPerson> export(ExportPage<PeopleFilter, KnownPerson> before) {
        return exported.next(before, parameters(before.of()));
    }

    /** Returns who has a role as far as the tenant said since a time, whoever was seen last first. */
    List<KnownPerson> withRole(String role, Instant since) {
        return jdbc.sql("""
                select * from known_person where :role = any(roles) and known_at >= :since
                order by last_sign_in_at desc nulls last, id
                """)
                .param("role", role)
                .param("since", Sql.timestamp(since))
                .query(PersonRepository::toPerson)
                .list();
    }

    private static FilterParameters parameters(PeopleFilter filter) {
        return FilterParameters.search(filter.text()).with("role", filter.role());
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : Sql.text(text.strip());
    }

    private static KnownPerson toPerson(ResultSet row, int number) throws SQLException {
        return new KnownPerson(
                row.getString("id"),
                row.getString("name"),
                row.getString("user_principal_name"),
                row.getString("mail"),
                List.of((String[]) row.getArray("roles").getArray()),
                Sql.instantOrNull(row, "first_sign_in_at"),
                Sql.instantOrNull(row, "last_sign_in_at"),
                Sql.instantOrNull(row, "roles_read_at"),
                Sql.instantOrNull(row, "refused_at"),
                row.getBoolean("unassigned"),
                List.of((String[]) row.getArray("groups").getArray()));
    }
}
