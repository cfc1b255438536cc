package org.deviceoffboarding.base.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import org.deviceoffboarding.PortalDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** How many rows a filter lets through about, where they are too many to be counted at once. */
class SampledCountTest {

    private SingleConnectionDataSource connection;
    private JdbcClient jdbc;
    private IndexedRows<Object> lists;

    @BeforeEach
    void fortyThousandPhonesAndComputersOfWhichOnlyPhonesArePersonal() throws SQLException {
        connection = new SingleConnectionDataSource(PortalDatabase.dataSource().getConnection(), true);
        jdbc = JdbcClient.create(connection);
        lists = new IndexedRows<>(jdbc, 0, (row, number) -> row);
        make("many", 40_000, 400);
    }

    @AfterEach
    void close() {
        jdbc.sql("discard temp").update();
        connection.destroy();
    }

    @Test
    void conditionsThatDependOnEachOtherCountAsTheyAreTogether() {
        ListedRows personalPhones = rows("many", "platform = 'IOS' and ownership = 'PERSONAL'");

        RowCount count = lists.count(personalPhones);

        assertThat(lists.estimate(personalPhones))
                .as("What the planner expects of 13,334 rows")
                .isLessThan(6_000);
        assertThat(count.exact()).isFalse();
        assertThat(count.rows()).isBetween(12_000L, 14_700L);
    }

    @Test
    void itIsTheSameEachTime() {
        ListedRows windows = rows("many", "platform = 'WINDOWS'");

        assertThat(lists.count(windows)).isEqualTo(lists.count(windows));
    }

    @Test
    void ofASmallTableAllAreCounted() {
        make("few", 12_000, 10);

        assertThat(lists.count(rows("few", "platform <> ''"))).isEqualTo(RowCount.exactly(12_000));
    }

    @Test
    void whatIsNoTableGoesByThePlanner() {
        jdbc.sql("create temporary view shown as select * from many").update();

        RowCount count = lists.count(rows("shown", "platform = 'WINDOWS'"));

        assertThat(count.exact()).isFalse();
        assertThat(count.rows()).isBetween(25_000L, 28_000L);
    }

    private void make(String table, int rows, int width) {
        jdbc.sql("""
                create temporary table %s as
                select i as id, case when i <= :rows / 3 then 'IOS' else 'WINDOWS' end as platform,
                       case when i <= :rows / 3 then 'PERSONAL' else 'CORPORATE' end as ownership,
                       repeat('x', :width) as name
                from generate_series(1, :rows) i
                """.formatted(table)).param("rows", rows).param("width", width).update();
        jdbc.sql("analyze " + table).update();
    }

    private static ListedRows rows(String table, String condition) {
        return new ListedRows(
                table, "id", table + " w on w.id = e.id", " where " + condition, Map.of(), true, OptionalLong.empty());
    }
}
