package org.deviceoffboarding.base.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.base.Platform;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class BinaryCopyTest {

    private static final UUID ID = UUID.fromString("ffffffff-0000-4000-8000-000000000001");

    @Test
    void everyValueIsInTheDatabaseAsItWasGiven() throws Exception {
        BinaryCopy rows = new BinaryCopy(8)
                .row()
                .add(Long.MIN_VALUE)
                .add(-7)
                .add("Zoë's\t\"laptop\"\\N\n🖥")
                .add(ID)
                .add(Boolean.TRUE)
                .add(Instant.parse("2026-11-29T12:34:56.123456Z"))
                .add(List.of("", "{a,\"b\"}", "NULL"))
                .add(Platform.WINDOWS)
                .row()
                .add(0L)
                .add(0)
                .add("")
                .add((UUID) null)
                .add((Boolean) null)
                .add(Instant.parse("1969-12-31T23:59:59.999999Z"))
                .add(List.of())
                .addNull();

        assertThat(stored(rows))
                .containsExactly(
                        "-9223372036854775808|-7|Zoë's\t\"laptop\"\\N\n🖥|" + ID
                                + "|t|2026-11-29 12:34:56.123456|['', '{a,\"b\"}', 'NULL']|WINDOWS",
                        "0|0||null|null|1969-12-31 23:59:59.999999|[]|null");
    }

    @Test
    void manyRowsFindRoom() throws Exception {
        BinaryCopy rows = new BinaryCopy(8);
        for (int row = 0; row < 5_000; row++) {
            rows.row()
                    .add((long) row)
                    .add(row)
                    .add("x".repeat(row % 300))
                    .add(ID)
                    .add(true)
                    .addNull()
                    .add(List.of("a"))
                    .addNull();
        }

        assertThat(stored(rows)).hasSize(5_000);
    }

    @Test
    void aRowWithTooFewOrTooManyValuesIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new BinaryCopy(2).row().add(1L).row());
        assertThatIllegalStateException()
                .isThrownBy(() -> new BinaryCopy(1).row().add(1L).add(2L));
    }

    private static List<String> stored(BinaryCopy rows) throws Exception {
        try (Connection connection = PortalDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table copied (a bigint, b integer, c text, d uuid, e boolean, f timestamptz, g text[],
                        h text)
                    """);
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy copied from stdin (format binary)", rows);
                return read(statement);
            } finally {
                statement.execute("drop table copied");
            }
        }
    }

    private static List<String> read(Statement statement) throws SQLException {
        List<String> read = new ArrayList<>();
        try (var row = statement.executeQuery("""
                select a, b, c, d, case when e then 't' end, f at time zone 'UTC',
                       '[' || (select coalesce(string_agg(quote_literal(each), ', '), '') from unnest(g) each) || ']', h
                from copied order by ctid
                """)) {
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= 8; column++) {
                    values.add(String.valueOf(row.getString(column)));
                }
                read.add(String.join("|", values));
            }
        }
        return read;
    }
}
