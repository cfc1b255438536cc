package org.deviceoffboarding.ask.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TenantCopy;
import org.deviceoffboarding.ask.answer.Answer.NearName;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Ranking;
import org.deviceoffboarding.ask.question.Since;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.StoredRun;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.inventory.criterion.AskedDevices;
import org.deviceoffboarding.inventory.criterion.AskedText;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.deviceoffboarding.inventory.list.ListedDevices;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.TimePoint;
import org.deviceoffboarding.language.VersionComparison;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Answers of a tenant that a test makes up, and that changes between its run and the question. */
@PortalTest
@WithMockUser(roles = Roles.READER)
class AnswerServiceTest {

    private static final Condition FLAGGED = is(Choice.FLAGGED);

    @Autowired
    private AnswerService answers;

    @Autowired
    private DeviceService devices;

    @Autowired
    private Inventories inventories;

    @Autowired
    private AskedDevices asked;

    @Autowired
    private ListedDevices listed;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    private FlaggedTenant tenant;
    private UUID flagged;

    @BeforeEach
    void haveDevices() {
        tenant = FlaggedTenant.removed(jdbc);
        flagged = tenant.flagged("LAPTOP-123", "AzureAd");
        tenant.flagged("LAPTOP-124", "AzureAd");
        tenant.healthy("TABLET-7");
    }

    @Test
    void theSummaryOfOneSituationIsThatOfItsSuggestion() {
        assertThat(found(is(Choice.REMOVED_FROM_INTUNE)).summary())
                .isEqualTo("There are 2 devices that are no longer in Intune but still in other portals."
                        + " These devices should be removed.");
        tenant.flagged("LAPTOP-125", "ServerAd");
        assertThat(found(is(Choice.REMOVED_FROM_INTUNE)).count()).isEqualTo(3);
    }

    @Test
    void anyOtherSummaryNamesTheCriteriaAndHowManyOfTheDevicesAreFlagged() {
        assertThat(found(is(Choice.WINDOWS)).summary())
                .isEqualTo("There are 3 devices with platform Windows. 2 of them are flagged: 2 removed from Intune.");
        assertThat(found(is(Choice.MACOS)).summary()).isEqualTo("There is no device with platform macOS.");
        assertThat(found(name("TABLET-7")).summary())
                .isEqualTo("There is 1 device with names matching \"TABLET-7\". It is not flagged.");
    }

    @Test
    void whatIsAskedForIsNotToldAsNews() {
        assertThat(found(FLAGGED).summary())
                .isEqualTo("There are 2 flagged devices. By situation: 2 removed from Intune.");
        assertThat(found(Condition.all(List.of(is(Choice.REMOVED_FROM_INTUNE), is(Choice.WINDOWS))))
                        .summary())
                .isEqualTo("There are 2 devices with situation removed from Intune and platform Windows.");
    }

    @Test
    void whatNoDeviceCanEverBeIsSaid() {
        assertThat(found(Condition.all(List.of(is(Choice.ENABLED), is(Choice.DISABLED))))
                        .summary())
                .isEqualTo("Nothing can be both enabled and disabled, so there is no such device.");
        Answer.Groups groups = (Answer.Groups) answers.answer(new Question(
                Wish.GROUPS,
                Condition.all(List.of(FLAGGED, is(Choice.NOT_FLAGGED))),
                List.of(ConditionType.PLATFORM),
                null,
                null,
                List.of()));
        assertThat(groups.summary())
                .isEqualTo("Nothing can be both flagged and not flagged, so there is no such device.");
    }

    @Test
    void theLargestGroupsComeFirstAndTheSmallestWhereTheseAreAskedFor() {
        assertThat(sizes(null)).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(sizes(new Ranking(null, false, 1)))
                .containsExactly(sizes(null).getFirst());
        assertThat(sizes(new Ranking(null, true, Ranking.ALL))).isSorted().hasSameSizeAs(sizes(null));
        assertThat(sizes(new Ranking(null, true, 1)))
                .containsExactly(sizes(null).getLast());
    }

