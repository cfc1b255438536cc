package org.deviceoffboarding.evaluation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.deviceoffboarding.RecordedEntries;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.RunResults;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.LooseningService;
import org.deviceoffboarding.safeguard.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.OWNER})
class RulesServiceTest {

    private static final Actor OWNER = new Actor("user", "user");

    @Autowired
    private RulesService rules;

    @Autowired
    private LooseningService loosenings;

    @Autowired
    private RunResults results;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, evaluation_rules, loosening cascade").update();
    }

    @Test
    void theProductsOwnHoldUntilAnOwnerChangesThem() {
        assertThat(rules.current()).isEqualTo(SavedRules.DEFAULTS);
    }

    @Test
    void whatTightensHoldsAtOnceAndWhatLoosensOnceAnotherOwnerConfirmsIt() {
        JudgingRules changed = JudgingRules.defaults()
                .withLookBack(Duration.ofDays(365))
                .withSilentAfter(Duration.ofDays(45))
                .withGracePeriod(Duration.ofDays(14))
                .withGracePeriods(Map.of(Platform.IOS, Duration.ofDays(7)))
                .withTeamsPhones(List.of("Fabrikam One"))
                .withOptedIn(Set.of(Kind.PRINTER))
                .withSituations(EnumSet.of(Situation.REMOVED_FROM_INTUNE, Situation.BROKEN_LINK));

        Loosening proposed = rules.save(rules.current(), changed, true).orElseThrow();

        assertThat(rules.current().rules())
                .isEqualTo(JudgingRules.defaults()
                        .withLookBack(changed.lookBack())
                        .withSituations(changed.situations())
                        .withTeamsPhones(rules.current().rules().teamsPhones()));
        assertThat(rules.current().rules().teamsPhones())
                .startsWith("Fabrikam One", "Yealink")
                .hasSize(7);
        assertThat(rules.current().keepProgress()).isTrue();
        assertThat(summary())
                .startsWith("Changed thresholds: look-back: 365 days (was 30 days); situations no longer looked for: ")
                .doesNotContain("counts as silent", "grace", "printers");

        assertThat(new RecordedEntries(jdbc).details("rules.changed").get("after"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("lookBack", 365)
                .containsEntry("keepProgress", true)
                .containsEntry("situations", List.of("REMOVED_FROM_INTUNE", "BROKEN_LINK"))
                .doesNotContainKeys("silentAfter", "gracePeriod", "optedIn");

        SignedIn.asOwner("Olga", () -> loosenings.confirm(proposed.id()));

        SavedRules saved = rules.current();
        assertThat(saved.rules()).isEqualTo(changed);
        assertThat(saved.keepProgress()).isTrue();
        assertThat(saved.savedBy()).isEqualTo(OWNER);
        assertThat(summary())
                .isEqualTo(
                        "Changed thresholds: a device counts as silent after 45 days (was 90 days); grace period: 14 days"
                                + " (was 30 days); grace period of iOS/iPadOS devices: 7 days (was 30 days, as for all"
                                + " others); printers are suggested (were protected); taken off the list of Teams phones:"
                                + " Yealink, Poly, Polycom, AudioCodes, Crestron, Lenovo ThinkSmart");
    }

    @Test
    void savingWhatIsSavedAlreadyChangesNothing() {
        rules.save(rules.current(), JudgingRules.defaults(), false);

        assertThat(rules.current().version()).isZero();
    }

    @Test
    void whoSavesFromAnOlderStateIsToldSo() {
        SavedRules seen = rules.current();
        rules.save(seen, JudgingRules.defaults().withLookBack(Duration.ofDays(60)), false);

        assertThatExceptionOfType(ChangedMeanwhileException.class)
                .isThrownBy(() -> rules.save(seen, JudgingRules.defaults().withLookBack(Duration.ofDays(90)), false))
                .withMessageContaining("Nothing was saved");
        assertThat(rules.current().rules().lookBack()).isEqualTo(Duration.ofDays(60));
    }

    @Test
    void everyVersionIsKeptWithWhoSavedItAndWhatItChanged() {
        rules.save(rules.current(), JudgingRules.defaults().withLookBack(Duration.ofDays(60)), false);
        clock.forward(Duration.ofDays(1));
        SignedIn.asOwner(
                "Olga", () -> rules.save(rules.current(), rules.current().rules(), true));
        rules.save(rules.current(), JudgingRules.defaults().withLookBack(Duration.ofDays(90)), true);

        assertThat(rules.history(PageRequest.of(0, 10)))
                .extracting(row -> row.saved().version(), row -> row.changes())
                .containsExactly(
                        tuple(3L, List.of("look-back: 90 days (was 60 days)")),
                        tuple(2L, List.of("status and assignee are kept (were not)")),
                        tuple(1L, List.of("look-back: 60 days (was 30 days)")),
                        tuple(0L, List.of()));
        assertThat(rules.history(PageRequest.of(1, 2)))
                .extracting(row -> row.saved().version(), row -> row.changes())
                .containsExactly(tuple(1L, List.of("look-back: 60 days (was 30 days)")), tuple(0L, List.of()));
        assertThat(rules.history(PageRequest.of(1, 3)))
                .extracting(row -> row.saved().version())
                .containsExactly(0L);
        assertThat(rules.history(PageRequest.of(2, 2))).isEmpty();
        assertThat(rules.since(1)).extracting(row -> row.saved().version()).containsExactly(3L, 2L);
    }

    @Test
    void ofEachItIsKnownWhoChangedItLastAndToWhat() {
        assertThat(rules.lastChanges()).isEmpty();
        rules.save(rules.current(), JudgingRules.defaults().withLookBack(Duration.ofDays(60)), false);
        SignedIn.asOwner(
                "Olga", () -> rules.save(rules.current(), rules.current().rules(), true));
        rules.save(rules.current(), rules.current().rules().withSilentAfter(Duration.ofDays(120)), true);

        assertThat(rules.lastChanges())
                .containsOnlyKeys(RuleSetting.LOOK_BACK, RuleSetting.KEEP_PROGRESS, RuleSetting.SILENT_AFTER);
        assertThat(Objects.requireNonNull(rules.lastChanges().get(RuleSetting.LOOK_BACK))
                        .what())
                .containsExactly("look-back: 60 days (was 30 days)");
        assertThat(Objects.requireNonNull(rules.lastChanges().get(RuleSetting.KEEP_PROGRESS))
                        .by()
                        .name())
                .isEqualTo("Olga");
    }

    @Test
    void goingBackToALooserVersionWaitsForAnotherOwnerAsAnyLoosening() {
        rules.save(rules.current(), JudgingRules.defaults().withSilentAfter(Duration.ofDays(120)), false);
        SavedRules first = rules.history(PageRequest.of(0, 10)).getLast().saved();

        Optional<Loosening> proposed = rules.save(rules.current(), first.rules(), first.keepProgress());

        assertThat(proposed).isPresent();
        assertThat(rules.current().rules().silentAfter()).isEqualTo(Duration.ofDays(120));
    }

    @Test
    void whatIsOutOfRangeIsRefusedWithWhichOneItIs() {
        assertThatExceptionOfType(RulesRefusedException.class)
                .isThrownBy(() ->
                        rules.save(rules.current(), JudgingRules.defaults().withSituations(Set.of()), false))
                .satisfies(refused -> assertThat(refused.setting()).isEqualTo(RuleSetting.SITUATIONS));
        assertThat(rules.current().version()).isZero();
    }

    @Test
    void aRunGoesByTheRulesFromWhenItWasRequested() {
        long before = run();
        clock.forward(Duration.ofSeconds(1));
        rules.save(rules.current(), JudgingRules.defaults().withLookBack(Duration.ofDays(60)), false);
        long after = run();

        assertThat(results.rules(before).rules().lookBack()).isEqualTo(Duration.ofDays(30));
        assertThat(results.rules(after).rules().lookBack()).isEqualTo(Duration.ofDays(60));
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
    void onlyAnOwnerChangesThem() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> rules.save(rules.current(), JudgingRules.defaults(), true));
    }

    private long run() {
        return jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version, failure, finished_at)
                values ('FAILED', 'READ', :now, 'o', 'O', (select coalesce(max(version), 0) from evaluation_rules), 0,
                    'x', :now) returning id
                """)
                .param("now", org.deviceoffboarding.base.Sql.timestamp(clock.instant()))
                .query(Long.class)
                .single();
    }

    private String summary() {
        return jdbc.sql("select summary from audit_entry where action = 'rules.changed' order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
