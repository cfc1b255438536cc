package org.deviceoffboarding.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.deviceoffboarding.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RepeatedCallsTest {

    private static final DataAccessException DEADLOCK =
            new CannotAcquireLockException("deadlock", new SQLException("deadlock detected", "40P01"));

    private final String url = TestDatabase.create();
    private final HikariDataSource pool = new HikariDataSource();
    private final DataSource database = new LimitedDataSource(pool, limits());
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JdbcClient operator = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
    private final TransactionTemplate transactions = transactions();
    private final Lamps lamps = proxied();

    /** What happens within the transaction of a call, by the number of the attempt. */
    private IntConsumer within = attempt -> {};

    private int attempts;

    @BeforeEach
    void aPageIsOpen() {
        operator.sql("create table lamp (id int generated always as identity)").update();
        PageWork.begin();
    }

    @AfterEach
    void close() {
        PageWork.end();
        pool.close();
    }

    @Test
    void aDeadlockIsTriedAgainOnceAndDoneOnce() {
        within = attempt -> failIf(attempt == 1, DEADLOCK);

        lamps.light();

        assertThat(lit()).isEqualTo(1);
    }

    @Test
    void whatMeetsItTwiceIsRefusedWithNothingChanged() {
        within = attempt -> failIf(true, DEADLOCK);

        assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(lamps::light);

        assertThat(attempts).isEqualTo(2);
        assertThat(PageWork.hasChangedNothing()).isTrue();
        assertThat(lit()).isZero();
    }

    @Test
    void allConnectionsMayHaveBeenCut() throws SQLException {
        try (Connection one = pool.getConnection();
                Connection other = pool.getConnection()) {
            assertThat(List.of(one, other)).doesNotHaveDuplicates();
        }
        within = attempt -> {
            if (attempt == 1) {
                cut();
            }
        };

        lamps.light();

        assertThat(attempts).isEqualTo(2);
        assertThat(lit()).isEqualTo(1);
    }

    @Test
    void whatWasCommittedIsNotDoneAgainAndNobodySaysThatNothingWasChanged() {
        assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> lamps.lightThenFail());

        assertThat(lit()).isEqualTo(1);
        assertThat(PageWork.hasChangedNothing()).isFalse();
    }

    @Test
    void whatWasOnlyReadChangedNothing() {
        lamps.look();

        assertThat(PageWork.hasChangedNothing()).isTrue();
    }

    @Test
    void aConnectionThatIsCutInTheMomentOfTheCommitIsNotKnownToHaveChangedNothing() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> transactions.executeWithoutResult(transaction -> {
                    jdbc.sql("insert into lamp default values").update();
                    cut();
                }));

        assertThat(PageWork.hasChangedNothing()).isFalse();
    }

    @Test
    void whatTheDatabaseRefusesIsNotTriedAgain() {
        within = attempt -> failIf(true, new DuplicateKeyException("twice", new SQLException("twice", "23505")));

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(lamps::light);

        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void jobsAreNotTriedAgainHere() {
        PageWork.end();
        within = attempt -> failIf(true, DEADLOCK);

        assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(lamps::light);

        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void aPageWaitsForALockForAShortTimeOnly() throws SQLException {
        try (Connection other = new DriverManagerDataSource(url, "postgres", "postgres").getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table lamp");

            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(lamps::light)
                    .withMessageContaining("lock timeout")
                    .matches(PassingFaults::arePassing);
        }
    }

    @Test
    void pagesAndJobsHaveLimitsOfTheirOwnOnTheSameConnections() {
        pool.setMaximumPoolSize(1);
        assertThat(limitsNow()).containsExactly("30s", "200ms", "1min");

        PageWork.end();
        assertThat(limitsNow()).containsExactly("1h", "2s", "10min");

        PageWork.begin();
        assertThat(limitsNow()).containsExactly("30s", "200ms", "1min");
    }

    @Test
    void whoeverWaitsHasMemoryToCompareAllDevicesAndNothingIsCompiledForThem() {
        pool.setMaximumPoolSize(1);
        PageWork.begin();
        assertThat(setNow()).containsExactly("off", "16", "force_custom_plan");

        PageWork.end();
        assertThat(setNow()).containsExactly("on", "2", "auto");
    }

    private List<String> setNow() {
        return jdbc.sql("""
                select current_setting(name) from unnest(array['jit', 'hash_mem_multiplier', 'plan_cache_mode']) with ordinality as set (name, place)
                order by place
                """).query(String.class).list();
    }

    private List<String> limitsNow() {
        return jdbc.sql("""
                select current_setting(name) from unnest(array['statement_timeout', 'lock_timeout',
                    'idle_in_transaction_session_timeout']) with ordinality as limits (name, place) order by place
                """).query(String.class).list();
    }

    static DatabaseProperties limits() {
        return new DatabaseProperties(
                Duration.ofSeconds(30),
                Duration.ofMillis(200),
                Duration.ofSeconds(60),
                Duration.ofHours(1),
                Duration.ofSeconds(2),
                Duration.ofMinutes(10));
    }

    private TransactionTemplate transactions() {
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        JdbcTransactionManager manager = new JdbcTransactionManager(database);
        manager.addListener(new Commits());
        return new TransactionTemplate(manager);
    }

    private Lamps proxied() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("database", database);
        ProxyFactory factory = new ProxyFactory(new Service());
        factory.addAdvice(new RepeatedCalls(beans.getBeanProvider(DataSource.class)));
        return (Lamps) factory.getProxy();
    }

    private static void failIf(boolean condition, RuntimeException fault) {
        if (condition) {
            throw fault;
        }
    }

    private int lit() {
        return operator.sql("select count(*) from lamp").query(Integer.class).single();
    }

    private void cut() {
        operator.sql("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()")
                .query()
                .listOfRows();
    }

    /** A service as pages call it. */
    interface Lamps {

        void light();

        void lightThenFail();

        void look();
    }

    private final class Service implements Lamps {

        @Override
        public void light() {
            attempts++;
            transactions.executeWithoutResult(transaction -> {
                jdbc.sql("insert into lamp default values").update();
                within.accept(attempts);
                jdbc.sql("select 1").query().listOfRows();
            });
        }

        @Override
        public void lightThenFail() {
            light();
            throw DEADLOCK;
        }

        @Override
        public void look() {
            TransactionTemplate reading =
                    new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()), transactions);
            reading.setReadOnly(true);
            reading.executeWithoutResult(
                    transaction -> jdbc.sql("select 1").query().listOfRows());
        }
    }
}
