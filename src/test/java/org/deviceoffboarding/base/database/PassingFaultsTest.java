package org.deviceoffboarding.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.deviceoffboarding.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PassingFaultsTest {

    private final String url = TestDatabase.create();
    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    /** Cuts what the pool has. */
    private final JdbcClient operator = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));

    PassingFaultsTest() {
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setConnectionTimeout(1_000);
        jdbc = JdbcClient.create(pool);
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void aConnectionThatIsCutWithinATransactionPasses() {
        Throwable fault = catchThrowable(() -> transactions.executeWithoutResult(transaction -> {
            select("select 1");
            cut();
            select("select 2");
        }));

        assertThat(PassingFaults.arePassing(fault)).as(String.valueOf(fault)).isTrue();
        assertThat(PassingFaults.areOfConnection(fault)).isTrue();
    }

    @Test
    void aConnectionThatIsCutJustBeforeTheCommitPasses() {
        Throwable fault = catchThrowable(() -> transactions.executeWithoutResult(transaction -> {
            select("select 1");
            cut();
        }));

        assertThat(PassingFaults.arePassing(fault)).as(String.valueOf(fault)).isTrue();
    }

    @Test
    void aPoolThatGetsNoConnectionPasses() {
        try (HikariDataSource nobody = new HikariDataSource()) {
            nobody.setJdbcUrl("jdbc:postgresql://127.0.0.1:9/nobody");
            nobody.setConnectionTimeout(250);
            nobody.setInitializationFailTimeout(-1);

            Throwable fault = catchThrowable(() -> new TransactionTemplate(new JdbcTransactionManager(nobody))
                    .executeWithoutResult(transaction -> {}));

            assertThat(PassingFaults.areOfConnection(fault))
                    .as(String.valueOf(fault))
                    .isTrue();
        }
    }

    @Test
    void oneOfTwoTransactionsThatWaitForOneAnotherPasses() throws Exception {
        jdbc.sql("create table lamp (id int primary key, lit boolean)").update();
        jdbc.sql("insert into lamp values (1, false), (2, false)").update();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        CountDownLatch done = new CountDownLatch(2);
        Throwable[] faults = new Throwable[2];
        for (int number = 0; number < 2; number++) {
            int first = number;
            Thread.ofVirtual().start(() -> {
                faults[first] = catchThrowable(() -> transactions.executeWithoutResult(transaction -> {
                    light(1 + first);
                    meet(bothHoldOne);
                    light(2 - first);
                }));
                done.countDown();
            });
        }
        done.await();

        assertThat(faults).filteredOn(fault -> fault != null).singleElement().satisfies(fault -> {
            assertThat(PassingFaults.arePassing(fault)).isTrue();
            assertThat(PassingFaults.areOfConnection(fault)).isFalse();
        });
    }

    @Test
    void whatALockOrAStatementTakesTooLongForPasses() {
        assertThat(PassingFaults.arePassing(new SQLException("canceling statement due to lock timeout", "55P03")))
                .isTrue();
        assertThat(PassingFaults.arePassing(new SQLException("canceling statement due to statement timeout", "57014")))
                .isTrue();
    }

    @Test
    void whatTheDatabaseRefusesDoesNotPass() {
        jdbc.sql("create table lamp (id int primary key)").update();
        jdbc.sql("insert into lamp values (1)").update();

        assertThat(PassingFaults.arePassing(catchThrowable(
                        () -> jdbc.sql("insert into lamp values (1)").update())))
                .isFalse();
        assertThat(PassingFaults.arePassing(catchThrowable(() -> select("select nothing"))))
                .isFalse();
        assertThat(PassingFaults.arePassing(new DataIntegrityViolationException("twice")))
                .isFalse();
        assertThat(PassingFaults.arePassing(new IllegalStateException())).isFalse();
    }

    private void light(int id) {
        jdbc.sql("update lamp set lit = true where id = :id").param("id", id).update();
    }

    private void select(String sql) {
        jdbc.sql(sql).query().listOfRows();
    }

    private void cut() {
        operator.sql("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()")
                .query()
                .listOfRows();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
