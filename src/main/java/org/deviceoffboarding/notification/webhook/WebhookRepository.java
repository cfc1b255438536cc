package org.deviceoffboarding.notification.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.notification.NoticeKind;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WebhookRepository {

    private static final String READ = """
            select webhook.*, before.ends_at as old_secret_until
            from webhook left join webhook_secret before on before.webhook_id = webhook.id and before.slot = 'SIGNING_BEFORE'
            """;

    private final JdbcClient jdbc;

    WebhookRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Webhook> all() {
        return jdbc.sql(READ + " order by lower(name)")
                .query(WebhookRepository::toWebhook)
                .list();
    }

    Optional<Webhook> find(long id) {
        return jdbc.sql(READ + " where webhook.id = :id")
                .param("id", id)
                .query(WebhookRepository::toWebhook)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another one is called so; the transaction is then of no more use */
    long add(WebhookDraft draft, String host, Actor by, Instant now) {
        return jdbc.sql("""
                insert into webhook (name, format, host, internal_host, kinds, saved_at, saved_by_id, saved_by_name)
                values (:name, :format, :host, :internalHost, :kinds, :now, :byId, :byName)
                returning id
                """)
                .param("name", Sql.text(draft.name()))
                .param("format", draft.format().name())
                .param("host", host)
                .param("internalHost", draft.internalHost().isEmpty() ? null : host)
                .param("kinds", kinds(draft))
                .param("now", Sql.timestamp(now))
                .param("byId", by.id())
                .param("byName", Sql.text(by.name()))
                .query(Long.class)
                .single();
    }

    /**
     * Stores a changed one.
     *
     * @param seen as the owner saw it
     * @throws OptimisticLockingFailureException if somebody else changed or removed it since
     */
    void update(Webhook seen, WebhookDraft draft, String host, Actor by, Instant now) {
        int updated = jdbc.sql("""
                update webhook
                set name = :name, format = :format, host = :host, internal_host = :internalHost, kinds = :kinds,
                    version = version + 1, saved_at = :now, saved_by_id = :byId, saved_by_name = :byName
                where id = :id and version = :version
                """)
                .param("id", seen.id())
                .param("version", seen.version())
                .param("name", Sql.text(draft.name()))
                .param("format", draft.format().name())
                .param("host", host)
                .param("internalHost", draft.internalHost().isEmpty() ? null : host)
                .param("kinds", kinds(draft))
                .param("now", Sql.timestamp(now))
                .param("byId", by.id())
                .param("byName", Sql.text(by.name()))
                .update();
        if (updated == 0) {
            throw changedMeanwhile(seen);
        }
    }

    /**
     * Lets one be changed by whoever sees it as it is, and by nobody else who saw the same.
     *
     * @throws OptimisticLockingFailureException if somebody else changed or removed it since
     */
    void takeUp(Webhook seen) {
        int taken = jdbc.sql("update webhook set version = version + 1 where id = :id and version = :version")
                .param("id", seen.id())
                .param("version", seen.version())
                .update();
        if (taken == 0) {
            throw changedMeanwhile(seen);
        }
    }

    private static OptimisticLockingFailureException changedMeanwhile(Webhook seen) {
        return new OptimisticLockingFailureException("Webhook " + seen.id() + " was changed by someone else");
    }

    void remove(long id) {
        jdbc.sql("delete from webhook where id = :id").param("id", id).update();
    }

    private static String[] kinds(WebhookDraft draft) {
        return draft.kinds().stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static Webhook toWebhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getString("name"),
                WebhookFormat.valueOf(row.getString("format")),
                row.getString("host"),
                row.getString("internal_host"),
                Stream.of((String[]) row.getArray("kinds").getArray())
                        .map(NoticeKind::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getLong("version"),
                Sql.instant(row, "saved_at"),
                new Actor(row.getString("saved_by_id"), row.getString("saved_by_name")),
                Sql.instantOrNull(row, "old_secret_until"));
    }
}