    /** Returns how many devices are flagged, and how many are not, in the order in which they are answered. */
    private List<Long> sizes(@Nullable Ranking ranking) {
        Answer.Groups groups = (Answer.Groups) answers.answer(
                new Question(Wish.GROUPS, null, List.of(ConditionType.FLAGGED), ranking, null, List.of()));
        return groups.groups().stream().map(Answer.Group::devices).toList();
    }

    @Test
    void whereThereIsNothingToCompareWithTheSummarySaysSoFirst() {
        Question question = Question.devices(FLAGGED).compared(new Since.PreviousRun());
        Question counted = new Question(Wish.COUNT, FLAGGED, List.of(), null, new Since.PreviousRun(), List.of());
        Question grouped = new Question(
                Wish.GROUPS, FLAGGED, List.of(ConditionType.PLATFORM), null, new Since.PreviousRun(), List.of());
        String problem =
                "There is no run before the newest one whose result is kept: nothing to compare with yet. There are 2";

        assertThat(((Answer.Devices) answers.answer(question)).summary()).startsWith(problem);
        assertThat(((Answer.Devices) answers.answer(counted)).summary()).startsWith(problem);
        assertThat(((Answer.Groups) answers.answer(grouped)).summary()).startsWith(problem);
    }

    @Test
    void factorsAndStepsAreThoseOfTheFlaggedOnesAlone() {
        Answer.Devices answer = found(is(Choice.WINDOWS));

        assertThat(answer.flagged()).isEqualTo(2);
        assertThat(answer.factors())
                .extracting(factor -> factor.sentence() + " " + factor.devices())
                .contains("Users can reach corporate apps without MDM enrolment. 2");
        assertThat(answer.playbooks()).hasSize(1);
        assertThat(answer.playbooks().getFirst().devices()).isEqualTo(2);
        assertThat(answer.playbooks().getFirst().steps()).isNotEmpty();
        assertThat(found(name("TABLET-7")).playbooks()).isEmpty();
        assertThat(found(name("TABLET-7")).factors()).isEmpty();
    }

    @Test
    void whatThePortalDeletedSinceTheRunIsNotThereAnyMore() {
        assertThat(found(FLAGGED).count()).isEqualTo(2);

        change(VerifiedChange.Kind.DELETED);

        assertThat(found(FLAGGED).count()).isEqualTo(1);
        assertThat(found(FLAGGED).factors()).allMatch(factor -> factor.devices() == 1);
        assertThat(names(found(FLAGGED))).containsExactly("LAPTOP-124");
    }

    @Test
    void whatThePortalDisabledSinceTheRunIsDisabled() {
        assertThat(found(is(Choice.DISABLED)).count()).isZero();

        change(VerifiedChange.Kind.DISABLED);

        assertThat(names(found(is(Choice.DISABLED)))).containsExactly("LAPTOP-123");
        assertThat(names(found(is(Choice.ENABLED)))).containsExactly("LAPTOP-124", "TABLET-7");
    }

    @Test
    void whatAListShowsOfAnAnswerIsWhatWasCounted() {
        Answer.Devices answer = found(Condition.all(List.of(FLAGGED, Condition.not(name("*4")))));

        assertThat(answer.count()).isEqualTo(1);
        assertThat(names(answer)).containsExactly("LAPTOP-123");
        assertThat(devices.count(answer.devices())).isEqualTo(1);
        assertThat(devices.export(answer.devices(), Sort.by("user")).rows()).hasSize(1);
    }

