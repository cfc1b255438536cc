package org.deviceoffboarding;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything that people see of the run whose result counts, apart from numbers and times of the run itself. Two runs
 * over the same tenant have equal ones.
 *
 * @param inventory a digest of each kind of object in the copy that is shown
 */
public record ShownResult(
        List<String> findings,
        List<String> leftOut,
        List<String> suggestions,
        List<String> factors,
        List<String> inventory) {

    public static ShownResult of(JdbcClient jdbc) {
        long run = jdbc.sql("select max(id) from evaluation_run where status = 'COMPLETED'")
                .query(Long.class)
                .single();
        return new ShownResult(
                rows(jdbc, "select to_jsonb(f) - 'run_id' - 'confirmed_at' from finding f where run_id = :run", run),
                rows(jdbc, "select to_jsonb(l) - 'run_id' from left_out l where run_id = :run", run),
                rows(
                        jdbc,
                        "select to_jsonb(s) - '{id,run_id,updated_at,follows}'::text[] from suggestion s where run_id = :run",
                        run),
                rows(jdbc, """
                        select s.title || ': ' || f.sentence from factor f join suggestion s on s.id = f.suggestion_id
                        where s.run_id = :run
                        """, run),
                List.of("entra_device", "managed_device", "autopilot_identity", "removal_event").stream()
                        .map(table -> digest(jdbc, table))
                        .toList());
    }

    private static List<String> rows(JdbcClient jdbc, String sql, long run) {
        return jdbc.sql("select row::text from (" + sql + ") rows(row) order by 1")
                .param("run", run)
                .query(String.class)
                .list();
    }

    private static String digest(JdbcClient jdbc, String table) {
        return table + " " + jdbc.sql("""
                        select count(*) || ' ' || coalesce(md5(string_agg(row, ',' order by row)), '') from (
                            select (to_jsonb(t) - 'run_id')::text from %s t join inventory i on i.run_id = t.run_id
                            where i.published_at is not null) rows(row)
                        """.formatted(table)).query(String.class).single();
    }
}
