package org.deviceoffboarding.ask.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TenantCopy;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.inventory.criterion.AskedDevices;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.inventory.list.ListedDevices;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.removed.VerifiedChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What is kept of devices to answer by, when something happens between their listing and the question. */
@PortalTest
@WithMockUser(roles = Roles.READER)
class AnswersInMotionTest {

    @Autowired
    private AnswerService answers;

    @Autowired
    private DeviceService devices;

    @Autowired
    private AskedDevices asked;

    @Autowired
    private Inventories inventories;

    @Autowired
    private ListedDevices listed;

    @Autowired
    private JdbcClient jdbc;

    private FlaggedTenant tenant;
    private UUID flagged;
    private UUID tablet;

    @BeforeEach
    void haveDevices() {
        tenant = FlaggedTenant.removed(jdbc);
        flagged = tenant.flagged("LAPTOP-123", "AzureAd");
        tenant.flagged("LAPTOP-124", "AzureAd");
        tablet = tenant.healthy("TABLET-7");
    }

    @Test
    void aDeviceThatIsFlaggedAfterItWasListedCountsAsFlagged() {
        assertThat(found(Choice.WINDOWS).flagged()).isEqualTo(2);
        assertThat(names(Choice.NOT_FLAGGED)).containsExactly("TABLET-7");

        jdbc.sql("""
                insert into finding (run_id, object_id, device_id, name, platform, ownership, join_type, kind, kind_group,
                    situation, link_state, enabled, evidence)
                select run_id, object_id, device_id, display_name, platform, ownership_kind, trust_type, 'ORDINARY', 'ORDINARY',
                    'SILENT_EVERYWHERE', 'HEALTHY', true, array['Silent.']
                from entra_device where display_name = 'TABLET-7'
                """).update();

        assertThat(found(Choice.WINDOWS).flagged()).isEqualTo(3);
        assertThat(found(Choice.WINDOWS).summary()).contains("2 removed from Intune, 1 silent everywhere");
        assertThat(names(Choice.NOT_FLAGGED)).isEmpty();
        assertThat(names(Choice.SILENT_EVERYWHERE)).containsExactly("TABLET-7");
    }

    @Test
    void aDeviceThatIsFlaggedNoMoreCountsAmongAllOthers() {
        jdbc.sql("delete from finding where object_id = :id")
                .param("id", flagged)
                .update();

        assertThat(found(Choice.WINDOWS).flagged()).isEqualTo(1);
        assertThat(found(Choice.WINDOWS).count()).isEqualTo(3);
        assertThat(names(Choice.NOT_FLAGGED)).containsExactly("LAPTOP-123", "TABLET-7");
    }

    @Test
    void whatIsSaidOfADeviceThatThePortalDisabledIsSaidOfADisabledOne() {
        assertThat(devicesBy("Users can reach corporate apps without MDM enrolment."))
                .isEqualTo(2);
        assertThat(devicesBy("Already disabled in Entra.")).isZero();

        inventories.correct(
                change(VerifiedChange.Kind.DISABLED),
                inventories.facts(tenant.runId(), flagged).orElseThrow().entra());

        assertThat(devicesBy("Users can reach corporate apps without MDM enrolment."))
                .isEqualTo(1);
        assertThat(devicesBy("Already disabled in Entra.")).isEqualTo(1);
        assertThat(found(Choice.WINDOWS).flagged()).isEqualTo(2);
    }

    @Test
    void nothingIsSaidAnyMoreOfADeviceThatThePortalDeleted() {
        inventories.correct(change(VerifiedChange.Kind.DELETED), null);

        assertThat(found(Choice.WINDOWS).count()).isEqualTo(2);
        assertThat(found(Choice.WINDOWS).flagged()).isEqualTo(1);
        assertThat(devicesBy("Users can reach corporate apps without MDM enrolment."))
                .isEqualTo(1);
    }