    @Test
    void theOldestAreTheOldestAndTheCountSaysOfHowMany() {
        lastSignIn("TABLET-7", 400);
        Question question = new Question(
                Wish.DEVICES, null, List.of(), new Ranking(ConditionType.ACTIVITY, true, 1), null, List.of());

        Answer.Devices answer = (Answer.Devices) answers.answer(question);

        assertThat(names(answer)).containsExactly("TABLET-7");
        assertThat(answer.count()).isEqualTo(1);
        assertThat(answer.fitting()).isEqualTo(3);
        assertThat(answer.summary()).startsWith("This is 1 of the 3 devices, by last activity ascending.");
    }

    @Test
    void aTimeInTheFutureIsNoActivity() {
        lastSignIn("TABLET-7", -30);

        assertThat(names(found(is(new Criterion.Never(Source.ANY))))).containsExactly("TABLET-7");
        assertThat(found(active(Comparison.AFTER, 1)).count()).isZero();
        assertThat(found(active(Comparison.BEFORE, 1)).count()).isEqualTo(2);
    }

    @Test
    void withoutAResultNothingIsAnsweredAndItIsSaidWhatToDo() {
        jdbc.sql("update inventory set published_at = null").update();

        Answer answer = answers.answer(Question.devices(null));

        assertThat(answer).isInstanceOf(Answer.None.class);
        assertThat(((Answer.None) answer).why()).contains("Run the agent");
        assertThat(answers.count(Question.devices(null))).isEmpty();
    }

    @Test
    void aResultThatKeptNoLinkStatesIsNotAskedForThem() {
        assertThat(why(Question.devices(is(Choice.LINK_HEALTHY)))).contains("Run the agent once");

        jdbc.sql("update evaluation_run set links_known = true").update();
        assertThat(found(is(Choice.LINK_HEALTHY)).count()).isEqualTo(3);
        jdbc.sql("insert into device_link (run_id, object_id, link_state) values (:run, :id, 'REMOVED')")
                .param("run", tenant.runId())
                .param("id", flagged)
                .update();
        assertThat(names(found(is(Choice.LINK_REMOVED)))).containsExactly("LAPTOP-123");
        assertThat(found(is(Choice.LINK_HEALTHY)).count()).isEqualTo(2);
    }

    @Test
    void aNameThatNothingHasIsAnsweredWithWhatIsNearlyCalledSoAndNeverTaken() {
        Answer.Devices answer = found(name("LAPTPO-123"));

        assertThat(answer.count()).isZero();
        assertThat(answer.near()).hasSize(1);
        assertThat(answer.near().getFirst().nearest())
                .extracting(NearName::name)
                .contains("LAPTOP-123");
        Question offered = answer.near().getFirst().nearest().stream()
                .filter(near -> near.name().equals("LAPTOP-123"))
                .findFirst()
                .orElseThrow()
                .question();
        assertThat(answers.count(offered)).hasValue(1);
    }

    @Test
    void oneOfSeveralNamesThatNothingHasIsSaid() {
        Answer.Devices answer = found(is(new Criterion.Texts(ConditionType.NAME, List.of("LAPTOP-123", "LAPTPO-124"))));

        assertThat(answer.count()).isEqualTo(1);
        assertThat(answer.near()).extracting(Answer.NearNames::name).containsExactly("LAPTPO-124");
    }

    @Test
    void threeFurtherQuestionsEachHaveAnAnswer() {
        IntStream.range(0, 10).forEach(n -> tenant.healthy("KIOSK-" + n));

        for (Question question : List.of(
                Question.devices(null),
                Question.devices(FLAGGED),
                Question.devices(is(Choice.MACOS)).and(FLAGGED),
                Question.devices(is(Choice.REMOVED_FROM_INTUNE)),
                Question.devices(name("TABLET-7")),
                Question.devices(name("TABLET-8")),
                Question.devices(is(Choice.WINDOWS)).compared(new Since.PreviousRun()),
                new Question(
                        Wish.DEVICES, null, List.of(), new Ranking(ConditionType.ACTIVITY, true, 1), null, List.of()),
                new Question(Wish.GROUPS, null, List.of(ConditionType.PLATFORM), null, null, List.of()),
                new Question(Wish.COUNT, FLAGGED, List.of(), null, null, List.of()))) {
            Answer answer = answers.answer(question);
            assertThat(answer.further()).as(question.canonical()).hasSize(3).doesNotHaveDuplicates();
            answer.further().forEach(further -> {
                assertThat(further.devices()).isPositive();
                assertThat(answers.count(further.question()))
                        .as(further.question().canonical())
                        .hasValue(further.devices());
            });
        }
    }

