package org.deviceoffboarding.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.Sql;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps runs. Whoever carries one out changes it only as long as it is his: a run that went on elsewhere has one more
 * restart.
 */
@Repository
class RunRepository {

    private static final String COLUMNS = """
            id, status, phase, requested_by_id, requested_by_name, requested_at, rules_version, instruction_version, started_at, read_at, finished_at, pages,
            entra_devices, managed_devices, autopilot_identities, removal_events, judged, to_confirm, confirmed,
            flagged, left_out, suggestions, failure, restarts
            """;

    private static final String MINE = " where id = :id and status = 'RUNNING' and restarts = :restarts ";

    private final JdbcClient jdbc;
    private final FilteredTable<Run> table;

    RunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new FilteredTable<>(jdbc, "from evaluation_run", Map.of(), "id desc", RunRepository::toRun)
                .reading(COLUMNS);
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
                    returning\s""" + COLUMNS)
                    .param("now", Sql.timestamp(now))
                    .param("actorId", actor.id())
                    .param("actorName", Sql.text(actor.name()))
                    .param("rules", rulesVersion)
                    .param("instructions", instructionVersion)
                    .query(RunRepository::toRun)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new RunAlreadyActiveException();
        }
    }

    /** Takes a run up, for the first time or again; nothing if it has ended. From now on it is the caller's. */
    Optional<Run> takeUp(long id, Instant now) {
        return jdbc.sql("""
                update evaluation_run
                set started_at = coalesce(started_at, :now),
                    restarts = restarts + case when started_at is null then 0 else 1 end
                where id = :id and status = 'RUNNING'
                returning\s""" + COLUMNS)
                .param("id", id)
                .param("now", Sql.timestamp(now))
                .query(RunRepository::toRun)
                .optional();
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
                to_confirm = :toConfirm, confirmed = :confirmed,
                read_at = coalesce(read_at, case when :phase <> 'READ' then cast(:now as timestamptz) end)
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
                .query(RunRepository::toRun)
                .optional()
                .orElseThrow(() -> new RunTakenOverException(run.id()));
    }

    /** Stores how many suggestions the run makes. */
    void recordSuggestions(long id, int suggestions) {
        jdbc.sql("update evaluation_run set suggestions = :suggestions where id = :id")
                .param("id", id)
                .param("suggestions", suggestions)
                .update();
    }

    /** Ends the run with a result, and counts it. */
    Run complete(Run run, Instant now) {
        return change(run, """
                status = 'COMPLETED', finished_at = :now,
                flagged = (select count(*) from finding where run_id = :id),
                left_out = (select count(*) from left_out where run_id = :id)
                """)
                .param("now", Sql.timestamp(now))
                .query(RunRepository::toRun)
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
                .query(RunRepository::toRun)
                .optional()
                .orElseThrow(() -> new RunTakenOverException(run.id()));
    }

    Optional<Run> get(long id) {
        return jdbc.sql("select " + COLUMNS + " from evaluation_run where id = :id")
                .param("id", id)
                .query(RunRepository::toRun)
                .optional();
    }

    /** Returns the newest run, or the newest of one status. */
    Optional<Run> newest(RunStatus... statuses) {
        return jdbc.sql("select " + COLUMNS
                        + " from evaluation_run where status in (:statuses) order by id desc limit 1")
                .param("statuses", List.of(statuses).stream().map(Enum::name).toList())
                .query(RunRepository::toRun)
                .optional();
    }

    /** Returns completed runs before one, the newest first. */
    List<Run> completedBefore(long id, int limit) {
        return jdbc.sql("select " + COLUMNS
                        + " from evaluation_run where status = 'COMPLETED' and id < :id order by id desc limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query(RunRepository::toRun)
                .list();
    }

    /** Returns runs, the newest first. */
    List<Run> find(Pageable page) {
        return table.page(FilterParameters.none(), page);
    }

    long count() {
        return table.count(FilterParameters.none());
    }

    private JdbcClient.StatementSpec change(Run run, String assignments) {
        return jdbc.sql("update evaluation_run set " + assignments + MINE + "returning " + COLUMNS)
                .param("id", run.id())
                .param("restarts", run.restarts());
    }

    private static Run toRun(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getLong("id"),
                RunStatus.valueOf(row.getString("status")),
                RunPhase.valueOf(row.getString("phase")),
                new Actor(row.getString("requested_by_id"), row.getString("requested_by_name")),
                Sql.instant(row, "requested_at"),
                row.getLong("rules_version"),
                row.getLong("instruction_version"),
                Sql.instantOrNull(row, "started_at"),
                Sql.instantOrNull(row, "read_at"),
                Sql.instantOrNull(row, "finished_at"),
                toProgress(row),
                row.getInt("flagged"),
                row.getInt("left_out"),
                row.getInt("suggestions"),
                row.getString("failure"),
                row.getInt("restarts"));
    }

    private static RunProgress toProgress(ResultSet row) throws SQLException {
        return new RunProgress(
                row.getLong("pages"),
                row.getLong("entra_devices"),
                row.getLong("managed_devices"),
                row.getLong("autopilot_identities"),
                row.getLong("removal_events"),
                row.getLong("judged"),
                row.getLong("to_confirm"),
                row.getLong("confirmed"));
    }
}
