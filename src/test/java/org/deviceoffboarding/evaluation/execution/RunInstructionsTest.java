package org.deviceoffboarding.evaluation.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.WIPE;
import static org.deviceoffboarding.judging.ADevice.daysAgo;
import static org.deviceoffboarding.judging.ADevice.that;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.deviceoffboarding.As;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.setting.SettingVersion;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.Obstacle;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunObstacles;
import org.deviceoffboarding.evaluation.RunRefusedException;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.effect.EffectKind;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.evaluation.leftout.LeftOutFilter;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.instruction.effect.InstructionEffect;
import org.deviceoffboarding.instruction.effect.InstructionEffectService;
import org.deviceoffboarding.instruction.effect.InstructionPreview;
import org.deviceoffboarding.instruction.effect.InstructionPreview.Effect;
import org.deviceoffboarding.instruction.effect.InstructionPreviews;
import org.deviceoffboarding.instruction.language.Instruction;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.deviceoffboarding.instruction.lookup.InstructionLookups;
import org.deviceoffboarding.instruction.lookup.Named;
import org.deviceoffboarding.instruction.version.InstructionService;
import org.deviceoffboarding.instruction.version.InstructionVersion;
import org.deviceoffboarding.instruction.version.InstructionsNotUnderstoodException;
import org.deviceoffboarding.instruction.version.InstructionsUnreadableException;
import org.deviceoffboarding.judging.ADevice;
import org.deviceoffboarding.judging.LeftOutReason;
import org.deviceoffboarding.suggestion.Factor;
import org.deviceoffboarding.suggestion.SuggestionFilter;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

/** How custom instructions are kept, and what they leave out of a run. */
@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.OWNER})
class RunInstructionsTest {

    private static final Actor ADA = new Actor("ada", "Ada Owner");
    private static final PageRequest ALL = PageRequest.of(0, 100);
    private static final String VIP = "Exclude devices with IDs ";

    @Autowired
    private InstructionService instructions;

    @Autowired
    private InstructionPreviews previews;

    @Autowired
    private InstructionEffectService effects;

    @Autowired
    private InstructionLookups lookups;

    @Autowired
    private List<RunObstacles> sources;

    @Autowired
    private RunService runs;

    @Autowired
    private LeftOutService leftOut;

    @Autowired
    private RunJob job;

    @Autowired
    private ScriptedInventory tenant;

    @Autowired
    private SuggestionService suggestions;

