package org.deviceoffboarding.task.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.assignee.Assignee;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps teams; none is ever deleted, since tasks name them. */
@Repository
class TeamRepository {

    private final JdbcClient jdbc;

    TeamRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the teams that owners defined, by name. */
    List<Team> defined() {
        return withMembers(
                jdbc.sql("select * from team where entra_group is null and removed_at is null order by lower(name), id")
                        .query(TeamRepository::toTeam)
                        .list());
    }

    /** Returns a team that something can be assigned to. */
    Optional<Team> find(long id) {
        return withMembers(jdbc.sql("select * from team where id = :id and removed_at is null")
                        .param("id", id)
                        .query(TeamRepository::toTeam)
                        .list())
                .stream()
                .findFirst();
    }

    /** Returns teams whose names hold a text, groups that were assigned something before among them; at most so many. */
    List<Team> named(String text, int most) {
        return jdbc.sql("""
                select * from team where removed_at is null and (:text = '' and entra_group is null or :text <> '' and name ilike :pattern)
                order by lower(name), id limit :limit
                """)
                .param("text", text)
                .param("pattern", Sql.containing(text))
                .param("limit", most)
                .query(TeamRepository::toTeam)
                .list();
    }

    /** Returns the teams that a person is in. */
    List<Long> of(String personId) {
        return jdbc.sql("select team_id from team_member where person_id = :person order by team_id")
                .param("person", personId)
                .query(Long.class)
                .list();
    }

    /** Returns those in a team who are known to have a role, if only as part of another. Reads what person declares. */
    List<String> memberIds(long team, String role) {
        return jdbc.sql("""
                select m.person_id from team_member m join known_person k on k.id = m.person_id
                where m.team_id = :team and :role = any(k.roles) order by m.person_id
                """)
                .param("role", role)
                .param("team", team)
                .query(String.class)
                .list();
    }

    boolean isIn(long team, String personId) {
        return jdbc.sql("select exists (select from team_member where team_id = :team and person_id = :person)")
                .param("team", team)
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another has that name; the transaction is then of no more use */
    long add(String name, Instant now) {
        return jdbc.sql("insert into team (name, saved_at) values (:name, :now) returning id")
                .param("name", Sql.text(name))
                .param("now", Sql.timestamp(now))
                .query(Long.class)
                .single();
    }

    /** Gives a team another name; returns false where somebody else changed it since. */
    boolean rename(Team seen, String name, Instant now) {
        return jdbc.sql("""
                update team set name = :name, saved_at = :now, version = version + 1
                where id = :id and version = :version and entra_group is null and removed_at is null
                """)
                        .param("name", Sql.text(name))
                        .param("now", Sql.timestamp(now))
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    boolean remove(Team seen, Instant now) {
        return jdbc.sql("""
                update team set removed_at = :now, version = version + 1
                where id = :id and version = :version and entra_group is null and removed_at is null
                """)
                        .param("now", Sql.timestamp(now))
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    /** Keeps a group as it was read, under its name of now, and returns the team's number. */
    long readGroup(UUID group, String name, Collection<Assignee> members, Instant now) {
        long id = jdbc.sql("""
                insert into team (name, entra_group, saved_at, read_at) values (:name, :group, :now, :now)
                on conflict (entra_group) do update
                    set name = excluded.name, read_at = excluded.read_at, problem = null, version = team.version + 1
                returning id
                """)
                .param(
                        "name",
                        Sql.text(name.length() > Team.LONGEST_NAME ? name.substring(0, Team.LONGEST_NAME) : name))
                .param("group", group)
                .param("now", Sql.timestamp(now))
                .query(Long.class)
                .single();
        members(id, members);
        return id;
    }

    void unread(UUID group, String problem) {
        jdbc.sql("update team set problem = :problem where entra_group = :group")
                .param("problem", problem)
                .param("group", group)
                .update();
    }

    /** Returns the groups that open tasks are assigned to and that were not read since a time. */
    List<UUID> groupsReadBefore(Instant time, int most) {
        return jdbc.sql("""
                select entra_group from team
                where entra_group is not null and (read_at is null or read_at < :time)
                  and exists (select from task t where t.assignee = 'TEAM:' || team.id and t.open)
                order by read_at nulls first, id limit :limit
                """)
                .param("time", Sql.timestamp(time))
                .param("limit", most)
                .query(UUID.class)
                .list();
    }

    /** Lets these be the members, whoever was before. */
    void members(long team, Collection<Assignee> members) {
        jdbc.sql("delete from team_member where team_id = :team and person_id <> all(:ids)")
                .param("team", team)
                .param("ids", members.stream().map(Assignee::id).toArray(String[]::new))
                .update();
        jdbc.sql("""
                insert into team_member (team_id, person_id, person_name)
                select :team, id, name from unnest(:ids, :names) as m(id, name)
                on conflict (team_id, person_id) do update set person_name = excluded.person_name
                """)
                .param("team", team)
                .param("ids", members.stream().map(Assignee::id).toArray(String[]::new))
                .param(
                        "names",
                        members.stream().map(each -> Sql.text(each.name())).toArray(String[]::new))
                .update();
    }

    private List<Team> withMembers(List<Team> teams) {
        Map<Long, List<Assignee>> members = new HashMap<>();
        jdbc.sql("select * from team_member where team_id = any(:teams) order by lower(person_name), person_id")
                .param("teams", teams.stream().map(Team::id).toArray(Long[]::new))
                .query(row -> {
                    members.computeIfAbsent(row.getLong("team_id"), id -> new ArrayList<>())
                            .add(Assignee.person(row.getString("person_id"), row.getString("person_name")));
                });
        return teams.stream()
                .map(team -> new Team(
                        team.id(),
                        team.name(),
                        team.entraGroup(),
                        members.getOrDefault(team.id(), List.of()),
                        team.readAt(),
                        team.problem(),
                        team.version()))
                .toList();
    }

    private static Team toTeam(ResultSet row, int number) throws SQLException {
        @Nullable UUID group = row.getObject("entra_group", UUID.class);
        return new Team(
                row.getLong("id"),
                row.getString("name"),
                group,
                List.of(),
                Sql.instantOrNull(row, "read_at"),
                row.getString("problem"),
                row.getLong("version"));
    }
}