    @Test
    void whyADeviceIsFlaggedIsWhatItsFindingSays() {
        ReportedDevice device = single(Wish.WHY, "laptop-123");

        assertThat(device.objectId()).isEqualTo(flagged);
        assertThat(device.sentences().getFirst()).isEqualTo("It is flagged: Removed from Intune.");
        assertThat(device.sentences()).hasSizeGreaterThan(1);
        assertThat(device.suggestion()).isEqualTo(tenant.suggestionId());
    }

    @Test
    void whyADeviceIsLeftOutIsWhatTheRuleSays() {
        jdbc.sql("""
                insert into left_out (run_id, object_id, name, platform, reason, situation, detail)
                select :run, object_id, display_name, 'WINDOWS', 'EXCEPTION', 'SILENT_EVERYWHERE', 'Exception of Ada: kiosk.'
                from entra_device where display_name = 'TABLET-7' and run_id = :run
                """).param("run", tenant.runId()).update();

        assertThat(single(Wish.WHY, "TABLET-7").sentences())
                .containsExactly(
                        "It is not flagged: a rule left it out. Without that rule it would be in the situation: Silent everywhere.",
                        "Exception. Exception of Ada: kiosk.");
        assertThat(single(Wish.NEXT, "TABLET-7").sentences()).first().isEqualTo("Nothing is suggested for it.");
    }

    @Test
    void whyADeviceIsWellSaysWhatSpeaksAgainstEachSituation() {
        lastSignIn("TABLET-7", 3);

        assertThat(single(Wish.WHY, "TABLET-7").sentences())
                .hasSize(3)
                .first()
                .isEqualTo("It is not flagged, and no rule left it out: no situation holds for it.");
        assertThat(single(Wish.WHY, "TABLET-7").sentences().getLast())
                .startsWith("It last signed in in Entra on ")
                .endsWith("which is no more than 90 days ago.");
    }

    @Test
    void whatToDoWithAFlaggedDeviceIsItsPlaybook() {
        ReportedDevice device = single(Wish.NEXT, "LAPTOP-123");

        assertThat(device.steps()).isNotEmpty();
        assertThat(device.sentences().getLast())
                .contains("It is in the suggestion", "The first step that is not done there");
    }

    @Test
    void whoDisabledADeviceIsSaidWhereItIsKnownAndElseThatItIsNot() {
        assertThat(single(Wish.DISABLED_BY, "LAPTOP-123").sentences()).containsExactly("It is not disabled.");

        change(VerifiedChange.Kind.DISABLED);
        assertThat(single(Wish.DISABLED_BY, "LAPTOP-123").sentences())
                .first()
                .asString()
                .startsWith("It is disabled in Entra, and this portal did not disable it.")
                .contains("not known here");

        tenant.disabled(flagged, "LAPTOP-123", 3);
        assertThat(single(Wish.DISABLED_BY, "LAPTOP-123").sentences())
                .first()
                .asString()
                .startsWith("This portal disabled it on ")
                .endsWith("approver@contoso.example approved that.");
    }

    @Test
    void whatHappenedToADeviceIsItsTimeLine() {
        assertThat(single(Wish.HISTORY, "LAPTOP-123").moments())
                .extracting(moment -> moment.what())
                .contains("Wiped in Intune", "Flagged: removed from Intune");
    }

