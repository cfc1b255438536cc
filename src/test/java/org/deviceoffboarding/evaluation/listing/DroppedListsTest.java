package org.deviceoffboarding.evaluation.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of runs that are no longer known go, unless somebody still reads them, which is said. */
@EvaluationTest
class DroppedListsTest {

    private static final String LEFT = "portal_copies.listed_finding_999999999";

    @Autowired
    private ListedFindings lists;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aListThatNobodyKnows() {
        jdbc.sql("create table if not exists " + LEFT + " (like listed_finding)")
                .update();
    }

    @AfterEach
    void drop() {
        jdbc.sql("drop table if exists " + LEFT).update();
    }

    @Test
    void aListThatIsStillReadStaysAndIsSaidToBeThere() throws SQLException {
        try (Connection reader = database.getConnection();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.execute("select * from " + LEFT);

            assertThat(lists.dropUnknown()).isFalse();
            assertThat(isThere()).isTrue();
            reader.commit();
        }

        assertThat(lists.dropUnknown()).isTrue();
        assertThat(isThere()).isFalse();
    }

    private boolean isThere() {
        return jdbc.sql("select to_regclass('" + LEFT + "') is not null")
                .query(Boolean.class)
                .single();
    }
}
