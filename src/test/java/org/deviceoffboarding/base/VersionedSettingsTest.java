package org.deviceoffboarding.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deviceoffboarding.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class VersionedSettingsTest {

    private static final Actor ADA = new Actor("o-1", "Ada");

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final JdbcClient JDBC =
            JdbcClient.create(new DriverManagerDataSource(TestDatabase.create(), "postgres", "postgres"));

    private final VersionedSettings<String> settings = new VersionedSettings<>(
            JDBC, "colour", "white", (row, number) -> row.getString("name"), "Somebody was faster.");

    @BeforeEach
    void anEmptyTable() {
        JDBC.sql("drop table if exists colour").update();
        JDBC.sql("""
                create table colour (version bigint primary key, saved_at timestamptz not null, saved_by_id text not null,
                    saved_by_name text not null, name text not null)
                """).update();
    }

    @Test
    void untilSomebodySavesTheInitialOneHolds() {
        assertThat(settings.newest()).isEqualTo("white");
        assertThat(settings.get(0)).isEqualTo("white");
        assertThat(settings.history(PageRequest.ofSize(10))).isEmpty();
    }

    @Test
    void everyVersionIsKept() {
        assertThat(add(0, "red")).isEqualTo("red");
        add(1, "green");
        add(2, "blue");

        assertThat(settings.newest()).isEqualTo("blue");
        assertThat(settings.get(1)).isEqualTo("red");
        assertThat(settings.get(0)).isEqualTo("white");
        assertThat(settings.history(PageRequest.of(0, 2))).containsExactly("blue", "green");
        assertThat(settings.history(PageRequest.of(1, 2))).containsExactly("red");
    }

    @Test
    void whoSavedAndWhenIsKeptToo() {
        add(0, "red");

        assertThat(JDBC.sql(
                                "select saved_by_id || ' ' || saved_by_name || ' ' || extract(epoch from saved_at)::bigint from colour")
                        .query(String.class)
                        .single())
                .isEqualTo("o-1 Ada " + NOW.getEpochSecond());
    }

    @Test
    void whoSavesOnTopOfAnotherIsRefused() {
        add(0, "red");

        assertThatExceptionOfType(ChangedMeanwhileException.class)
                .isThrownBy(() -> add(0, "green"))
                .withMessage("Somebody was faster.");
        assertThat(settings.newest()).isEqualTo("red");
    }

    @Test
    void ofManyAtTheSameTimeOneSaves() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> save = () -> add(0, "red");

            List<Future<String>> saved = people.invokeAll(List.of(save, save, save, save));

            assertThat(saved)
                    .filteredOn(each -> each.state() == Future.State.SUCCESS)
                    .hasSize(1);
            assertThat(saved)
                    .filteredOn(each -> each.state() == Future.State.FAILED)
                    .hasSize(3)
                    .allSatisfy(each -> assertThatExceptionOfType(ExecutionException.class)
                            .isThrownBy(each::get)
                            .withCauseInstanceOf(ChangedMeanwhileException.class));
        }
    }

    @Test
    void aVersionThatNeverWasIsNotMadeUp() {
        assertThatExceptionOfType(EmptyResultDataAccessException.class).isThrownBy(() -> settings.get(7));
    }

    private String add(long versionBefore, String colour) {
        return settings.add(versionBefore, Map.of("name", colour), new VersionedSettings.Saved(ADA, NOW));
    }
}