    @Test
    void twoDevicesAreComparedInWhatIsKnownOfBoth() {
        lastSignIn("TABLET-7", 3);

        Answer.Single answer =
                (Answer.Single) answers.answer(single(Wish.DIFFERENCE, List.of("LAPTOP-123", "TABLET-7")));

        assertThat(answer.devices()).hasSize(2);
        assertThat(answer.differences())
                .filteredOn(Difference::differs)
                .extracting(Difference::label)
                .contains("Name", "Object ID", "Last activity in Entra")
                .doesNotContain("Platform", "Ownership");
    }

    @Test
    void severalDevicesOfOneNameAreAllAnsweredForAndItIsSaid() {
        tenant.healthy("LAPTOP-123");

        Answer.Single answer = (Answer.Single) answers.answer(single(Wish.DEVICE, List.of("LAPTOP-123")));

        assertThat(answer.devices()).hasSize(2);
        assertThat(answer.notes()).anyMatch(note -> note.startsWith("2 devices are called LAPTOP-123."));
    }

    @Test
    void aDeviceThatThePortalDeletedIsSaidToBeDeleted() {
        tenant.deleted("OLD-1", 3, true);

        Answer.None answer = (Answer.None) answers.answer(single(Wish.HISTORY, List.of("OLD-1")));

        assertThat(answer.notes()).anyMatch(note -> note.startsWith("This portal deleted OLD-1 on "));
    }

    @Test
    void aDeviceIsFoundByEachOfItsIds() {
        UUID intuneId = tenant.inIntune(flagged);

        for (UUID id : List.of(flagged, tenant.deviceIdOf(flagged), intuneId)) {
            assertThat(single(Wish.DEVICE, id.toString()).objectId()).isEqualTo(flagged);
            assertThat(names(found(is(new Criterion.Ids(List.of(id)))))).containsExactly("LAPTOP-123");
        }
    }

    @Test
    void whatIsNewAndGoneSinceTheRunBeforeIsFoundInItsCopy() {
        long before = tenant.runId();
        UUID stays = flagged;
        FlaggedTenant now = FlaggedTenant.removed(jdbc);
        jdbc.sql("update inventory set replaced_at = now() where run_id = :run")
                .param("run", before)
                .update();
        jdbc.sql("""
                insert into entra_device (run_id, object_id, device_id, display_name, account_enabled, operating_system, platform,
                    ownership_kind, trust_type, physical_ids, last_sign_in)
                select :now, object_id, device_id, display_name, account_enabled, operating_system, platform, ownership_kind,
                    trust_type, physical_ids, last_sign_in
                from entra_device where run_id = :before and object_id = :id
                """)
                .param("now", now.runId())
                .param("before", before)
                .param("id", stays)
                .update();
        TenantCopy.list(jdbc, now.runId());
        now.healthy("NEW-1");
        jdbc.sql("update listed_device set asked = true").update();

        ComparedAnswer compared = compared(Question.devices(is(Choice.WINDOWS)).compared(new Since.PreviousRun()));

        assertThat(compared.problem()).isNull();
        assertThat(compared.runId()).isEqualTo(before);
        assertThat(compared.before()).isEqualTo(3);
        assertThat(compared.added()).isEqualTo(1);
        assertThat(compared.gone()).isEqualTo(2);
        assertThat(compared.goneDevices())
                .extracting(ComparedAnswer.FittedDevice::name)
                .containsExactly("LAPTOP-124", "TABLET-7");
        jdbc.sql("delete from inventory where run_id = :run")
                .param("run", before)
                .update();
        assertThat(compared.addedDevices())
                .as("known with the answer, whatever becomes of the copy that it was compared with")
                .extracting(ComparedAnswer.FittedDevice::name)
                .containsExactly("NEW-1");
    }

