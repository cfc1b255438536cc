package org.deviceoffboarding.evaluation.execution;

import java.time.Instant;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunAlreadyActiveException;
import org.deviceoffboarding.evaluation.RunPhase;
import org.deviceoffboarding.evaluation.RunProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps runs as they begin and how they go on. Whoever carries one out changes it only as long as it is his: a run that went on elsewhere has
 * one more restart.
 */
@Repository
class RunStore {

    private static final String MINE = " where id = :id and status = 'RUNNING' and restarts = :restarts ";

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores a new run, with the versions that it goes by.
     *
     * @throws RunAlreadyActiveException if one goes on; the transaction is then of no more use
     */
    Run create(Actor actor, Instant now, long rulesVersion, long instructionVersion) {
        try {
            return jdbc.sql("""
                    insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                        instruction_version)
                    values ('RUNNING', 'READ', :now, :actorId, :actorName, :rules, :instructions)
                    returning\s""" + RunTable.COLUMNS)
                    .param("now", Sql.timestamp(now))
                    .param("actorId", actor.id())
                    .param("actorName", Sql.text(actor.name()))
                    .param("rules", rulesVersion)
                    .param("instructions", instructionVersion)
                    .query(RunTable::read)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new RunAlreadyActiveException();
        }
    }

    /** @throws java.util.NoSuchElementException if there is no such run */
    Run get(long id) {
        return jdbc.sql("select " + RunTable.COLUMNS + " from evaluation_run where id = :id")
                .param("id", id)
                .query(RunTable::read)
                .optional()
                .orElseThrow();
    }

    /**
     * Takes a run up, for the first time or again; nothing if it has ended. From now on it is the caller's.
     *
     * @param paused whether the caller had it before, and left it for a fault that passes
     */
    Optional<Run> takeUp(long id, Instant now, boolean paused) {
        return jdbc.sql("""
                update evaluation_run
                set started_at = coalesce(started_at, :now),
                    restarts = restarts + case when started_at is null then 0 else 1 end,
                    stops = stops + case when started_at is null or :paused then 0 else 1 end
                where id = :id and status = 'RUNNING'
                returning\s""" + RunTable.COLUMNS)
                .param("id", id)
                .param("now", Sql.timestamp(now))
                .param("paused", paused)
                .query(RunTable::read)
                .optional();
    }

    /** Returns how often the portal stopped during a run. */
    int stops(long id) {
        return jdbc.sql("select stops from evaluation_run where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /**
     * Makes sure, until the end of the transaction, that the run is the caller's.
     *
     * @throws RunTakenOverException if it is not
     */
    void hold(Run run) {
        boolean mine = jdbc.sql("select id from evaluation_run" + MINE + "for update")
                .param("id", run.id())
                .param("restarts", run.restarts())
                .query(Long.class)
                .optional()
                .isPresent();
        if (!mine) {
            throw new RunTakenOverException(run.id());
        }
    }

    /** Stores how far the run has come. The first time that it is past reading is the time that it judges by. */
    Run record(Run run, RunPhase phase, RunProgress progress, Instant now) {
        return change(run, """
                phase = :phase, pages = :pages, entra_devices = :entraDevices, managed_devices = :managedDevices,
                autopilot_identities = :autopilotIdentities, removal_events = :removalEvents, judged = :judged,
                to_confirm = :toConfirm, confirmed = :confirmed, doing = :doing,
                read_at = coalesce(read_at, case when :phase <> 'READ' then cast(:now as timestamptz) end),
                judged_at = coalesce(judged_at, case when :phase in ('CONFIRM', 'SUGGEST') then cast(:now as timestamptz) end),
                confirmed_at = coalesce(confirmed_at, case when :phase = 'SUGGEST' then cast(:now as timestamptz) end)
                """)
                .param("phase", phase.name())
                .param("now", Sql.timestamp(now))
                .param("pages", progress.pages())
                .param("entraDevices", progress.entraDevices())
                .param("managedDevices", progress.managedDevices())
                .param("autopilotIdentities", progress.autopilotIdentities())
                .param("removalEvents", progress.removalEvents())
                .param("judged", progress.judged())
                .param("toConfirm", progress.toConfirm())
                .param("confirmed", progress.confirmed())
                .param("doing", progress.doing())
                .query(RunTable::read)
                .optional()
                .orElseThrow(() -> new RunTakenOverException(run.id()));
    }

    /**
     * Stores what there is to say of the audit list that the run read.
     *
     * @param auditEvents how many events it held, of whatever sort
     * @param caution what people should know of the result; null where nothing
     */
    Run note(Run run, long auditEvents, @Nullable String caution) {
        return change(run, "audit_events = :events, caution = :caution")
                .param("events", auditEvents)
                .param("caution", caution)
                .query(RunTable::read)
                .optional()
                .orElseThrow(() -> new RunTakenOverException(run.id()));
    }

    /**
     * Ends the run with a result.
     *
     * @param flagged how many devices it flagged
     * @param leftOut how many it left out
     */
    Run complete(Run run, Instant now, int flagged, int leftOut) {
        return change(run, "status = 'COMPLETED', finished_at = :now, flagged = :flagged, left_out = :leftOut")
                .param("flagged", flagged)
                .param("leftOut", leftOut)
                .param("now", Sql.timestamp(now))
                .query(RunTable::read)
                .optional()
                .orElseThrow(() -> new RunTakenOverException(run.id()));
    }

    /**
     * Ends the run without a result.
     *
     * @param incomplete whether what it read looked incomplete, which an owner may confirm
     */
    Run fail(Run run, Instant now, String reason, boolean incomplete) {
        return change(
                        run,
                        "status = 'FAILED', finished_at = :now, suggestions = 0, failure = :reason, incomplete = :incomplete")
                .param("incomplete", incomplete)
                .param("now", Sql.timestamp(now))
                .param("reason", Sql.text(reason))
                .query(RunTable::read)
                .optional()
                .orElseThrow(() -> new RunTakenOverException(run.id()));
    }

    private JdbcClient.StatementSpec change(Run run, String assignments) {
        return jdbc.sql("update evaluation_run set " + assignments + MINE + "returning " + RunTable.COLUMNS)
                .param("id", run.id())
                .param("restarts", run.restarts());
    }
}
