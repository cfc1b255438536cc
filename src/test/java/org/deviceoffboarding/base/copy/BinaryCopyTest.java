package org.deviceoffboarding.base.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class BinaryCopyTest {

    private record Row(
            long number,
            int part,
            @Nullable Boolean flag,
            @Nullable UUID id,
            @Nullable String text,
            List<String> texts,
            @Nullable Instant at) {}

    private static final BinaryCopy<Row> COPY = new BinaryCopy<>(
            "copied",
            "number, part, flag, id, text, texts, at",
            (to, row) -> to.add(row.number())
                    .add(row.part())
                    .add(row.flag())
                    .add(row.id())
                    .add(row.text())
                    .add(row.texts())
                    .add(row.at()));

    private static final String TABLE =
            "create temporary table copied (number bigint primary key, part int, flag boolean, id uuid, text text,"
                    + " texts text[], at timestamptz)";

    @Test
    void everyValueArrivesAsItIs() throws SQLException {
        List<Row> rows = List.of(
                new Row(
                        Long.MIN_VALUE,
                        Integer.MIN_VALUE,
                        true,
                        new UUID(-1, 1),
                        "tab\t, line\n, \\N, “ü” 😀",
                        List.of("", "a,b", "\"{}\\", "NULL", "é"),
                        Instant.parse("2026-11-20T19:21:45.123456Z")),
                new Row(-1, -1, false, new UUID(1, -1), "", List.of(), Instant.parse("1969-12-31T23:59:59.999999Z")),
                new Row(7, 70_000, null, null, null, List.of("one"), null));

        assertThat(copied(rows)).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void moreThanIsSentAtOnceArrivesWhole() throws SQLException {
        List<Row> rows = IntStream.range(0, 3_000)
                .mapToObj(number -> new Row(
                        number,
                        number,
                        true,
                        new UUID(number, number),
                        "x".repeat(number == 5 ? 300_000 : 100),
                        Collections.nCopies(number % 4, "y"),
                        Instant.EPOCH))
                .toList();

        assertThat(copied(rows)).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void timesAreRoundedToTheNearestMicrosecond() throws SQLException {
        assertThat(copied(List.of(
                        new Row(1, 1, null, null, null, List.of(), Instant.parse("2026-11-20T19:21:45.9999996Z")))))
                .singleElement()
                .satisfies(row -> assertThat(row.at()).isEqualTo(Instant.parse("2026-11-20T19:21:46Z")));
    }

    @Test
    void noneIsNoRow() throws SQLException {
        assertThat(copied(List.of())).isEmpty();
    }

    @Test
    void aRowThatTheTableRefusesIsTheDatabasesFault() {
        var row = new Row(1, 1, null, null, null, List.of(), null);

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> copied(List.of(row, row)))
                .satisfies(fault -> assertThat(fault.getSQLState()).isEqualTo("23505"));
    }

    @Test
    void aFaultOfTheCallerLeavesTheConnectionUsable() throws SQLException {
        try (Connection connection = PortalDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            try {
                assertThatExceptionOfType(UnsupportedOperationException.class)
                        .isThrownBy(() -> new BinaryCopy<Row>("copied", "number", (to, row) -> {
                                    throw new UnsupportedOperationException("no value");
                                })
                                .write(connection, List.of(new Row(1, 1, null, null, null, List.of(), null))));

                assertThat(statement.execute("select 1")).isTrue();
            } finally {
                statement.execute("drop table copied");
            }
        }
    }

    private static List<Row> copied(List<Row> rows) throws SQLException {
        try (Connection connection = PortalDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            try {
                COPY.write(connection, rows);
                return new JdbcTemplate(new SingleConnectionDataSource(connection, true))
                        .query(
                                "select * from copied",
                                (row, number) -> new Row(
                                        row.getLong("number"),
                                        row.getInt("part"),
                                        row.getObject("flag", Boolean.class),
                                        row.getObject("id", UUID.class),
                                        row.getString("text"),
                                        List.of((String[]) row.getArray("texts").getArray()),
                                        Sql.instantOrNull(row, "at")));
            } finally {
                statement.execute("drop table copied");
            }
        }
    }
}
