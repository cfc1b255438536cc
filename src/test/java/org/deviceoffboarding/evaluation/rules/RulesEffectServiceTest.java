package org.deviceoffboarding.evaluation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.WIPE;
import static org.deviceoffboarding.judging.ADevice.daysAgo;
import static org.deviceoffboarding.judging.ADevice.that;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.deviceoffboarding.As;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.DecisionsUnreadableException;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.effect.AffectedDevice;
import org.deviceoffboarding.evaluation.effect.AffectedPart;
import org.deviceoffboarding.evaluation.effect.EffectKind;
import org.deviceoffboarding.evaluation.effect.ResultEffect;
import org.deviceoffboarding.evaluation.effect.ResultEffect.SuggestedCount;
import org.deviceoffboarding.evaluation.execution.RunsByHand;
import org.deviceoffboarding.evaluation.execution.ScriptedInventory;
import org.deviceoffboarding.instruction.version.InstructionService;
import org.deviceoffboarding.judging.ADevice;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

/** What thresholds would change about the present result, before they are saved. */
@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.OWNER})
class RulesEffectServiceTest {

    private static final Actor ADA = new Actor("ada", "Ada Owner");
    private static final PageRequest ALL = PageRequest.of(0, 100);
    private static final JudgingRules DEFAULTS = JudgingRules.defaults();

    @Autowired
    private RulesEffectService effects;

    @Autowired
    private RulesService rules;

    @Autowired
    private InstructionService instructions;

    @Autowired
    private RunService runs;

    @Autowired
    private RunsByHand byHand;