    @Autowired
    private AuditLogService auditLog;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, suggestion, scheduled_tasks, instruction_version cascade")
                .update();
        tenant.reset();
        tenant.has(wiped(1).facts(), wiped(2).facts(), wiped(3).runs("IPad").facts());
    }

    @Test
    void eachSavingIsAVersionWithWhoAndWhenAndIsOnRecord() {
        InstructionVersion first = save("Exclude Windows devices");
        InstructionVersion second = save("Exclude Windows devices.\n\tExclude devices named VIP-*\n");

        assertThat(instructions.current()).isEqualTo(second);
        assertThat(second.text()).isEqualTo("Exclude Windows devices.\n Exclude devices named VIP-*");
        assertThat(instructions.history(ALL))
                .extracting(SettingVersion::saved, SettingVersion::changes)
                .containsExactly(
                        tuple(
                                second,
                                List.of(
                                        "added “Exclude Windows devices.”",
                                        "added “Exclude devices named VIP-*”",
                                        "removed “Exclude Windows devices”")),
                        tuple(first, List.of("added “Exclude Windows devices”")),
                        tuple(InstructionVersion.NONE, List.of()));
        assertThat(List.of(second.version(), (long) second.sentences())).containsExactly(2L, 2L);
        assertThat(second.savedBy()).isEqualTo(ADA);
        assertThat(auditLog.find(AuditFilter.NONE, PageRequest.of(0, 2)))
                .extracting(AuditEntry::action, AuditEntry::summary)
                .contains(tuple("instructions.saved", "Saved custom instructions, version 2 with 2 sentences"));
    }

    @Test
    void whatIsNotUnderstoodIsNotSaved() {
        assertThatExceptionOfType(InstructionsNotUnderstoodException.class)
                .isThrownBy(() -> save("Exclude Windows devices. Exclude devices with platform Amiga"))
                .withMessageContaining("“Amiga” is no platform");

        assertThat(instructions.current().version()).isZero();
    }

    @Test
    void whoeverSavesOnTopOfAnotherIsRefused() {
        InstructionVersion before = instructions.current();
        save("Exclude Windows devices");

        assertThatExceptionOfType(ChangedMeanwhileException.class)
                .isThrownBy(() -> As.person(ADA, () -> instructions.save(before, "Exclude Android devices")))
                .withMessageContaining("somebody else saved");
        assertThat(instructions.current().text()).isEqualTo("Exclude Windows devices");
    }

    @Test
    void theSameTextIsNoNewVersion() {
        save("Exclude Windows devices");

        assertThat(save("Exclude Windows devices").version()).isEqualTo(1);
        assertThat(instructions.history(ALL)).hasSize(2);
    }

    @Test
    void aSavedVersionNeverChanges() {
        save("Exclude Windows devices");

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        jdbc.sql("update instruction_version set text = ''").update());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("delete from instruction_version").update());
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
    void onlyOwnersSeeAndChangeThem() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> instructions.current());
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> As.person(ADA, () -> instructions.save(InstructionVersion.NONE, "")));
    }

    @Test
    void aDeviceIsLeftOutAndTheInstructionIsNamed() {
        save(VIP + deviceId(1));

        Run run = carryOut();

        assertThat(leftOut.find(run.id(), LeftOutFilter.NONE, ALL))
                .extracting(LeftOutDevice::objectId, LeftOutDevice::reason, LeftOutDevice::detail)
                .containsExactly(tuple(
                        objectId(1), LeftOutReason.INSTRUCTION, "Custom instruction: “" + VIP + deviceId(1) + "”."));
        assertThat(run.flagged()).isEqualTo(2);
    }

    @Test
    void factorsNameTheInstructionsWithWhatEachLeftOutOfThatSuggestion() {
        tenant.has(wiped(4).facts(), wiped(5).runs("IPad").facts());
        save(VIP + deviceId(1) + ". Include only devices with IDs " + objectId(2) + " " + objectId(3));

        carryOut();

        assertThat(factors("Remove Windows corporate devices"))
                .contains(
                        new Factor("Custom instruction “" + VIP + deviceId(1) + "” left out 1 device.", 1),
                        new Factor(
                                "Custom instruction “Include only devices with IDs " + objectId(2) + ", " + objectId(3)
                                        + "” left out 1 device.",
                                1));
        assertThat(factors("Remove iOS/iPadOS corporate devices"))
                .filteredOn(factor -> factor.sentence().startsWith("Custom"))
                .singleElement()
                .satisfies(factor -> assertThat(factor.sentence()).contains("“Include only"));
    }

    @Test
    void anIncludeOnlyThatMatchesNothingGivesAnEmptyResultWithThatReason() {
        save("Include only devices with platform Linux");

        Run run = carryOut();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.flagged()).isZero();
        assertThat(leftOut.countByReason(run.id())).containsEntry(LeftOutReason.INSTRUCTION, 3L);
    }

    @Test
    void aRunGoesByTheVersionOfItsTimeAlsoAfterARestart() {
        save(VIP + deviceId(1));
        Run run = As.person(ADA, () -> runs.start());
        tenant.failsIn("confirm", new IllegalStateException("killed"));
        assertThatThrownBy(() -> job.execute(run.id(), () -> !tenant.stillFailsIn("confirm")))
                .isInstanceOf(RunSuspendedException.class);
        clock.forward(Duration.ofMinutes(1));
        save("Exclude devices with platform Windows");
        jdbc.sql("update evaluation_run set phase = 'JUDGE'").update();

        job.execute(run.id(), () -> false);

        assertThat(leftOut.find(run.id(), LeftOutFilter.NONE, ALL))
                .extracting(LeftOutDevice::objectId)
                .containsExactly(objectId(1));
    }

    @Test
    void noRunStartsWithATextThatIsNotUnderstood() {
        jdbc.sql("""
                insert into instruction_version (version, text, sentences, saved_at, saved_by_id, saved_by_name)
                values (1, 'Exclude what an older portal understood', 1, now() - interval '9 years', 'ada', 'Ada Owner')
                """).update();

        assertThatExceptionOfType(RunRefusedException.class)
                .isThrownBy(() -> As.person(ADA, () -> runs.start()))
                .withMessageStartingWith("No run was started");
        assertThat(runs.count()).isZero();
    }

    @Test
    void everyoneInAGroupIsLeftOut() {
        tenant.has(that().hasIds(objectId(4), deviceId(4))
                .signedIn(daysAgo(200))
                .hasRecord("managed", daysAgo(200))
                .facts());
        tenant.hasGroup("Executives", Set.of(objectId(1)), Set.of("someone@contoso.example"));
        save("Exclude devices in group \"Executives\"");

        Run run = carryOut();

        assertThat(leftOut.find(run.id(), LeftOutFilter.NONE, ALL))
                .extracting(LeftOutDevice::objectId)
                .containsExactlyInAnyOrder(objectId(1), objectId(4));
        assertThat(tenant.heldATransactionWhileAsking()).isFalse();
        assertThat(preview("Include only devices in group \"Executives\"").leftOut())
                .isEqualTo(2);
    }

    @Test
    void aGroupIsReadOnceForARunAlsoIfThePortalStops() {
        tenant.hasGroup("Executives", Set.of(objectId(1)), Set.of());
        save("Exclude devices in group \"Executives\"");
        Run run = As.person(ADA, () -> runs.start());
        tenant.failsIn("confirm", new IllegalStateException("killed"));
        assertThatThrownBy(() -> job.execute(run.id(), () -> !tenant.stillFailsIn("confirm")))
                .isInstanceOf(RunSuspendedException.class);
        tenant.loses("Executives");

        job.execute(run.id(), () -> false);

        assertThat(runs.get(run.id()).orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(leftOut.find(run.id(), LeftOutFilter.NONE, ALL))
                .extracting(LeftOutDevice::objectId)
                .containsExactly(objectId(1));
    }

    @Test
    void aGroupThatIsGoneIsSaidBeforeARunAndFailsTheRunThatIsStartedAllTheSame() {
        tenant.hasGroup("Executives", Set.of(), Set.of());
        save("Exclude devices in group \"Executives\"");
        assertThat(obstacles()).isEmpty();

        tenant.loses("Executives");

        assertThat(obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.certain()).isTrue();
            assertThat(obstacle.sentences())
                    .contains("would fail", "“Exclude devices in group \"Executives\"”", "Settings, Instructions");
        });

        Run run = carryOut();

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.failure())
                .contains("“Exclude devices in group \"Executives\"”", "has no group 'Executives'", "run again");
    }

    @Test
    void whatNoRunCouldReadIsNotSaved() {
        assertThatExceptionOfType(InstructionsUnreadableException.class)
                .isThrownBy(() -> save("Exclude Windows devices. Exclude devices in group \"Executives\""))
                .withMessageContaining("Nothing was saved. Microsoft Entra has no group 'Executives'.");

        assertThat(instructions.current()).isEqualTo(InstructionVersion.NONE);
        assertThat(tenant.heldATransactionWhileAsking()).isFalse();
    }

    @Test
    void aGroupThatWasThereWhileTypingAndIsGoneAtSavingIsNotSaved() {
        tenant.hasGroup("Executives", Set.of(), Set.of());
        String text = "Exclude devices in group \"Executives\"";
        assertThat(lookups.of(InstructionText.parse(text).instructions(), () -> false))
                .containsExactly(List.of(new Named(Named.State.FOUND, "The group 'Executives' was found.")));

        tenant.loses("Executives");

        assertThatExceptionOfType(InstructionsUnreadableException.class).isThrownBy(() -> save(text));
    }

    @Test
    void whatCannotBeLookedUpNowIsSavedAndSaidAsThat() {
        tenant.isAway();

        save("Exclude devices in group \"Executives\"");

        assertThat(obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.certain()).isFalse();
            assertThat(obstacle.sentences())
                    .contains("The group 'Executives' could not be looked up now", "The run looks itself");
        });
    }

    @Test
    void peopleAndIdsThatAreKnownNowhereAreSaidAndSaved() {
        String text = "Exclude devices owned by gone@contoso.example. " + VIP + deviceId(1) + ", " + deviceId(99);

        save(text);

        assertThat(lookups.of(InstructionText.parse(text).instructions(), () -> false))
                .flatExtracting(found -> found)
                .extracting(Named::state)
                .containsOnly(Named.State.KNOWN_NOWHERE);
        assertThat(obstacles()).isEmpty();
        assertThat(carryOut().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void thePreviewCountsWhatEachWouldLeaveOutOfTheLastResult() {
        tenant.has(wiped(4).signedIn(null).facts());
        save(VIP + deviceId(1));
        carryOut();

        assertThat(preview(
                        "Exclude devices with platform Windows. Include only devices with last activity before 90 days ago"
                                + ". Exclude devices with user x@contoso.com"))
                .satisfies(preview -> {
                    assertThat(List.of(preview.flagged(), preview.leftOut())).containsExactly(4, 4);
                    assertThat(preview.effects()).containsExactly(new Effect(3, 0), new Effect(0, 1), new Effect(0, 4));
                });
        assertThat(preview("").leftOut()).isZero();
    }

    @Test
    void thereIsNoPreviewBeforeTheFirstResultNorForNobody() {
        assertThat(previews.of(List.of(), true, Progress.UNSEEN)).isEmpty();
        carryOut();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> previews.of(List.of(), true, (done, all) -> {
                    throw new CancellationException();
                }));
    }

    @Test
    void veryManyAreCountedTogetherAlone() {
        carryOut();
        List<Instruction> two = InstructionText.parse(VIP + deviceId(1) + ". Exclude devices with platform Windows")
                .instructions();

        InstructionPreview together = previews.of(two, false, Progress.UNSEEN).orElseThrow();

        assertThat(together.effects()).isEmpty();
        assertThat(together.leftOut())
                .isEqualTo(previews.of(two, true, Progress.UNSEEN).orElseThrow().leftOut())
                .isPositive();
    }

    @Test
    void whichDevicesComeAndGoByOtherInstructionsIsToldBeforeTheyAreSaved() {
        save(VIP + deviceId(1));
        carryOut();

        InstructionEffect effect = effect("Exclude devices with platform Windows");

        assertThat(List.of(effect.result().now(), effect.result().then())).containsExactly(2L, 1L);
        assertThat(effects.devices(effect.result(), EffectKind.GOES, ALL))
                .singleElement()
                .satisfies(device -> {
                    assertThat(device.objectId()).isEqualTo(objectId(2));
                    assertThat(device.now()).isEqualTo("Suggested: Removed from Intune");
                    assertThat(device.then()).isEqualTo("Left out: Instruction");
                    assertThat(device.why()).contains("“Exclude devices with platform Windows”");
                });
        assertThat(effects.devices(effect("").result(), EffectKind.COMES, ALL))
                .extracting(device -> device.objectId())
                .containsExactly(objectId(1));
        assertThat(instructions.current().version()).isEqualTo(1);
    }

    @Test
    void aGroupThatNobodyHasReadYetIsNamedBesideTheNumbers() {
        carryOut();

        InstructionEffect effect = effect("Exclude devices in group \"Executives\"");

        assertThat(effect.unread()).containsExactly("Executives");
        assertThat(effect.result().isNothing()).isTrue();
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER})
    void onlyOwnersLookWhatOtherInstructionsWouldChange() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> effect(""));
    }

    private InstructionEffect effect(String text) {
        return effects.of(InstructionText.parse(text).instructions(), Progress.UNSEEN)
                .orElseThrow();
    }

    private InstructionPreview preview(String text) {
        return previews.of(InstructionText.parse(text).instructions(), true, Progress.UNSEEN)
                .orElseThrow();
    }

    private InstructionVersion save(String text) {
        return As.person(ADA, () -> instructions.save(instructions.current(), text));
    }

    private List<Factor> factors(String title) {
        long id = suggestions.find(SuggestionFilter.NONE, ALL).stream()
                .filter(suggestion -> suggestion.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
        return suggestions.get(id).orElseThrow().factors();
    }

    private List<Obstacle> obstacles() {
        return sources.stream().flatMap(source -> source.find().stream()).toList();
    }

    private Run carryOut() {
        clock.forward(Duration.ofMinutes(1));
        Run run = As.person(ADA, () -> runs.start());
        job.execute(run.id(), () -> false);
        return runs.get(run.id()).orElseThrow();
    }

    private static ADevice wiped(int number) {
        return that().hasIds(objectId(number), deviceId(number)).was(WIPE, daysAgo(3));
    }

    private static UUID objectId(int number) {
        return new UUID(0x1111111111114111L, 0x8000000000000000L + number);
    }

    private static UUID deviceId(int number) {
        return new UUID(0x2222222222224222L, 0x8000000000000000L + number);
    }
}
