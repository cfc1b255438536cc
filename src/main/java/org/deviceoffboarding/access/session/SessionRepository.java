package org.deviceoffboarding.access.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.access.token.KeptTokens;
import org.deviceoffboarding.access.token.TokenOwner;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SessionRepository implements KeptTokens {

    private static final String COLUMNS =
            "id, person_id, person_name, roles_read_at, started_at, used_at, ended_by, ended_code, refresh_token, token_salt, token_key_id";

    private static final String END =
            "update portal_session set ended_at = :now, ended_by = :by, refresh_token = null, token_salt = null,"
                    + " token_key_id = null";

    private final JdbcClient jdbc;

    SessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a session that just began. */
    void add(PortalSession session, TenantSession tenant, Collection<String> roles) {
        EncryptedToken token = session.token();
        jdbc.sql("""
                insert into portal_session (id, person_id, person_name, issuer, subject, sid, roles, roles_read_at,
                                            refresh_token, token_salt, token_key_id, started_at,
                                            used_at)
                values (:id, :person, :name, :issuer, :subject, :sid, :roles, :now, :token, :salt, :key, :now, :now)
                """)
                .param("id", session.id())
                .param("person", session.person().id())
                .param("name", Sql.text(session.person().name()))
                .param("issuer", tenant.issuer())
                .param("subject", tenant.subject())
                .param("sid", tenant.sid())
                .param("roles", roles.toArray(String[]::new))
                .param("token", token == null ? null : token.text())
                .param("salt", token == null ? null : token.salt())
                .param("key", token == null ? null : token.keyId())
                .param("now", Sql.timestamp(session.startedAt()))
                .update();
    }

    Optional<PortalSession> find(UUID id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    List<PortalSession> findAll(Collection<UUID> ids) {
        return jdbc.sql("select " + COLUMNS + " from portal_session where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(SessionRepository::toSession)
                .list();
    }

    /** Remembers that the person did something. */
    void used(UUID id, Instant now) {
        jdbc.sql("""
                update portal_session set used_at = :now
                where id = :id and ended_at is null and used_at < :now - interval '30 seconds'
                """).param("id", id).param("now", Sql.timestamp(now)).update();
    }

    /** Stores the token that was given for another, unless the session ended meanwhile. */
    void replaceToken(UUID id, EncryptedToken next) {
        jdbc.sql("""
                update portal_session set refresh_token = :token, token_salt = :salt, token_key_id = :key where id = :id and ended_at is null
                """)
                .param("id", id)
                .param("token", next.text())
                .param("key", next.keyId())
                .param("salt", next.salt())
                .update();
    }

    /** Stores which roles the tenant said that the person has; returns whether the session still goes on. */
    boolean rolesRead(UUID id, Collection<String> roles, Instant now) {
        return jdbc.sql("""
                update portal_session set roles = :roles, roles_read_at = :now where id = :id and ended_at is null
                """)
                        .param("id", id)
                        .param("roles", roles.toArray(String[]::new))
                        .param("now", Sql.timestamp(now))
                        .update()
                > 0;
    }

    /** Lets the roles of a person's other sessions be as old as if they were last read at a time. */
    void readOthersAgain(UUID apartFrom, String personId, Instant asOf) {
        jdbc.sql("""
                update portal_session set roles_read_at = :asOf
                where person_id = :person and id <> :apartFrom and ended_at is null and roles_read_at > :asOf
                """)
                .param("person", personId)
                .param("apartFrom", apartFrom)
                .param("asOf", Sql.timestamp(asOf))
                .update();
    }

    /** Ends a session; returns nothing if it had ended before. */
    Optional<PortalSession> end(UUID id, SessionOver how, Instant now) {
        return jdbc.sql(END + ", ended_code = nullif(:code, '') where id = :id and ended_at is null returning "
                        + COLUMNS)
                .param("id", id)
                .param("code", how.code())
                .param("by", how.by().name())
                .param("now", Sql.timestamp(now))
                .query(SessionRepository::toSession)
                .optional();
    }

    /** Ends what belongs to a session with the tenant or, where it names none, to a person; returns what went on until now. */
    List<PortalSession> endAll(TenantSession tenant, SessionEnd by, Instant now) {
        if (tenant.subject() == null && tenant.sid() == null) {
            return List.of();
        }
        return jdbc.sql(END + """
                 where issuer = :issuer and ended_at is null
                  and (cast(:subject as text) is null or subject = :subject)
                  and (cast(:sid as text) is null or sid = :sid)
                returning\s""" + COLUMNS)
                .param("issuer", tenant.issuer())
                .param("subject", tenant.subject())
                .param("sid", tenant.sid())
                .param("by", by.name())
                .param("now", Sql.timestamp(now))
                .query(SessionRepository::toSession)
                .list();
    }

    /** Ends what no portal ended, such as one that was killed, returns that, and forgets what ended long ago. */
    List<PortalSession> tidyUp(Instant usedBefore, Instant startedBefore, Instant endedBefore, Instant now) {
        List<PortalSession> ended = jdbc.sql(END
                        + " where ended_at is null and (used_at < :used or started_at < :started) returning " + COLUMNS)
                .param("by", SessionEnd.CLOSED.name())
                .param("used", Sql.timestamp(usedBefore))
                .param("started", Sql.timestamp(startedBefore))
                .param("now", Sql.timestamp(now))
                .query(SessionRepository::toSession)
                .list();
        jdbc.sql("delete from portal_session where ended_at < :ended")
                .param("ended", Sql.timestamp(endedBefore))
                .update();
        return ended;
    }

    /** A person whose session can't be asked about signs in again after minutes, so nobody is told at the start. */
    @Override
    public List<String> unreadable() {
        return List.of();
    }

    @Override
    public List<EncryptedToken> keptWithout(String keyId) {
        return jdbc.sql("""
                select person_id, refresh_token, token_salt, token_key_id from portal_session
                where refresh_token is not null and token_key_id <> :key
                """)
                .param("key", keyId)
                .query((row, number) -> toToken(row))
                .list();
    }

    @Override
    public boolean keepAnew(EncryptedToken kept, EncryptedToken anew) {
        return jdbc.sql("""
                update portal_session set refresh_token = :token, token_key_id = :key
                where person_id = :person and refresh_token = :kept
                """)
                        .param("person", kept.owner().personId())
                        .param("kept", kept.text())
                        .param("token", anew.text())
                        .param("key", anew.keyId())
                        .update()
                > 0;
    }

    private static EncryptedToken toToken(ResultSet row) throws SQLException {
        return new EncryptedToken(
                owner(row.getString("person_id")),
                row.getString("refresh_token"),
                row.getString("token_salt"),
                row.getString("token_key_id"));
    }

    private static PortalSession toSession(ResultSet row, int number) throws SQLException {
        String by = row.getString("ended_by");
        String code = row.getString("ended_code");
        return new PortalSession(
                row.getObject("id", UUID.class),
                new Actor(row.getString("person_id"), row.getString("person_name")),
                Sql.instant(row, "roles_read_at"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "used_at"),
                by == null ? null : SessionOver.of(SessionEnd.valueOf(by), code == null ? "" : code),
                row.getString("refresh_token") == null ? null : toToken(row));
    }

    /** Returns whose a session's token is: of no use to another person's, nor to the agent. */
    static TokenOwner owner(String personId) {
        return new TokenOwner("session", personId);
    }
}
