package org.deviceoffboarding.evaluation.trend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.judging.Situation;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Counts findings for charts, and compares runs. */
@Service
@May(Capability.READ)
public class Trends {

    private final JdbcClient jdbc;
    private final ComparisonRepository comparisons;
    private final RunService runs;

    Trends(JdbcClient jdbc, ComparisonRepository comparisons, RunService runs) {
        this.jdbc = jdbc;
        this.comparisons = comparisons;
        this.runs = runs;
    }

    /** Returns how many devices a run flagged, by platform and situation; what has none is missing. */
    public Map<Platform, Map<Situation, Long>> byPlatform(long runId) {
        Map<Platform, Map<Situation, Long>> counts = new EnumMap<>(Platform.class);
        jdbc.sql("select platform, situation, devices from finding_total where run_id = :run")
                .param("run", runId)
                .query(row -> {
                    counts.computeIfAbsent(
                                    Platform.valueOf(row.getString("platform")), key -> new EnumMap<>(Situation.class))
                            .put(Situation.valueOf(row.getString("situation")), row.getLong("devices"));
                });
        return counts;
    }

    /** Returns how many devices each of the newest completed runs flagged, by situation; the oldest of them first. */
    public List<FlaggedInRun> lastRuns(int limit) {
        return jdbc.sql("""
                select r.id, r.requested_at, f.situation, coalesce(f.devices, 0) as devices
                from (select id, requested_at from evaluation_run
                      where status = 'COMPLETED' and removed_at is null order by id desc limit :limit) r
                    left join lateral
                        (select situation, sum(devices) as devices from finding_total where run_id = r.id group by situation) f
                        on true
                order by r.id
                """).param("limit", limit).query(Trends::toRuns);
    }

    /** Returns how many devices are new, gone or unchanged from one run to another. */
    public Map<Change, Long> compare(long before, long after) {
        return comparisons.count(before, after);
    }

    /**
     * Returns devices that are new, gone or unchanged from one run to another, sorted as the page asks ({@code name},
     * {@code platform}, {@code before}, {@code after}), else by name.
     */
    public List<ComparedDevice> compare(long before, long after, Change change, Pageable page) {
        return comparisons.find(before, after, change, page);
    }

    /**
     * Returns the first part of such devices, to take them away whole: sorted as {@link #compare(long, long, Change, Pageable)} says
     * or, if they are many, by object ID.
     *
     * @throws org.deviceoffboarding.base.ListGoneException if the result of one of the runs is no longer kept
     */
    public ExportPage<ComparedRuns, ComparedDevice> export(ComparedRuns compared, Sort sort) {
        requireKept(compared);
        return comparisons.export(compared, sort);
    }

    /**
     * Returns the part that follows another one.
     *
     * @throws org.deviceoffboarding.base.ListGoneException if the result of one of the runs is no longer kept
     */
    public ExportPage<ComparedRuns, ComparedDevice> export(ExportPage<ComparedRuns, ComparedDevice> before) {
        requireKept(before.of());
        return comparisons.export(before);
    }

    private void requireKept(ComparedRuns compared) {
        runs.requireKept(compared.before());
        runs.requireKept(compared.after());
    }

    private static List<FlaggedInRun> toRuns(ResultSet rows) throws SQLException {
        Map<Long, FlaggedInRun> runs = new LinkedHashMap<>();
        while (rows.next()) {
            long id = rows.getLong("id");
            Instant requestedAt = Sql.instant(rows, "requested_at");
            FlaggedInRun run =
                    runs.computeIfAbsent(id, key -> new FlaggedInRun(id, requestedAt, new EnumMap<>(Situation.class)));
            if (rows.getString("situation") != null) {
                run.flagged().put(Situation.valueOf(rows.getString("situation")), rows.getLong("devices"));
            }
        }
        return List.copyOf(runs.values());
    }

    /**
     * What one run flagged.
     *
     * @param flagged how many devices, by situation; those with none are missing
     */
    public record FlaggedInRun(long runId, Instant requestedAt, Map<Situation, Long> flagged) {

        /** Returns how many devices it flagged. */
        public long total() {
            return flagged.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
