package org.deviceoffboarding.person.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.SavedView;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SavedViewRepository {

    private final JdbcClient jdbc;

    SavedViewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SavedView> find(String list, String personId) {
        return jdbc.sql("""
                select * from saved_view where list = :list and (shared or made_by_id = :person)
                order by shared desc, lower(name), id
                """)
                .param("list", list)
                .param("person", personId)
                .query(SavedViewRepository::toView)
                .list();
    }

    Optional<SavedView> get(String list, long id, String personId) {
        return jdbc.sql("select * from saved_view where id = :id and list = :list and (shared or made_by_id = :person)")
                .param("id", id)
                .param("list", list)
                .param("person", personId)
                .query(SavedViewRepository::toView)
                .optional();
    }

    /** Stores a view; returns nothing where the name is taken. */
    Optional<Long> add(
            String list, String name, boolean shared, Actor actor, String query, String columns, Instant at) {
        return jdbc.sql("""
                insert into saved_view (list, name, shared, made_by_id, made_by_name, made_at, query, columns)
                values (:list, :name, :shared, :id, :actor, :at, :query, :columns)
                on conflict do nothing returning id
                """)
                .param("list", list)
                .param("name", name)
                .param("shared", shared)
                .param("id", actor.id())
                .param("actor", actor.name())
                .param("at", Sql.timestamp(at))
                .param("query", Sql.text(query))
                .param("columns", Sql.text(columns))
                .query(Long.class)
                .optional();
    }

    boolean deleteOwn(long id, String personId) {
        return jdbc.sql("delete from saved_view where id = :id and not shared and made_by_id = :person")
                        .param("id", id)
                        .param("person", personId)
                        .update()
                > 0;
    }

    /** Deletes a view that all see, and returns which; nothing where somebody else was faster. */
    Optional<ViewAction.Removed> deleteShared(long id) {
        return jdbc.sql("delete from saved_view where id = :id and shared returning *")
                .param("id", id)
                .query((row, number) -> new ViewAction.Removed(toView(row, number), row.getString("list")))
                .optional();
    }

    private static SavedView toView(ResultSet row, int number) throws SQLException {
        return new SavedView(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("shared"),
                new Actor(row.getString("made_by_id"), row.getString("made_by_name")),
                row.getString("query"),
                row.getString("columns"));
    }
}
