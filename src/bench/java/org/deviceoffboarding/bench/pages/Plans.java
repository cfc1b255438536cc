package org.deviceoffboarding.bench.pages;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the portal asked its database, each with the plan that was really carried out: PostgreSQL writes it into its log. */
public final class Plans {

    private static final Pattern ENTRY = Pattern.compile("duration: ([0-9.]+) ms  plan:\\n((?:\\t.*\\n?)+)");

    /** What an index would have served: many rows were looked at one by one. */
    private static final Pattern WHOLE = Pattern.compile(
            "Seq Scan on (\\w+)[^\\n]*actual [^\\n]*rows=(\\d+)[^\\n]*\\n(?:(?!->)[^\\n]*\\n)*?(?:\\s*Rows Removed by Filter: (\\d+))?");

    private static final long MANY = 10_000;

    /** What the database has to be started with; nothing is written yet. */
    public static final List<String> SETTINGS = List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = -1",
            "auto_explain.log_analyze = on",
            "auto_explain.log_buffers = on");

    /** @param text the statement and its plan */
    public record Query(double millis, String text) {

        public boolean readsAll() {
            return WHOLE.matcher(text).results().anyMatch(scan -> number(scan.group(2)) + number(scan.group(3)) > MANY);
        }

        private static long number(String digits) {
            return digits == null ? 0 : Long.parseLong(digits);
        }
    }

    private final Path log;
    private long read;

    private Plans(Path log) {
        this.log = log;
    }

    /** From now on all is written. */
    public static Plans watch(JdbcClient jdbc, Path log) throws IOException {
        jdbc.sql("alter system set auto_explain.log_min_duration = 0").update();
        jdbc.sql("select pg_reload_conf()").query(Boolean.class).single();
        Plans plans = new Plans(log);
        plans.read = Files.size(log);
        return plans;
    }

    /** From now on nothing is, and the database is as fast as anybody's. */
    void leave(JdbcClient jdbc) {
        jdbc.sql("alter system reset auto_explain.log_min_duration").update();
        jdbc.sql("select pg_reload_conf()").query(Boolean.class).single();
    }

    /** Returns what was asked since the last time. */
    public List<Query> sinceLast() throws IOException {
        byte[] more;
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(read);
            more = new byte[(int) (file.length() - read)];
            file.readFully(more);
            read = file.length();
        }
        List<Query> queries = new ArrayList<>();
        Matcher entries = ENTRY.matcher(new String(more, StandardCharsets.UTF_8));
        while (entries.find()) {
            queries.add(new Query(Double.parseDouble(entries.group(1)), entries.group(2)));
        }
        return queries;
    }
}