    @Autowired
    private ScriptedInventory tenant;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql(
                        "truncate evaluation_run, evaluation_rules, loosening, suggestion, scheduled_tasks, instruction_version cascade")
                .update();
        tenant.reset();
    }

    @Test
    void beforeTheFirstResultThereIsNothingToChange() {
        assertThat(effects.of(DEFAULTS, Progress.UNSEEN)).isEmpty();
        assertThat(effects.looksAt()).isZero();
    }

    @Test
    void aLongerSilenceLetsDevicesGoAndAShorterOneLetsThemComeOnceItIsConfirmed() {
        tenant.has(
                device(1).signedIn(daysAgo(100)).facts(),
                device(2).signedIn(daysAgo(60)).facts(),
                device(3).signedIn(daysAgo(500)).facts());
        Run run = carryOut();

        RulesEffect longer = effect(DEFAULTS.withSilentAfter(Duration.ofDays(120)));

        assertThat(longer.result().run().id()).isEqualTo(run.id());
        assertThat(longer.result().devices()).isEqualTo(3);
        assertThat(longer.result().now()).isEqualTo(2);
        assertThat(longer.result().then()).isEqualTo(1);
        assertThat(longer.result().situations())
                .containsOnly(Map.entry(Situation.SILENT_AND_UNMANAGED, new SuggestedCount(2, 1)));
        assertThat(longer.waits()).isEmpty();
        assertThat(devices(longer, EffectKind.GOES))
                .extracting(AffectedDevice::objectId, AffectedDevice::now, AffectedDevice::then)
                .containsExactly(tuple(objectId(1), "Suggested: Silent and unmanaged", "Not flagged"));

        RulesEffect shorter = effect(DEFAULTS.withSilentAfter(Duration.ofDays(45)));

        assertThat(devices(shorter, EffectKind.COMES))
                .extracting(AffectedDevice::objectId, AffectedDevice::now, AffectedDevice::then)
                .containsExactly(tuple(objectId(2), "Not flagged", "Suggested: Silent and unmanaged"));
        assertThat(devices(shorter, EffectKind.COMES))
                .allMatch(device -> !device.why().isBlank());
        assertThat(shorter.waits()).containsExactly("a device counts as silent after 45 days (was 90 days)");
    }

    @Test
    void aLongerLookBackSaysWhatTheRunDidNotReadAndWhatIsStillToBeConfirmed() {
        tenant.has(
                device(1).was(WIPE, daysAgo(40)).facts(),
                device(2).was(WIPE, daysAgo(3)).facts());
        carryOut();

        RulesEffect longer = effect(DEFAULTS.withLookBack(Duration.ofDays(60)));

        assertThat(devices(longer, EffectKind.COMES))
                .extracting(AffectedDevice::objectId)
                .containsExactly(objectId(1));
        assertThat(longer.read()).isEqualTo(Duration.ofDays(30));
        assertThat(longer.result().toConfirm()).isEqualTo(1);
        assertThat(effect(DEFAULTS.withLookBack(Duration.ofDays(7))).read()).isNull();
        assertThat(effect(DEFAULTS.withLookBack(Duration.ofDays(2))).result().count(EffectKind.GOES))
                .isEqualTo(1);
    }

    @Test
    void aDeviceForWhichAnotherSituationHoldsTooMovesToThat() {
        tenant.has(device(1).was(WIPE, daysAgo(3)).isRegistered(null).facts());
        carryOut();

        RulesEffect fewer =
                effect(DEFAULTS.withSituations(EnumSet.complementOf(EnumSet.of(Situation.AUTOPILOT_LEFTOVER))));

        assertThat(fewer.result().count(EffectKind.GOES)).isZero();
        assertThat(devices(fewer, EffectKind.MOVES))
                .extracting(AffectedDevice::now, AffectedDevice::then)
                .containsExactly(tuple("Suggested: Autopilot leftover", "Suggested: Removed from Intune"));
    }

    @Test
    void aProtectedKindThatIsOptedInComes() {
        tenant.has(device(1)
                .was(WIPE, daysAgo(3))
                .runs("Android")
                .isMade("Yealink", "T58")
                .facts());
        carryOut();

        RulesEffect opted = effect(DEFAULTS.withOptedIn(Set.of(Kind.TEAMS_PHONE)));

        assertThat(devices(opted, EffectKind.COMES))
                .extracting(AffectedDevice::now)
                .containsExactly("Left out: Protected kind");
        assertThat(opted.waits()).containsExactly("Teams phones are suggested (were protected)");
    }

    @Test
    void aShorterGracePeriodLetsWhatWaitsBeReadyToDelete() {
        tenant.has(device(1)
                .was(WIPE, daysAgo(40))
                .signedIn(daysAgo(50))
                .wasDisabledByPortal(daysAgo(20))
                .facts());
        carryOut();

        RulesEffect shorter = effect(DEFAULTS.withGracePeriod(Duration.ofDays(14)));

        assertThat(devices(shorter, EffectKind.COMES))
                .extracting(AffectedDevice::now, AffectedDevice::then)
                .containsExactly(tuple("Left out: Grace period", "Suggested: Ready to delete"));
    }

    @Test
    void whatElseIsInForceLeavesOutBothWays() {
        tenant.has(
                device(1).signedIn(daysAgo(60)).facts(),
                device(2).signedIn(daysAgo(60)).facts());
        As.person(ADA, () -> instructions.save(instructions.current(), "Exclude devices with IDs " + objectId(1)));
        carryOut();

        assertThat(devices(effect(DEFAULTS.withSilentAfter(Duration.ofDays(45))), EffectKind.COMES))
                .extracting(AffectedDevice::objectId)
                .containsExactly(objectId(2));
    }

    @Test
    void whatIntuneWasAskedForByKeyAndHasDoesNotCome() {
        ADevice listed = device(1).was(WIPE, daysAgo(3));
        tenant.misses(
                listed.facts(), device(1).was(WIPE, daysAgo(3)).isInIntune().facts());
        Run run = carryOut();
        assertThat(run.flagged()).isZero();

        RulesEffect other = effect(DEFAULTS.withLookBack(Duration.ofDays(20)));

        assertThat(other.result().isNothing()).isTrue();
        assertThat(other.result().now()).isZero();
    }

    @Test
    void nothingIsSavedByLookingAndWhatWasSavedSinceTheRunIsSaid() {
        tenant.has(device(1).signedIn(daysAgo(100)).facts());
        carryOut();
        assertThat(effect(DEFAULTS.withSilentAfter(Duration.ofDays(120))).outdated())
                .isFalse();
        assertThat(rules.current().version()).isZero();

        rules.save(rules.current(), DEFAULTS.withSilentAfter(Duration.ofDays(120)), false);
        RulesEffect back = effect(DEFAULTS);

        assertThat(back.outdated()).isTrue();
        assertThat(devices(back, EffectKind.COMES)).hasSize(1);
    }

    @Test
    void whoNoLongerWaitsAbandonsItAndTheNextOneIsCounted() {
        tenant.has(device(1).signedIn(daysAgo(100)).facts());
        carryOut();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> effects.of(DEFAULTS, (done, all) -> {
                    throw new CancellationException("left");
                }));

        assertThat(effect(DEFAULTS).result().isNothing()).isTrue();
    }

    @Test
    void theDevicesAreTakenAwayWholeHoweverManyTheyAre() {
        for (int number = 1; number <= 2_001; number++) {
            tenant.has(device(number).signedIn(daysAgo(100)).facts());
        }
        carryOut();
        ResultEffect result =
                effect(DEFAULTS.withSilentAfter(Duration.ofDays(120))).result();

        ExportPage<AffectedPart, AffectedDevice> first = effects.export(result, EffectKind.GOES);
        ExportPage<AffectedPart, AffectedDevice> second = effects.export(first);

        assertThat(first.rows()).hasSize(2_000);
        assertThat(first.more()).isTrue();
        assertThat(second.rows()).hasSize(1);
        assertThat(second.more()).isFalse();
        assertThat(first.rows())
                .extracting(AffectedDevice::objectId)
                .doesNotContain(second.last().objectId());
        assertThat(effects.export(result, EffectKind.COMES).rows()).isEmpty();
    }

    @Test
    void whereAGroupIsNotReadYetItSaysSoRatherThanGuess() {
        tenant.has(device(1).signedIn(daysAgo(100)).facts());
        carryOut();
        jdbc.sql("""
                insert into instruction_version (version, text, sentences, saved_at, saved_by_id, saved_by_name)
                values (1, 'Exclude devices in group "Executives"', 1, now(), 'ada', 'Ada Owner')
                """).update();

        assertThatExceptionOfType(DecisionsUnreadableException.class).isThrownBy(() -> effect(DEFAULTS));
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.AUDITOR})
    void onlyAnOwnerLooks() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> effects.of(DEFAULTS, Progress.UNSEEN));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> rules.history(ALL));
    }

    private RulesEffect effect(JudgingRules wanted) {
        return effects.of(wanted, Progress.UNSEEN).orElseThrow();
    }

    private List<AffectedDevice> devices(RulesEffect effect, EffectKind kind) {
        return effects.devices(effect.result(), kind, ALL);
    }

    private Run carryOut() {
        clock.forward(Duration.ofMinutes(1));
        Run run = As.person(ADA, () -> runs.start());
        byHand.carryOut(run);
        return runs.get(run.id()).orElseThrow();
    }

    private static ADevice device(int number) {
        return that().hasIds(objectId(number), new UUID(0x2222222222224222L, 0x8000000000000000L + number));
    }

    private static UUID objectId(int number) {
        return new UUID(0x1111111111114111L, 0x8000000000000000L + number);
    }
}