    @Test
    void anExceptionCountsFromThenOnUntilItIsLifted() {
        calledInIntune("kiosk-9");
        assertThat(names(Choice.IN_EXCEPTION)).isEmpty();

        long exception = except("kiosk-*");
        assertThat(names(Choice.IN_EXCEPTION)).containsExactly("TABLET-7");
        except("laptop-?2?");
        assertThat(names(Choice.IN_EXCEPTION)).containsExactly("LAPTOP-123", "LAPTOP-124", "TABLET-7");

        jdbc.sql("""
                update device_exception set lifted_at = now() - interval '1 minute', lifted_by_name = 'Ada', lift_reason = 'Over'
                where id = :id
                """).param("id", exception).update();
        assertThat(names(Choice.IN_EXCEPTION)).containsExactly("LAPTOP-123", "LAPTOP-124");
    }

    @Test
    void aPatternOfAnExceptionFitsAWholeNameInIntuneAndReachesOverNone() {
        calledInIntune("kiosk-9", "hall-2");

        except("kiosk");
        except("iosk-9");
        except("kiosk*2");
        assertThat(names(Choice.IN_EXCEPTION)).isEmpty();

        except("*l-?");
        assertThat(names(Choice.IN_EXCEPTION)).containsExactly("TABLET-7");
    }

    @Test
    void aLinkThatIsHealthyNoMoreIsFoundByWhatItIs() {
        jdbc.sql("update evaluation_run set links_known = true").update();
        assertThat(names(Choice.LINK_HEALTHY)).containsExactly("LAPTOP-123", "LAPTOP-124", "TABLET-7");

        jdbc.sql("insert into device_link (run_id, object_id, link_state) values (:run, :id, 'UNCLAIMED')")
                .param("run", tenant.runId())
                .param("id", flagged)
                .update();

        assertThat(names(Choice.LINK_HEALTHY)).containsExactly("LAPTOP-124", "TABLET-7");
        assertThat(names(Choice.LINK_UNCLAIMED)).containsExactly("LAPTOP-123");
        assertThat(found(Choice.LINK_HEALTHY).flagged()).isEqualTo(1);
    }

    @Test
    void whatThePortalDisablesIsFoundAsThatWhereTheCopyIsPacked() {
        pack();
        assertThat(names(Choice.DISABLED)).isEmpty();
        assertThat(found(Choice.ENABLED).count()).isEqualTo(3);

        inventories.correct(change(VerifiedChange.Kind.DISABLED), read(flagged, false));

        assertThat(names(Choice.DISABLED)).containsExactly("LAPTOP-123");
        assertThat(found(Choice.DISABLED).count()).isEqualTo(1);
        assertThat(found(Choice.DISABLED).flagged()).isEqualTo(1);
        assertThat(found(Choice.ENABLED).count()).isEqualTo(2);
        assertThat(devicesBy("Already disabled in Entra.")).isEqualTo(1);
    }

    @Test
    void whatThePortalEnablesAgainIsFoundAsThatWhereTheCopyIsPacked() {
        UUID disabled = tenant.flaggedAndDisabled("LAPTOP-125", "AzureAd", 3);
        pack();
        assertThat(names(Choice.DISABLED)).containsExactly("LAPTOP-125");

        Instant now = Instant.now();
        inventories.correct(
                new VerifiedChange(disabled, VerifiedChange.Kind.ENABLED, now, now, 1), read(disabled, true));

        assertThat(names(Choice.DISABLED)).isEmpty();
        assertThat(found(Choice.DISABLED).count()).isZero();
        assertThat(names(Choice.FLAGGED)).containsExactly("LAPTOP-123", "LAPTOP-124", "LAPTOP-125");
        assertThat(devicesBy("Already disabled in Entra.")).isZero();
    }

    @Test
    void whatThePortalDeletesIsFoundNoMoreUntilItIsRestoredWhereTheCopyIsPacked() {
        pack();
        EntraDevice there =
                inventories.facts(tenant.runId(), flagged).orElseThrow().entra();

        inventories.correct(change(VerifiedChange.Kind.DELETED), null);

        assertThat(names(Choice.FLAGGED)).containsExactly("LAPTOP-124");
        assertThat(found(Choice.WINDOWS).count()).isEqualTo(2);
        assertThat(found(Choice.WINDOWS).flagged()).isEqualTo(1);

        inventories.correct(change(VerifiedChange.Kind.RESTORED), there);

        assertThat(names(Choice.FLAGGED)).containsExactly("LAPTOP-123", "LAPTOP-124");
        assertThat(names(Choice.REMOVED_FROM_INTUNE)).containsExactly("LAPTOP-123", "LAPTOP-124");
        assertThat(found(Choice.WINDOWS).flagged()).isEqualTo(2);
    }

