package org.deviceoffboarding.demotenant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class IntuneTest {

    private static final TestTenant TENANT = TestTenant.start();
    private static final String DEVICES = "/deviceManagement/managedDevices";
    private static final String EVENTS = "/deviceManagement/auditEvents";
    private static final String AUTOPILOT = "/deviceManagement/windowsAutopilotDeviceIdentities";

    /** Every property of the v1.0 metadata. */
    private static final List<String> PROPERTIES = List.of(
            "id",
            "activationLockBypassCode",
            "androidSecurityPatchLevel",
            "azureADDeviceId",
            "azureADRegistered",
            "complianceGracePeriodExpirationDateTime",
            "complianceState",
            "configurationManagerClientEnabledFeatures",
            "deviceActionResults",
            "deviceCategoryDisplayName",
            "deviceEnrollmentType",
            "deviceHealthAttestationState",
            "deviceName",
            "deviceRegistrationState",
            "easActivated",
            "easActivationDateTime",
            "easDeviceId",
            "emailAddress",
            "enrolledDateTime",
            "enrollmentProfileName",
            "ethernetMacAddress",
            "exchangeAccessState",
            "exchangeAccessStateReason",
            "exchangeLastSuccessfulSyncDateTime",
            "freeStorageSpaceInBytes",
            "iccid",
            "imei",
            "isEncrypted",
            "isSupervised",
            "jailBroken",
            "lastSyncDateTime",
            "managedDeviceName",
            "managedDeviceOwnerType",
            "managementAgent",
            "managementCertificateExpirationDate",
            "managementState",
            "manufacturer",
            "meid",
            "model",
            "notes",
            "operatingSystem",
            "osVersion",
            "partnerReportedThreatState",
            "phoneNumber",
            "physicalMemoryInBytes",
            "remoteAssistanceSessionErrorDetails",
            "remoteAssistanceSessionUrl",
            "requireUserEnrollmentApproval",
            "serialNumber",
            "subscriberCarrier",
            "totalStorageSpaceInBytes",
            "udid",
            "userDisplayName",
            "userId",
            "userPrincipalName",
            "wiFiMacAddress");

    private final GraphClient graph = TENANT.client();

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void followingTheLinksGivesEachRecordOnce() {
        var ids = new HashSet<String>();

        graph.all(DEVICES)
                .forEach(record ->
                        assertThat(ids.add(record.path("id").asString())).isTrue());

        assertThat(ids).hasSize(TENANT.population().managedDevices());
    }

    @Test
    void aPageHasAThousandRecordsAndCountsThemUnasked() {
        var first = graph.get(DEVICES);

        assertThat(first.json().path("value")).hasSize(1000);
        assertThat(first.json().path("@odata.count").asInt()).isEqualTo(1000);
        assertThat(graph.get(first.text("@odata.nextLink"))
                        .json()
                        .path("@odata.count")
                        .asInt())
                .isEqualTo(TENANT.population().managedDevices() - 1000);
    }

    @Test
    void aRecordHasEveryPropertyOfTheMetadata() {
        assertThat(graph.get(DEVICES).json().path("value").get(0).propertyNames())
                .containsExactlyInAnyOrderElementsOf(PROPERTIES);
    }

    @Test
    void someThingsAreToldOnlyByOneRecordAlone() {
        var listed = graph.get(DEVICES + "?$filter=operatingSystem eq 'iPadOS'")
                .json()
                .path("value")
                .get(0);
        var single = graph.get(DEVICES + "/" + listed.path("id").asString() + "?$select=id,udid");

        assertThat(listed.path("udid").isNull()).isTrue();
        assertThat(single.text("udid")).isNotEmpty();
    }

    @Test
    void recordsAreFoundByTheDeviceIdOfEntra() {
        var three = graph.all(DEVICES).stream()
                .map(record -> record.path("azureADDeviceId").asString())
                .filter(id -> TENANT.population().managedDevicesOf(id).size() == 3)
                .findFirst()
                .orElseThrow();

        assertThat(graph.all(DEVICES + "?$filter=azureADDeviceId eq '" + three + "'"))
                .hasSize(3);
        assertThat(graph.all(DEVICES + "?$filter=azureADDeviceId eq '" + three.toUpperCase(Locale.ROOT) + "'"))
                .hasSize(3);
        assertThat(graph.all(DEVICES + "?$filter=azureADDeviceId eq '00000000-0000-0000-0000-000000000000'"))
                .hasSize(4);
        assertThat(graph.all(DEVICES + "?$filter=azureADDeviceId eq ''")).hasSize(3);
    }

    @Test
    void filtersFindWhatTheySay() {
        assertThat(graph.all(DEVICES + "?$filter=contains(deviceName,'Stores') and operatingSystem eq 'iPadOS'"))
                .isNotEmpty()
                .allMatch(d -> d.path("deviceName").asString().contains("Stores"));
        assertThat(graph.all(DEVICES + "?$filter=lastSyncDateTime lt 2026-08-25T10:00:00Z"))
                .isNotEmpty();
        assertThat(graph.all(DEVICES + "?$filter=managementState eq 'managed' or managementState eq 'wipePending'"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operatingSystem eq 'iOS' or model eq 'iPhone 15'",
                "lastSyncDateTime ge 2026-01-01T00:00:00Z",
                "contains(serialNumber,'A')",
                "userId eq 'x'",
                "colour eq 'red'"
            })
    void otherFiltersAreRefusedWithJsonInsideOfJson(String filter) {
        var answer = graph.get(DEVICES + "?$filter=" + filter);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("BadRequest");
        var nested = JsonMapper.builder().build().readTree(answer.errorMessage());
        assertThat(nested.path("_version").asInt()).isEqualTo(3);
        assertThat(nested.path("Message").asString()).contains("Activity ID");
    }

    @Test
    void anUnknownRecordIsNotFound() {
        assertThat(graph.get(DEVICES + "/" + TestTokens.USER_ID).status()).isEqualTo(404);
    }

    @Test
    void auditEventsAreFilteredByTimeAndSorted() {
        var filter = "?$filter=activityDateTime ge 2026-10-24T10:00:00Z and activityDateTime le 2026-11-20T00:00:00Z";

        var times = graph.all(EVENTS + filter + "&$orderby=activityDateTime desc").stream()
                .map(event -> event.path("activityDateTime").asString())
                .toList();

        assertThat(times).isNotEmpty().isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(times)
                .allMatch(t -> t.compareTo("2026-10-24T10:00:00Z") >= 0 && t.compareTo("2026-11-20T00:00:00Z") <= 0);
        assertThat(graph.all(EVENTS + "?$filter=activityDateTime gt 2026-10-24T10:00:00Z"))
                .hasSizeGreaterThan(times.size());
        assertThat(graph.all(EVENTS)).hasSize(TENANT.population().auditEvents());
    }

    @Test
    void theTypeOfAnEventIsComparedWithCase() {
        assertThat(graph.all(EVENTS + "?$filter=activityType eq 'wipe ManagedDevice'"))
                .isNotEmpty();
        assertThat(graph.all(EVENTS + "?$filter=activityType eq 'Wipe ManagedDevice'"))
                .isEmpty();
    }

    @Test
    void aWipeNamesTheDeviceByBothIds() {
        var wipe = graph.all(EVENTS + "?$filter=activityType eq 'wipe ManagedDevice'")
                .getFirst();
        var resource = wipe.path("resources").get(0);

        assertThat(resource.path("resourceId").asString()).hasSize(36);
        assertThat(resource.path("modifiedProperties")
                        .get(0)
                        .path("displayName")
                        .asString())
                .isEqualTo("AzureADDeviceId");
        assertThat(resource.path("modifiedProperties").get(0).path("newValue").asString())
                .hasSize(36);
        assertThat(wipe.path("actor").path("ipAddress").isNull()).isTrue();
        assertThat(wipe.path("activityResult").asString()).isIn("Success", "Failure");
        assertThat(graph.get(EVENTS + "/" + wipe.path("id").asString()).text("id"))
                .isEqualTo(wipe.path("id").asString());
    }

    @Test
    void autopilotIdentitiesAreSearchedButNotComparedForEquality() {
        var all = graph.all(AUTOPILOT);
        var serial = Objects.requireNonNull(all.getFirst().path("serialNumber").asString());

        assertThat(graph.all(AUTOPILOT + "?$filter=contains(serialNumber,'" + serial + "')"))
                .hasSize(1);
        assertThat(graph.get(AUTOPILOT + "?$filter=serialNumber eq '" + serial + "'")
                        .status())
                .isEqualTo(400);
        assertThat(graph.get(AUTOPILOT + "/" + all.getFirst().path("id").asString())
                        .text("serialNumber"))
                .isEqualTo(serial);
    }
}