    @Test
    void whereNoInventoryIsKeptFindingsAreComparedAndAllElseIsSaidToBeImpossible() {
        long before = tenant.runId() - 1;
        StoredRun.add(jdbc, before);
        jdbc.sql("""
                insert into finding (run_id, object_id, name, platform, ownership, kind, kind_group, situation, link_state, evidence)
                select :before, case when n = 1 then cast(:stays as uuid) else gen_random_uuid() end, 'OLD-' || n, 'WINDOWS',
                    'CORPORATE', 'ORDINARY', 'ORDINARY', 'REMOVED_FROM_INTUNE', 'REMOVED', array['Was removed.']
                from generate_series(1, 3) n
                """).param("before", before).param("stays", flagged).update();

        ComparedAnswer compared =
                compared(Question.devices(is(Choice.REMOVED_FROM_INTUNE)).compared(new Since.PreviousRun()));

        assertThat(compared.problem()).isNull();
        assertThat(compared.before()).isEqualTo(3);
        assertThat(compared.added()).isEqualTo(1);
        assertThat(compared.gone()).isEqualTo(2);
        assertThat(compared.goneDevices())
                .extracting(ComparedAnswer.FittedDevice::name)
                .containsExactly("OLD-2", "OLD-3");

        assertThat(compared(Question.devices(is(Choice.WINDOWS)).compared(new Since.PreviousRun()))
                        .problem())
                .contains("the inventory is no longer kept");
        assertThat(compared(Question.devices(FLAGGED).compared(new Since.On(new TimePoint.Ago(30, ChronoUnit.DAYS))))
                        .problem())
                .startsWith("No run had ended with a result by ");
    }

    @Test
    void theBuildOfWindowsInBracketsIsAPartOfTheVersion() {
        jdbc.sql("update entra_device set operating_system_version = '10.0 (22621)' where object_id = :id")
                .param("id", flagged)
                .update();
        jdbc.sql("update entra_device set operating_system_version = '10.0 (19045)' where display_name = 'LAPTOP-124'")
                .update();
        listed.renew(tenant.runId(), tenant.all());

        assertThat(names(found(is(new Criterion.Version(VersionComparison.AT_LEAST, "10.0.22000")))))
                .containsExactly("LAPTOP-123");
        assertThat(names(found(is(new Criterion.Texts(ConditionType.VERSION, List.of("10.0.19045*"))))))
                .containsExactly("LAPTOP-124");
    }

    @Test
    void whereOnlyARunFillsWhatQuestionsAskByNobodyWaitsForTheInventory() throws SQLException {
        jdbc.sql("""
                insert into entra_device (run_id, object_id, device_id, display_name, account_enabled, operating_system,
                    platform, ownership_kind, trust_type, physical_ids)
                select :run, gen_random_uuid(), gen_random_uuid(), 'OLD-' || n, true, 'Windows', 'WINDOWS', 'CORPORATE', 'AzureAd', '{}'
                from generate_series(1, 20001) n
                """).param("run", tenant.runId()).update();
        TenantCopy.list(jdbc, tenant.runId());
        jdbc.sql("update listed_device set asked = false").update();
        jdbc.sql("set local lock_timeout = '1s'").update();

        try (Connection correcting = database.getConnection();
                Statement lock = correcting.createStatement()) {
            lock.execute("select pg_advisory_lock(hashtextextended('inventory', 0))");
            try {
                assertThat(why(Question.devices(is(Choice.WINDOWS)))).contains("Run the agent once, then ask again.");
            } finally {
                lock.execute("select pg_advisory_unlock(hashtextextended('inventory', 0))");
            }
        }
    }