    @Test
    void anExceptionCountsFromThenOnWhereTheCopyIsPacked() {
        pack();
        assertThat(found(Choice.IN_EXCEPTION).count()).isZero();

        except("laptop-?2?");

        assertThat(names(Choice.IN_EXCEPTION)).containsExactly("LAPTOP-123", "LAPTOP-124");
        assertThat(found(Choice.IN_EXCEPTION).flagged()).isEqualTo(2);
    }

    @Test
    void aDeviceThatIsFoundUnderAnotherNameIsPackedUnderIt() {
        pack();

        calledInIntune("kiosk-9");

        assertThat(found(new Criterion.Texts(ConditionType.NAME, List.of("kiosk-?")))
                        .count())
                .isEqualTo(1);
        assertThat(found(new Criterion.Texts(ConditionType.NAME, List.of("*sk-*")))
                        .count())
                .isEqualTo(1);
    }

    /** Returns a device as it is read back. */
    private EntraDevice read(UUID objectId, boolean enabled) {
        EntraDevice device =
                inventories.facts(tenant.runId(), objectId).orElseThrow().entra();
        return new EntraDevice(
                device.objectId(),
                device.deviceId(),
                device.displayName(),
                enabled,
                device.operatingSystem(),
                device.operatingSystemVersion(),
                device.trustType(),
                device.profileType(),
                device.ownership(),
                device.manufacturer(),
                device.model(),
                device.managed(),
                device.compliant(),
                device.mdmAppId(),
                device.managementType(),
                device.onPremisesSyncEnabled(),
                device.enrollmentProfileName(),
                device.physicalIds(),
                device.lastSignIn(),
                device.registered(),
                device.created(),
                device.managementRestricted());
    }

    private void pack() {
        TenantCopy.pack(jdbc, tenant.runId());
        assertThat(asked.marks(tenant.runId(), DeviceCondition.ALL)).isPresent();
    }

    private VerifiedChange change(VerifiedChange.Kind kind) {
        Instant now = Instant.now();
        return new VerifiedChange(flagged, kind, now, now, 1);
    }

    private void calledInIntune(String... names) {
        for (String name : names) {
            jdbc.sql("update managed_device set device_name = :name where intune_id = :id")
                    .param("name", name)
                    .param("id", tenant.inIntune(tablet))
                    .update();
        }
        listed.renew(tenant.runId(), List.of(tablet));
    }

    private long except(String pattern) {
        return jdbc.sql("""
                insert into device_exception (kind, target, name, reason, legal_hold, created_at, created_by_id, created_by_name)
                values ('NAME_PATTERN', :pattern, :pattern, 'Because', false, :then, 'ada', 'Ada') returning id
                """)
                .param("pattern", pattern)
                .param("then", Sql.timestamp(Instant.now().minus(1, ChronoUnit.DAYS)))
                .query(Long.class)
                .single();
    }

    private int devicesBy(String sentence) {
        Answer.Devices answer = found(Choice.WINDOWS);
        return Stream.concat(answer.factors().stream(), answer.besides().stream())
                .filter(factor -> factor.sentence().equals(sentence))
                .mapToInt(factor -> factor.devices())
                .sum();
    }

    private Answer.Devices found(Choice choice) {
        return found(Groupings.is(choice));
    }

    private Answer.Devices found(Criterion criterion) {
        return found(Groupings.is(criterion));
    }

    private Answer.Devices found(Condition condition) {
        return (Answer.Devices) answers.answer(Question.devices(condition));
    }

    private List<String> names(Choice choice) {
        return devices.find(found(choice).devices(), PageRequest.of(0, 100)).stream()
                .map(DeviceRow::name)
                .toList();
    }
}
