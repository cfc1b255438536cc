package org.deviceoffboarding.base;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Settings of which every version is kept, since what was decided under one is explained by it. Versions count from 1; 0 is
 * what holds until somebody saves. Each is a row of a table whose key is {@code version}, with {@code saved_at},
 * {@code saved_by_id}, {@code saved_by_name} and columns of its own.
 */
public final class VersionedSettings<T> {

    private static final long NONE_SAVED = 0;

    private final JdbcClient jdbc;
    private final String table;
    private final T initial;
    private final RowMapper<T> rows;
    private final String refusal;

    /**
     * @param initial what holds until somebody saves
     * @param refusal what whoever saves too late is told, for people
     */
    public VersionedSettings(JdbcClient jdbc, String table, T initial, RowMapper<T> rows, String refusal) {
        this.jdbc = jdbc;
        this.table = table;
        this.initial = initial;
        this.rows = rows;
        this.refusal = refusal;
    }

    /** Who saved a version, and when. */
    public record Saved(Actor by, Instant at) {}

    /** Returns what holds now. */
    public T newest() {
        return jdbc.sql("select * from " + table + " order by version desc limit 1")
                .query(rows)
                .optional()
                .orElse(initial);
    }

    /**
     * Returns a version.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such version; 0 is what holds before the first
     */
    public T get(long version) {
        return version == NONE_SAVED
                ? initial
                : jdbc.sql("select * from " + table + " where version = :version")
                        .param("version", version)
                        .query(rows)
                        .single();
    }

    /** As {@link #get}; nothing where there is no such version, or it was forgotten. */
    public Optional<T> find(long version) {
        return version == NONE_SAVED
                ? Optional.of(initial)
                : jdbc.sql("select * from " + table + " where version = :version")
                        .param("version", version)
                        .query(rows)
                        .optional();
    }

    /** Returns what was saved, the newest first. */
    public List<T> history(Pageable page) {
        return jdbc.sql("select * from " + table + " order by version desc limit :limit offset :offset")
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(rows)
                .list();
    }

    /** @throws ChangedMeanwhileException if there is a newer version */
    public void requireNewest(long version) {
        if (newestVersion() != version) {
            throw new ChangedMeanwhileException(refusal, null);
        }
    }

    /**
     * Adds a version after the one before.
     *
     * @param values of the table's own columns, by their names
     * @throws ChangedMeanwhileException if there is one already; the transaction is then of no more use
     */
    public T add(long versionBefore, Map<String, ?> values, Saved saved) {
        requireNewest(versionBefore);
        Map<String, Object> row = new TreeMap<>(values);
        row.put("version", versionBefore + 1);
        row.put("saved_at", Sql.timestamp(saved.at()));
        row.put("saved_by_id", saved.by().id());
        row.put("saved_by_name", Sql.text(saved.by().name()));
        try {
            return jdbc.sql(insert(row)).params(row).query(rows).single();
        } catch (DuplicateKeyException e) {
            throw new ChangedMeanwhileException(refusal, e);
        }
    }

    /** Forgets the versions before one, which no longer explain anything. */
    public void forgetBefore(long version) {
        jdbc.sql("delete from " + table + " where version < :version")
                .param("version", version)
                .update();
    }

    private long newestVersion() {
        return jdbc.sql("select coalesce(max(version), " + NONE_SAVED + ") from " + table)
                .query(Long.class)
                .single();
    }

    private String insert(Map<String, Object> row) {
        return "insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                + row.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", ")) + ") returning *";
    }
}
