package org.deviceoffboarding.safeguard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what was proposed to be loosened, and what became of it. */
@Repository
class LooseningRepository {

    private final JdbcClient jdbc;

    LooseningRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another one is pending; the transaction is then of no more use */
    Loosening add(NewLoosening wanted, Actor actor, Instant now) {
        return jdbc.sql("""
                insert into loosening (safeguard, subject, based_on, proposal, changes, proposed_at, proposed_by_id,
                    proposed_by_name, takes_effect_at)
                values (:safeguard, :subject, :basedOn, :proposal, :changes, :now, :actorId, :actorName, :takesEffectAt)
                returning *
                """)
                .param("safeguard", wanted.safeguard())
                .param("subject", wanted.subject())
                .param("basedOn", wanted.basedOn())
                .param("proposal", Sql.text(wanted.proposal()))
                .param("changes", wanted.changes().stream().map(Sql::text).toArray(String[]::new))
                .param("now", Sql.timestamp(now))
                .param("actorId", actor.id())
                .param("actorName", Sql.text(actor.name()))
                .param("takesEffectAt", Sql.timestamp(now.plus(Loosening.WAIT)))
                .query(LooseningRepository::toLoosening)
                .single();
    }

    /** Returns what is pending, the oldest first. */
    List<Loosening> pending() {
        return jdbc.sql("select * from loosening where status = 'PENDING' order by id")
                .query(LooseningRepository::toLoosening)
                .list();
    }

    /** Returns what lapsed after a time and a person did not close, the oldest first. */
    List<Loosening> lapsedAfter(Instant time, String personId) {
        return jdbc.sql("""
                select * from loosening
                where status = 'LAPSED' and ended_at > :time
                    and not exists (
                        select 1 from closed_loosening where loosening_id = loosening.id and person_id = :personId)
                order by ended_at, id
                """)
                .param("time", Sql.timestamp(time))
                .param("personId", personId)
                .query(LooseningRepository::toLoosening)
                .list();
    }

    /** Keeps that a person need not be told any more of those that lapsed. Others, and those closed before, are left out. */
    void close(Collection<Long> ids, String personId, Instant now) {
        jdbc.sql("""
                insert into closed_loosening (loosening_id, person_id, closed_at)
                select id, :personId, :now from loosening where id = any(:ids) and status = 'LAPSED'
                on conflict do nothing
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("personId", personId)
                .param("now", Sql.timestamp(now))
                .update();
    }

    /** Returns one that is pending and lets nobody else end it before the transaction does. */
    Optional<Loosening> hold(long id) {
        return jdbc.sql("select * from loosening where id = :id and status = 'PENDING' for update")
                .param("id", id)
                .query(LooseningRepository::toLoosening)
                .optional();
    }

    /** As {@link #hold(long)}, by what it is for. */
    Optional<Loosening> hold(String safeguard, String subject) {
        return jdbc.sql("""
                select * from loosening where safeguard = :safeguard and subject = :subject and status = 'PENDING'
                for update
                """)
                .param("safeguard", safeguard)
                .param("subject", subject)
                .query(LooseningRepository::toLoosening)
                .optional();
    }

    /** Ends one that the transaction holds. */
    Loosening end(Loosening held, LooseningStatus status, Actor by, @Nullable String lapsedBecause, Instant now) {
        return jdbc.sql("""
                update loosening
                set status = :status, ended_at = :now, ended_by_id = :byId, ended_by_name = :byName,
                    lapsed_because = :because
                where id = :id
                returning *
                """)
                .param("id", held.id())
                .param("status", status.name())
                .param("now", Sql.timestamp(now))
                .param("byId", by.id())
                .param("byName", Sql.text(by.name()))
                .param("because", lapsedBecause)
                .query(LooseningRepository::toLoosening)
                .single();
    }

    private static Loosening toLoosening(ResultSet row, int number) throws SQLException {
        String endedBy = row.getString("ended_by_id");
        return new Loosening(
                row.getLong("id"),
                row.getString("safeguard"),
                row.getString("subject"),
                row.getLong("based_on"),
                row.getString("proposal"),
                Stream.of((String[]) row.getArray("changes").getArray()).toList(),
                Sql.instant(row, "proposed_at"),
                new Actor(row.getString("proposed_by_id"), row.getString("proposed_by_name")),
                Sql.instant(row, "takes_effect_at"),
                LooseningStatus.valueOf(row.getString("status")),
                Sql.instantOrNull(row, "ended_at"),
                endedBy == null ? null : new Actor(endedBy, row.getString("ended_by_name")),
                row.getString("lapsed_because"));
    }
}
