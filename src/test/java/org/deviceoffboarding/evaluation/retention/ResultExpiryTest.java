package org.deviceoffboarding.evaluation.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.deviceoffboarding.As;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.Results;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.trend.DeviceJudgements;
import org.deviceoffboarding.evaluation.trend.Trends;
import org.deviceoffboarding.evaluation.trend.Trends.FlaggedInRun;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

/** What runs found goes once it is older than an owner keeps it. */
@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OWNER})
class ResultExpiryTest {

    private static final Actor OWNER = new Actor("p-1", "Olivia Owner");
    private static final UUID DEVICE = UUID.fromString("00000000-0000-0000-0000-00000000000a");

    @Autowired
    private ResultExpiry expiry;

    @Autowired
    private RetentionService retention;

    @Autowired
    private RunService runs;

    @Autowired
    private SuggestionService suggestions;

    @Autowired
    private Trends trends;

    @Autowired
    private DeviceJudgements judgements;

    @Autowired
    private Results results;

    @Autowired
    private SettableClock clock;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, suggestion, result_retention, verified_change cascade")
                .update();
    }

    @Test
    void whatIsOlderThanIsKeptGoesAndItsTotalsStay() {
        long old = run(401, 3);
        long kept = run(399, 2);
        run(20, 1);
        run(10, 1);
        long suggestion = suggestions.ofRun(old).getFirst().id();

        expire();

        assertThat(rows(old)).isEqualTo(0);
        assertThat(rows(kept)).isGreaterThan(0);
        assertThat(runs.get(old).orElseThrow().flagged()).isEqualTo(3);
        assertThat(trends.lastRuns(10))
                .extracting(FlaggedInRun::runId, FlaggedInRun::flagged)
                .contains(org.assertj.core.api.Assertions.tuple(old, Map.of(Situation.REMOVED_FROM_INTUNE, 3L)));
        assertThat(suggestions.get(suggestion)).isEmpty();
        assertThat(audited("run.forgotten"))
                .isEqualTo("No longer keeps what run " + old + " found, which is more than 400 days ago");
    }

    @Test
    void theResultThatCountsAndTheOneBeforeItStayHoweverOldTheyAre() {
        long oldest = run(900, 1);
        long before = run(800, 1);
        long current = run(700, 1);

        expire();

        assertThat(rows(oldest)).isEqualTo(0);
        assertThat(rows(before)).isGreaterThan(0);
        assertThat(rows(current)).isGreaterThan(0);
    }

    @Test
    void whatIsForgottenIsShownNoMoreAnHourBeforeItIsRemoved() {
        long old = run(401, 1);
        run(20, 1);
        run(10, 1);
        long suggestion = suggestions.ofRun(old).getFirst().id();

        expiry.expire(() -> false);

        assertThat(rows(old)).as("an export may still read it").isGreaterThan(0);
        assertThat(runs.get(old).orElseThrow().forgottenAt()).isNotNull();
        assertThat(suggestions.get(suggestion)).isEmpty();
        assertThat(runs.completedBefore(Long.MAX_VALUE, 10))
                .extracting(run -> run.id())
                .doesNotContain(old);
        clock.forward(ResultExpiry.UNSEEN);
        expiry.expire(() -> false);
        assertThat(rows(old)).isEqualTo(0);
    }

    @Test
    void whatWouldGoIsToldBeforeItIsSavedAndIsWhatGoesThen() {
        long oldest = run(300, 1);
        long old = run(100, 2);
        long before = run(50, 1);
        long newest = run(10, 1);

        RetentionEffect effect = retention.effect(40);

        assertThat(effect.goes()).extracting(OldResult::runId).containsExactly(old, oldest);
        assertThat(effect.stays()).extracting(OldResult::runId).containsExactly(before);
        assertThat(Objects.requireNonNull(effect.oldest()).runId()).isEqualTo(newest);
        assertThat(rows(old)).as("nothing goes by looking").isGreaterThan(0);

        As.person(OWNER, () -> retention.save(retention.current(), 40));
        expire();

        assertThat(rows(oldest) + rows(old)).isEqualTo(0);
        assertThat(rows(before)).isGreaterThan(0);
        assertThat(retention.effect(40).goes()).isEmpty();
    }

    @Test
    void aRemovalThatWasCutOffGoesOnWhereItWas() {
        long old = run(401, 2_500);
        run(20, 1);
        run(10, 1);
        expiry.expire(() -> false);
        clock.forward(ResultExpiry.UNSEEN);
        int[] asked = {0};

        expiry.expire(() -> ++asked[0] > 5);

        assertThat(rows(old)).isGreaterThan(0);
        expiry.expire(() -> false);
        assertThat(rows(old)).isEqualTo(0);
    }

    @Test
    void twoThatRemoveOneResultDoNotTakeEachOthersRowsForTheLast() throws Exception {
        long old = run(401, 2_500);
        run(20, 1);
        run(10, 1);
        expiry.expire(() -> false);
        clock.forward(ResultExpiry.UNSEEN);
        try (Connection other = database.getConnection();
                Statement removal = other.createStatement()) {
            other.setAutoCommit(false);
            removal.execute("select id from evaluation_run where id = " + old + " for no key update");
            removal.execute(
                    "delete from finding where run_id = %1$d and object_id in (select object_id from finding where run_id = %1$d limit 1000)"
                            .formatted(old));

            var expired = CompletableFuture.runAsync(() -> expiry.expire(() -> false));
            await().until(() -> jdbc.sql("select exists (select from pg_locks where not granted)")
                    .query(Boolean.class)
                    .single());
            other.commit();
            expired.get(1, TimeUnit.MINUTES);
        }

        assertThat(rows(old)).isZero();
    }

    @Test
    void nothingIsSaidOfADeviceByRunsThatAreNoLongerKept() {
        long old = run(401, 1);
        long before = run(20, 1);
        long current = run(10, 1);
        assertThat(judgements.of(device(0)))
                .extracting(DeviceJudgements.Judged::runId)
                .contains(old);

        expiry.expire(() -> false);

        assertThat(judgements.of(device(0)))
                .extracting(DeviceJudgements.Judged::runId)
                .containsExactly(before, current);
        assertThat(judgements.someAreForgotten()).isTrue();
    }

    @Test
    void whatAnOwnerSavesHoldsFromTheNextResultThatGoes() {
        long old = run(100, 1);
        run(20, 1);
        run(10, 1);
        expire();
        assertThat(rows(old)).isGreaterThan(0);

        As.person(OWNER, () -> retention.save(retention.current(), 90));
        expire();

        assertThat(rows(old)).isEqualTo(0);
        assertThat(audited("retention.changed"))
                .isEqualTo("Changed how long the results of runs are kept: 90 days (were 400)");
    }

    @Test
    void ofTwoOwnersTheSecondIsToldThatItWasChangedMeanwhile() {
        Retention seenByBoth = retention.current();
        As.person(OWNER, () -> retention.save(seenByBoth, 90));

        assertThatExceptionOfType(ChangedMeanwhileException.class)
                .isThrownBy(() -> As.person(OWNER, () -> retention.save(seenByBoth, 60)));
        assertThat(retention.current().days()).isEqualTo(90);
    }

    @Test
    void lessThanThirtyDaysOrMoreThanTenYearsAreRefused() {
        for (int days : new int[] {0, 29, 3_651}) {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> As.person(OWNER, () -> retention.save(retention.current(), days)));
        }
        assertThat(retention.current().days()).isEqualTo(400);
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER})
    void onlyAnOwnerSaysHowLong() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> As.person(OWNER, () -> retention.save(retention.current(), 90)));
    }

    @Test
    void whatAPortalOfBeforeFoundIsCountedBeforeItGoes() {
        long old = run(401, 2);
        run(20, 1);
        run(10, 1);
        jdbc.sql("delete from finding_total where run_id = :run")
                .param("run", old)
                .update();

        expire();

        assertThat(trends.byPlatform(old).values()).containsExactly(Map.of(Situation.REMOVED_FROM_INTUNE, 2L));
    }

    private void expire() {
        expiry.expire(() -> false);
        clock.forward(ResultExpiry.UNSEEN);
        expiry.expire(() -> false);
    }

    private String audited(String action) {
        return jdbc.sql("select summary from audit_entry where action = :action order by id desc limit 1")
                .param("action", action)
                .query(String.class)
                .single();
    }

    private long rows(long run) {
        return jdbc.sql("""
                select (select count(*) from finding where run_id = :run)
                     + (select count(*) from left_out where run_id = :run)
                     + (select count(*) from suggestion where run_id = :run)
                     + (select count(*) from factor join suggestion s on s.id = suggestion_id where s.run_id = :run)
                """).param("run", run).query(Long.class).single();
    }

    private static UUID device(int number) {
        return new UUID(DEVICE.getMostSignificantBits(), DEVICE.getLeastSignificantBits() + number);
    }

    /** A run that ended so many days ago, and flagged and left out so many devices. */
    private long run(int daysAgo, int devices) {
        Instant ended = clock.instant().minus(Duration.ofDays(daysAgo));
        long run = jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version, started_at, read_at, flagged)
                values ('RUNNING', 'SUGGEST', :at, 'o', 'O', 0, 0, :at, :at, :devices) returning id
                """)
                .param("at", Sql.timestamp(ended))
                .param("devices", devices)
                .query(Long.class)
                .single();
        for (int number = 0; number < devices; number++) {
            jdbc.sql("""
                    insert into finding (run_id, object_id, name, platform, ownership, kind, kind_group, situation, link_state,
                        enabled, evidence)
                    values (:run, :id, 'LAPTOP', 'WINDOWS', 'CORPORATE', 'ORDINARY', 'ORDINARY', 'REMOVED_FROM_INTUNE',
                        'REMOVED', true, '{x}')
                    """).param("run", run).param("id", device(number)).update();
        }
        jdbc.sql("""
                insert into left_out (run_id, object_id, name, platform, reason, situation, detail)
                values (:run, :id, 'PRINTER', 'WINDOWS', 'KIND', 'REMOVED_FROM_INTUNE', 'A printer.')
                """).param("run", run).param("id", UUID.randomUUID()).update();
        results.publish(
                results.prepare(run),
                () -> jdbc.sql("update evaluation_run set status = 'COMPLETED', finished_at = :at where id = :run")
                        .param("run", run)
                        .param("at", Sql.timestamp(ended))
                        .update());
        return run;
    }
}
