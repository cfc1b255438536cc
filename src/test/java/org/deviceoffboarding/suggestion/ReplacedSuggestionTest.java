package org.deviceoffboarding.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.ResultPart.Prepared;
import org.deviceoffboarding.evaluation.Results;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;

/** A run that ends between opening a suggestion and doing something with it. */
@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class ReplacedSuggestionTest {

    private static final Actor OPERATOR = new Actor("p-1", "Otto Operator");

    @Autowired
    private SuggestionService suggestions;

    @Autowired
    private Replacements replacements;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Results results;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, suggestion, evaluation_rules, entra_device cascade")
                .update();
    }

    @Test
    void theRefusalNamesTheOneThatTookItsPlace() {
        publish(begin("WINDOWS"));
        Suggestion old = only();
        long newer = begin("WINDOWS");
        publish(newer);

        assertThatExceptionOfType(SuggestionRefusedException.class)
                .isThrownBy(() -> As.person(OPERATOR, () -> suggestions.manage(old, SuggestionStatus.COMPLETED, "")))
                .withMessage(
                        "A newer run has replaced this suggestion. Go on with “Remove Windows corporate devices” of run "
                                + newer + ".");
        assertThat(suggestions.newest(old.id()).orElseThrow().suggestion()).isEqualTo(only());
        assertThat(replacements.current(old.id())).isFalse();
        assertThat(replacements.newest(only().id())).contains(only());
    }

    @Test
    void whereTheNewestResultHasNoneLikeItTheListIsTheWay() {
        publish(begin("WINDOWS"));
        Suggestion old = only();
        publish(begin("IOS"));

        assertThatExceptionOfType(SuggestionRefusedException.class)
                .isThrownBy(() -> As.person(OPERATOR, () -> suggestions.manage(old, SuggestionStatus.COMPLETED, "")))
                .withMessageEndingWith("The newest result has none like it: look at the list of suggestions.");
        assertThat(suggestions.newest(old.id())).isEmpty();
    }

    @Test
    void aChangeMadeWhileARunTakesProgressOverIsRefusedAndNotLostInSilence() {
        publish(begin("WINDOWS"));
        Suggestion old = only();
        long newer = begin("WINDOWS");

        List<Prepared> prepared = results.prepare(newer);

        CompletableFuture<Void> change = transactions.execute(transaction -> {
            prepared.forEach(Prepared::swapIn);
            var managing = CompletableFuture.runAsync(new DelegatingSecurityContextRunnable(
                    () -> As.person(OPERATOR, () -> suggestions.manage(old, SuggestionStatus.IN_PROGRESS, "Asked."))));
            await().until(() -> managing.isDone() || waiting());
            assertThat(managing).as("it waits for the run").isNotDone();
            complete(newer);
            return managing;
        });

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(change::join)
                .withCauseInstanceOf(SuggestionRefusedException.class);
        assertThat(suggestions.get(old.id()).orElseThrow().note()).isEmpty();
    }

    private boolean waiting() {
        return jdbc.sql(
                        "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single();
    }

    private Suggestion only() {
        return suggestions.top(10).getFirst();
    }

    private long begin(String platform) {
        long run = jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version, started_at, read_at)
                values ('RUNNING', 'SUGGEST', now(), 'o', 'O', 0, 0, now(), now()) returning id
                """).query(Long.class).single();
        jdbc.sql("""
                insert into finding (run_id, object_id, name, platform, ownership, kind, kind_group, situation, link_state,
                    enabled, evidence)
                values (:run, :id, 'LAPTOP-1', :platform, 'CORPORATE', 'ORDINARY', 'ORDINARY', 'REMOVED_FROM_INTUNE', 'REMOVED',
                    true, '{x}')
                """)
                .param("run", run)
                .param("id", UUID.randomUUID())
                .param("platform", platform)
                .update();
        return run;
    }

    private void publish(long run) {
        results.publish(results.prepare(run), () -> complete(run));
    }

    private void complete(long run) {
        jdbc.sql("update evaluation_run set status = 'COMPLETED', finished_at = now() where id = :run")
                .param("run", run)
                .update();
    }
}
