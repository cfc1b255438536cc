package org.deviceoffboarding.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.TenantCopy;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.ResultPart.Prepared;
import org.deviceoffboarding.evaluation.Results;
import org.deviceoffboarding.evaluation.trend.Change;
import org.deviceoffboarding.evaluation.trend.Trends;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.removed.VerifiedChange;
import org.deviceoffboarding.removed.VerifiedChanges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with suggestions, and what the run after it makes of that. */
@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class ProgressTest {

    private static final Actor OPERATOR = new Actor("p-1", "Otto Operator");
    private static final UUID LEFT = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final UUID DISABLED = UUID.fromString("00000000-0000-0000-0000-00000000000b");
    private static final UUID GONE = UUID.fromString("00000000-0000-0000-0000-00000000000c");
    private static final UUID NEW = UUID.fromString("00000000-0000-0000-0000-00000000000d");

    private static final Factor STILL_THERE =
            new Factor("Its suggestion was completed before, and it is still there.", 1);

    @Autowired
    private SuggestionService suggestions;

    @Autowired
    private Trends trends;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Results results;

    @Autowired
    private VerifiedChanges changes;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, suggestion, evaluation_rules, entra_device, verified_change cascade")
                .update();
    }

    @Test
    void anOperatorSetsStatusAndNote() {
        run(LEFT);

        As.person(OPERATOR, () -> suggestions.manage(only(), SuggestionStatus.IN_PROGRESS, " Asked the help desk. "));

        SuggestionDetails details = suggestions.get(only().id()).orElseThrow();
        assertThat(details.suggestion().status()).isEqualTo(SuggestionStatus.IN_PROGRESS);
        assertThat(details.note()).isEqualTo("Asked the help desk.");
        assertThat(details.managedBy()).isEqualTo("Otto Operator");
        assertThat(jdbc.sql("select summary from audit_entry order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo(
                        "Set “Remove Windows corporate devices” from Not started to In progress: Asked the help desk.");
    }

    @Test
    void ofTwoPeopleTheSecondIsToldThatItWasChangedMeanwhile() {
        run(LEFT);
        Suggestion seenByBoth = only();
        As.person(OPERATOR, () -> suggestions.manage(seenByBoth, SuggestionStatus.IN_PROGRESS, ""));

        assertThatExceptionOfType(SuggestionRefusedException.class)
                .isThrownBy(
                        () -> As.person(OPERATOR, () -> suggestions.manage(seenByBoth, SuggestionStatus.COMPLETED, "")))
                .withMessageContaining("Nothing was saved");
        assertThat(only().status()).isEqualTo(SuggestionStatus.IN_PROGRESS);
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void aReaderManagesNothing() {
        run(LEFT);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(
                        () -> As.person(OPERATOR, () -> suggestions.manage(only(), SuggestionStatus.COMPLETED, "")));
    }

    @Test
    void anAssigneesNameThatAPortalOfTheVersionBeforeTakesOverAloneNamesNobody() {
        run(LEFT);

        jdbc.sql("update suggestion set assignee = 'Anna'").update();

        assertThat(only().assignee()).isNull();
    }

    @Test
    void theNextRunChecksWhatWasCompleted() {
        long first = run(LEFT, DISABLED, GONE);
        Suggestion completed = only();
        As.person(OPERATOR, () -> suggestions.manage(completed, SuggestionStatus.COMPLETED, ""));

        inEntra(LEFT, true);
        inEntra(DISABLED, false);
        long second = run(LEFT);

        SuggestionDetails details = suggestions.get(completed.id()).orElseThrow();
        assertThat(details.check()).isEqualTo(new CompletionCheck(second, 2, 1));
        assertThat(details.current()).isFalse();
        assertThat(suggestions.stillThere(completed.id(), PageRequest.ofSize(10)))
                .extracting(UnresolvedDevice::objectId)
                .containsExactly(LEFT);
        assertThat(suggestions.get(only().id()).orElseThrow().factors())
                .contains(new Factor("Its suggestion was completed before, and it is still there.", 1));
        assertThat(suggestions.ofRun(first)).extracting(Suggestion::status).containsExactly(SuggestionStatus.COMPLETED);
    }

    @Test
    void whatWasNotCompletedIsNotChecked() {
        run(LEFT);
        Suggestion open = only();
        inEntra(LEFT, true);
        run(LEFT);

        assertThat(suggestions.get(open.id()).orElseThrow().check()).isNull();
    }

    @Test
    void aSuggestionThatANewerRunReplacedCannotBeManaged() {
        run(LEFT);
        Suggestion old = only();
        run(LEFT);

        assertThatExceptionOfType(SuggestionRefusedException.class)
                .isThrownBy(() -> As.person(OPERATOR, () -> suggestions.manage(old, SuggestionStatus.COMPLETED, "")))
                .withMessageContaining("A newer run has replaced this suggestion");
    }

    @Test
    void aRunBeginsAnewUnlessAnOwnerChoseOtherwise() {
        run(LEFT);
        As.person(OPERATOR, () -> suggestions.manage(only(), SuggestionStatus.IN_PROGRESS, "Half done"));

        run(LEFT);

        assertThat(only().status()).isEqualTo(SuggestionStatus.NOT_STARTED);
        assertThat(suggestions.get(only().id()).orElseThrow().note()).isEmpty();
    }

    @Test
    void statusGoesOnForDevicesThatAreFlaggedAgainWhereAnOwnerChoseSo() {
        keepProgress();
        run(LEFT);
        As.person(OPERATOR, () -> suggestions.manage(only(), SuggestionStatus.IN_PROGRESS, "Half done"));

        run(LEFT, NEW);
        assertThat(only().status()).isEqualTo(SuggestionStatus.IN_PROGRESS);
        assertThat(suggestions.get(only().id()).orElseThrow().note()).isEqualTo("Half done");

        run(NEW);
        run(GONE);
        assertThat(only().status())
                .as("none of its devices was flagged before")
                .isEqualTo(SuggestionStatus.NOT_STARTED);
    }

    @Test
    void whatWasCompletedAndIsFlaggedAgainIsInProgress() {
        keepProgress();
        run(LEFT);
        As.person(OPERATOR, () -> suggestions.manage(only(), SuggestionStatus.COMPLETED, ""));

        run(LEFT);

        assertThat(only().status()).isEqualTo(SuggestionStatus.IN_PROGRESS);
    }

    @Test
    void whatIsSetAndNotedWhileARunMakesItsSuggestionsGoesOnWithThem() {
        keepProgress();
        run(LEFT);
        Suggestion before = only();
        long next = judged(LEFT, NEW);
        List<Prepared> prepared = results.prepare(next);
        As.person(OPERATOR, () -> suggestions.manage(before, SuggestionStatus.IN_PROGRESS, "Asked."));

        assertThat(only())
                .as("what is made does not count yet")
                .isEqualTo(suggestions.get(before.id()).orElseThrow().suggestion());
        results.publish(prepared, () -> complete(next));

        assertThat(only().runId()).isEqualTo(next);
        assertThat(only().status()).isEqualTo(SuggestionStatus.IN_PROGRESS);
        assertThat(suggestions.get(only().id()).orElseThrow().note()).isEqualTo("Asked.");
    }

    @Test
    void whatIsCompletedWhileARunMakesItsSuggestionsIsChecked() {
        run(LEFT, DISABLED);
        Suggestion before = only();
        inEntra(LEFT, true);
        inEntra(DISABLED, false);
        long next = judged(LEFT);
        List<Prepared> prepared = results.prepare(next);
        As.person(OPERATOR, () -> suggestions.manage(before, SuggestionStatus.COMPLETED, ""));

        results.publish(prepared, () -> complete(next));

        assertThat(suggestions.get(before.id()).orElseThrow().check()).isEqualTo(new CompletionCheck(next, 1, 1));
        assertThat(suggestions.get(only().id()).orElseThrow().factors()).contains(STILL_THERE);
    }

    @Test
    void whatIsNoLongerCompletedOnceItWasCheckedIsNotSaidToBeStillThere() {
        run(LEFT);
        Suggestion before = completed();
        inEntra(LEFT, true);
        long next = judged(LEFT);
        List<Prepared> prepared = results.prepare(next);
        As.person(OPERATOR, () -> suggestions.manage(before, SuggestionStatus.IN_PROGRESS, "Not yet."));

        results.publish(prepared, () -> complete(next));

        assertThat(suggestions.get(before.id()).orElseThrow().check()).isNull();
        assertThat(suggestions.get(only().id()).orElseThrow().factors()).doesNotContain(STILL_THERE);
    }

    @Test
    void whatThePortalDoesWhileARunMakesItsSuggestionsCountsForWhatIsStillThere() {
        run(LEFT, DISABLED, GONE);
        Suggestion before = completed();
        inEntra(LEFT, true);
        inEntra(DISABLED, false);
        inEntra(GONE, true);
        long next = judged(LEFT, DISABLED, GONE);
        List<Prepared> prepared = results.prepare(next);
        portalDid(VerifiedChange.Kind.DISABLED, LEFT);
        portalDid(VerifiedChange.Kind.ENABLED, DISABLED);
        portalDid(VerifiedChange.Kind.DELETED, GONE);

        results.publish(prepared, () -> complete(next));

        assertThat(suggestions.get(before.id()).orElseThrow().check()).isEqualTo(new CompletionCheck(next, 2, 1));
        assertThat(suggestions.stillThere(before.id(), PageRequest.ofSize(10)))
                .extracting(UnresolvedDevice::objectId)
                .containsExactly(DISABLED);
        assertThat(suggestions.get(only().id()).orElseThrow().factors()).contains(STILL_THERE);
    }

    @Test
    void aRunThatMakesItsResultAgainAfterARestartEndsWithTheSame() {
        keepProgress();
        run(LEFT, GONE);
        As.person(OPERATOR, () -> suggestions.manage(only(), SuggestionStatus.COMPLETED, "Done"));
        inEntra(LEFT, true);
        long next = judged(LEFT, NEW);
        results.prepare(next);
        List<Prepared> prepared = results.prepare(next);

        results.publish(prepared, () -> complete(next));

        assertThat(suggestions.ofRun(next)).hasSize(1);
        SuggestionDetails now = suggestions.get(only().id()).orElseThrow();
        assertThat(now.factors()).containsOnlyOnce(STILL_THERE);
        assertThat(now.suggestion().status()).isEqualTo(SuggestionStatus.IN_PROGRESS);
        assertThat(now.note()).isEqualTo("Done");
    }

    @Test
    void ofARunThatFailsWithItsResultMadeNothingStays() {
        run(LEFT);
        Suggestion before = completed();
        inEntra(LEFT, true);
        long failed = judged(LEFT);
        results.prepare(failed);

        results.discard(failed);

        assertThat(suggestions.ofRun(failed)).isEmpty();
        assertThat(suggestions.stillThere(before.id(), PageRequest.ofSize(10))).isEmpty();
        assertThat(suggestions.find(SuggestionFilter.NONE, PageRequest.ofSize(10)))
                .containsExactly(before);
    }

    @Test
    void twoRunsAreComparedDeviceByDevice() {
        long first = run(LEFT, GONE);
        long second = run(LEFT, NEW);

        assertThat(trends.compare(first, second))
                .isEqualTo(Map.of(Change.NEW, 1L, Change.GONE, 1L, Change.UNCHANGED, 1L));
        assertThat(trends.compare(first, second, Change.NEW, PageRequest.of(0, 10)))
                .singleElement()
                .satisfies(device -> {
                    assertThat(device.objectId()).isEqualTo(NEW);
                    assertThat(device.before()).isNull();
                    assertThat(device.after()).isEqualTo(Situation.REMOVED_FROM_INTUNE);
                });
        assertThat(trends.compare(first, second, Change.GONE, PageRequest.of(0, 10)))
                .extracting(device -> device.objectId())
                .isEqualTo(List.of(GONE));
    }

    @Test
    void theTrendCountsTheNewestRunsTheOldestFirst() {
        run(LEFT);
        long second = run(LEFT, GONE);
        long third = run();

        assertThat(trends.lastRuns(2))
                .extracting(Trends.FlaggedInRun::runId, Trends.FlaggedInRun::flagged)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(second, Map.of(Situation.REMOVED_FROM_INTUNE, 2L)),
                        org.assertj.core.api.Assertions.tuple(third, Map.of()));
    }

    private Suggestion only() {
        List<Suggestion> all = suggestions.top(10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** A run that flags these devices, from its judging to its result. */
    private long run(UUID... devices) {
        long run = judged(devices);
        results.publish(results.prepare(run), () -> complete(run));
        return run;
    }

    /** A run that has judged all devices and has made nothing of that yet. */
    private long judged(UUID... devices) {
        long run = jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version, started_at, read_at)
                values ('RUNNING', 'SUGGEST', now(), 'o', 'O', (select coalesce(max(version), 0) from evaluation_rules), 0,
                    now(), now()) returning id
                """).query(Long.class).single();
        TenantCopy.make(jdbc, run);
        jdbc.sql("update entra_device set run_id = :run").param("run", run).update();
        for (UUID device : devices) {
            jdbc.sql("""
                    insert into finding (run_id, object_id, name, platform, ownership, kind, kind_group, situation, link_state,
                        enabled, evidence)
                    values (:run, :id, :name, 'WINDOWS', 'CORPORATE', 'ORDINARY', 'ORDINARY', 'REMOVED_FROM_INTUNE', 'REMOVED',
                        true, '{x}')
                    """)
                    .param("run", run)
                    .param("id", device)
                    .param("name", device.toString())
                    .update();
        }
        return run;
    }

    private void complete(long run) {
        jdbc.sql("update evaluation_run set status = 'COMPLETED', finished_at = now() where id = :run")
                .param("run", run)
                .update();
    }

    private void inEntra(UUID device, boolean enabled) {
        TenantCopy.make(jdbc, 0);
        jdbc.sql("""
                insert into entra_device (run_id, object_id, display_name, account_enabled, platform, ownership_kind, physical_ids)
                values (0, :id, 'LAPTOP', :enabled, 'WINDOWS', 'CORPORATE', '{}')
                """).param("id", device).param("enabled", enabled).update();
    }

    private Suggestion completed() {
        As.person(OPERATOR, () -> suggestions.manage(only(), SuggestionStatus.COMPLETED, ""));
        return suggestions.find(SuggestionFilter.NONE, PageRequest.ofSize(1)).getFirst();
    }

    private void portalDid(VerifiedChange.Kind what, UUID device) {
        Instant now = Instant.now().plusSeconds(1);
        transactions.executeWithoutResult(transaction -> changes.put(new VerifiedChange(device, what, now, now, 1)));
    }

    private void keepProgress() {
        jdbc.sql("""
                insert into evaluation_rules (version, saved_at, saved_by_id, saved_by_name, look_back, silent_after, grace_period,
                    teams_phones, opted_in, situations, keep_progress)
                values (1, now() - interval '1 day', 'o', 'O', 30, 90, 30, '{}', '{}', '{REMOVED_FROM_INTUNE}', true)
                """).update();
    }
}
