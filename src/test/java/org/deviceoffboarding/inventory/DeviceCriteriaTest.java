package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.inventory.criterion.DeviceCriterion;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.remediation.asking.ARequestedDevice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What other features know of devices narrows the list of them. */
@PortalTest
@WithMockUser(roles = Roles.READER)
class DeviceCriteriaTest {

    @Autowired
    private DeviceService devices;

    @Autowired
    private List<DeviceCriterion> criteria;

    @Autowired
    private JdbcClient jdbc;

    private FlaggedTenant tenant;
    private UUID flagged;
    private UUID healthy;

    @BeforeEach
    void haveDevices() {
        FlaggedTenant.readyToDelete(jdbc).flagged("EARLIER", "AzureAd");
        tenant = FlaggedTenant.removed(jdbc);
        flagged = tenant.flagged("FLAGGED", "AzureAd");
        healthy = tenant.healthy("HEALTHY");
    }

    @Test
    void whatTheNewestResultFlagsIsFoundAndWhatItDoesNot() {
        assertThat(names("situation", "FLAGGED")).containsExactly("FLAGGED");
        assertThat(names("situation", "REMOVED_FROM_INTUNE")).containsExactly("FLAGGED");
        assertThat(names("situation", "READY_TO_DELETE")).isEmpty();
        assertThat(names("situation", "NOT_FLAGGED")).containsExactly("HEALTHY");
    }

    @Test
    void whatThisPortalDisabledIsFoundAndWhatItTookOver() {
        UUID taken = tenant.healthy("TAKEN");
        tenant.disabled(flagged, "FLAGGED", 3);
        tenant.disabled(taken, "TAKEN", 3);
        jdbc.sql("update disabled_device set taken_over = true where object_id = :id")
                .param("id", taken)
                .update();

        assertThat(names("disabledHere", "YES")).containsExactly("FLAGGED");
        assertThat(names("disabledHere", "NO")).containsExactly("HEALTHY", "TAKEN");
        assertThat(names("disabledHere", "TAKEN_OVER")).containsExactly("TAKEN");
    }

    @Test
    void whatEntraRestrictsIsFoundAndSaidOfEach() {
        assertThat(names("restricted", "YES")).isEmpty();
        jdbc.sql("update entra_device set management_restricted = true where object_id = :id")
                .param("id", healthy)
                .update();

        assertThat(names("restricted", "YES")).containsExactly("HEALTHY");
        assertThat(names("restricted", "NO")).containsExactly("FLAGGED");
        assertThat(devices.restricted(List.of(flagged, healthy))).containsExactly(healthy);
        assertThat(devices.restricted(List.of())).isEmpty();
    }

    @Test
    void whatIsInARequestIsFoundUntilItHasEnded() {
        assertThat(names("request", "YES")).isEmpty();
        long request = ARequest.in(jdbc)
                .with(ARequestedDevice.named("FLAGGED").is(flagged))
                .store();

        assertThat(names("request", "YES")).containsExactly("FLAGGED");
        assertThat(names("request", "NO")).containsExactly("HEALTHY");

        jdbc.sql("update requested_device set state = 'DROPPED', ended_at = now() where request_id = :request")
                .param("request", request)
                .update();
        assertThat(names("request", "YES")).isEmpty();
    }

    @Test
    void devicesOfAKindAreFoundAsTheNewestRunRecognisedThem() {
        assertThat(names("kind", "ORDINARY"))
                .as("A run of before kinds were kept")
                .isEmpty();
        jdbc.sql("update evaluation_run set kinds_known = true").update();
        jdbc.sql("""
                insert into device_kind (run_id, object_id, kind)
                select max(id), cast(:id as uuid), 'SHARED' from evaluation_run
                """).param("id", healthy).update();

        assertThat(names("kind", "SHARED")).containsExactly("HEALTHY");
        assertThat(names("kind", "ORDINARY")).containsExactly("FLAGGED");
        assertThat(names("kind", "PRINTER")).isEmpty();
    }

    @Test
    void severalCriteriaHoldTogetherAndEachChoiceOfEachIsAQuestionThatTheDatabaseAnswers() {
        tenant.disabled(flagged, "FLAGGED", 3);
        tenant.disabled(healthy, "HEALTHY", 3);
        DeviceFilter both = filter(choice("situation", "FLAGGED"), choice("disabledHere", "YES"));
        assertThat(devices.count(both)).isEqualTo(1);

        assertThat(criteria).extracting(DeviceCriterion::name).doesNotHaveDuplicates();
        assertThat(criteria)
                .filteredOn(DeviceCriterion::inFilterBar)
                .extracting(DeviceCriterion::name)
                .containsExactly("situation", "kind", "disabledHere", "restricted", "request");
        assertThat(criteria)
                .filteredOn(criterion -> !criterion.inFilterBar())
                .extracting(DeviceCriterion::name)
                .containsExactly("link", "task", "excepted", "bitlocker", "laps");
        for (DeviceCriterion criterion : criteria) {
            for (DeviceCriterion.Choice choice : criterion.choices()) {
                assertThat(devices.count(filter(choice.devices()))).isBetween(0L, 2L);
                assertThat(choice.devices().parameters().keySet()).allMatch(name -> name.startsWith(criterion.name()));
            }
        }
    }

    private List<String> names(String criterion, String choice) {
        DeviceFilter filter = filter(choice(criterion, choice));
        List<String> names = devices.find(filter, PageRequest.of(0, 50)).stream()
                .map(DeviceRow::name)
                .toList();
        assertThat(devices.count(filter)).isEqualTo(names.size());
        return names;
    }

    private DeviceSubset choice(String criterion, String choice) {
        return criteria.stream()
                .filter(each -> each.name().equals(criterion))
                .flatMap(each -> each.choices().stream())
                .filter(each -> each.name().equals(choice))
                .findFirst()
                .orElseThrow()
                .devices();
    }

    private static DeviceFilter filter(DeviceSubset... subsets) {
        return new DeviceFilter("", null, null, null, null, null, null, List.of(subsets));
    }
}