    @Test
    void whatIsPickedBesideAnOrIsLookedUpForEachDevice() {
        Condition either = Condition.any(List.of(is(Choice.LINK_HEALTHY), is(Choice.DISABLED)));
        jdbc.sql("update evaluation_run set links_known = true").update();
        assertThat(found(either).count()).isEqualTo(3);

        DeviceCondition picked =
                new DeviceCondition.Picked(DeviceSubset.in("select object_id from device_link where run_id = :run"));
        DeviceCondition healthy = new DeviceCondition.Not(picked);
        DeviceSubset all = asked.subset(
                tenant.runId(),
                new DeviceCondition.Any(List.of(
                        healthy, new DeviceCondition.Picked(DeviceSubset.in("select object_id from device_key")))));
        assertThat(all.objectIds())
                .as("with \"in\" each device is compared with all that are too many to be hashed")
                .doesNotContain(" in (select");
        assertThat(all.objectIds()).contains("exists");
    }

    @Test
    void aGroupThatCannotBeReadIsNoEmptyAnswer() {
        assertThat(why(Question.devices(is(new Criterion.Groups(List.of("Sales"))))))
                .startsWith("Who is in the group 'Sales' could not be read, and without that there is no answer.");
        assertThat(why(Question.devices(is(new Criterion.Texts(ConditionType.DEPARTMENT, List.of("Sales"))))))
                .startsWith("Who is in the department 'Sales' could not be read");
    }

    @Test
    void namesAreCompletedByTheInventory() {
        assertThat(answers.names(AskedText.NAME, "lap", 10)).containsExactly("LAPTOP-123", "LAPTOP-124");
        assertThat(answers.names(AskedText.NAME, "lap%", 10)).isEmpty();
        assertThat(answers.names(AskedText.USER, "a", 10)).isEmpty();
    }

    private void change(VerifiedChange.Kind kind) {
        Instant now = Instant.now();
        inventories.correct(
                new VerifiedChange(flagged, kind, now, now, 1),
                kind == VerifiedChange.Kind.DELETED
                        ? null
                        : inventories
                                .facts(tenant.runId(), flagged)
                                .orElseThrow()
                                .entra());
        if (kind == VerifiedChange.Kind.DISABLED) {
            jdbc.sql("update entra_device set account_enabled = false where object_id = :id")
                    .param("id", flagged)
                    .update();
            jdbc.sql("update listed_device set enabled = false where object_id = :id")
                    .param("id", flagged)
                    .update();
        }
    }

    private void lastSignIn(String name, int daysAgo) {
        jdbc.sql(
                        "update entra_device set last_sign_in = now() - make_interval(days => :days) where display_name = :name")
                .param("days", daysAgo)
                .param("name", name)
                .update();
        jdbc.sql("delete from listed_device where name = :name")
                .param("name", name)
                .update();
        TenantCopy.list(jdbc, tenant.runId());
    }

    private Answer.Devices found(Condition condition) {
        return (Answer.Devices) answers.answer(Question.devices(condition));
    }

    private String why(Question question) {
        return ((Answer.None) answers.answer(question)).why();
    }

    private ComparedAnswer compared(Question question) {
        return Objects.requireNonNull(((Answer.Devices) answers.answer(question)).comparison());
    }

    private ReportedDevice single(Wish wish, String name) {
        return ((Answer.Single) answers.answer(single(wish, List.of(name))))
                .devices()
                .getFirst();
    }

    private static Question single(Wish wish, List<String> names) {
        return new Question(wish, null, List.of(), null, null, names);
    }

    private List<String> names(Answer.Devices answer) {
        return devices.find(answer.devices(), PageRequest.of(0, 100)).stream()
                .map(DeviceRow::name)
                .toList();
    }

    private static Condition is(Choice choice) {
        return is(new Criterion.Choices(choice.type(), List.of(choice)));
    }

    private static Condition is(Criterion criterion) {
        return new Condition.Is(criterion);
    }

    private static Condition name(String pattern) {
        return is(new Criterion.Texts(ConditionType.NAME, List.of(pattern)));
    }

    private static Condition active(Comparison comparison, int days) {
        return is(new Criterion.Activity(Source.ANY, comparison, new TimePoint.Ago(days, ChronoUnit.DAYS)));
    }
}
