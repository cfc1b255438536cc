package org.deviceoffboarding.secretkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By the database's clock: those of the machines need not agree. */
@Repository
class KeyHolderRepository {

    private final JdbcClient jdbc;

    KeyHolderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Remembers that a portal is there now, and forgets those that have long been gone. */
    void seen(KeyHolder holder) {
        jdbc.sql("""
                with gone as (delete from key_holder where seen_at < now() - interval '1 hour' and portal <> :portal)
                insert into key_holder (portal, machine, given_by, takes_new, given_key, used_key, seen_at)
                values (:portal, :machine, :givenBy, :takesNew, :givenKey, :usedKey, now())
                on conflict (portal) do update set
                    given_by = excluded.given_by, takes_new = excluded.takes_new, given_key = excluded.given_key,
                    used_key = excluded.used_key, seen_at = excluded.seen_at
                """)
                .param("portal", holder.portal())
                .param("machine", Sql.text(holder.machine()))
                .param("givenBy", Sql.text(holder.givenBy()))
                .param("takesNew", holder.takesNew())
                .param("givenKey", holder.givenKey())
                .param("usedKey", holder.usedKey())
                .update();
    }

    /** Returns the portals that are there. */
    List<KeyHolder> present() {
        return jdbc.sql(
                        "select * from key_holder where seen_at > now() - interval '2 minutes' order by machine, portal")
                .query(KeyHolderRepository::toHolder)
                .list();
    }

    void gone(String portal) {
        jdbc.sql("delete from key_holder where portal = :portal")
                .param("portal", portal)
                .update();
    }

    private static KeyHolder toHolder(ResultSet row, int number) throws SQLException {
        return new KeyHolder(
                row.getString("portal"),
                row.getString("machine"),
                row.getString("given_by"),
                row.getBoolean("takes_new"),
                row.getString("given_key"),
                row.getString("used_key"));
    }
}
