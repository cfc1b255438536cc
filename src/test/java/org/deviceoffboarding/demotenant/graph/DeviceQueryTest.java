package org.deviceoffboarding.demotenant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deviceoffboarding.demotenant.population.ObjectKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceQueryTest {

    private static final TestTenant TENANT = TestTenant.start();
    private static final String[] EVENTUAL = {"ConsistencyLevel", "eventual"};

    /** Every property of the v1.0 metadata, and those that real bodies carry besides. */
    private static final List<String> PROPERTIES = List.of(
            "id",
            "deletedDateTime",
            "accountEnabled",
            "alternativeSecurityIds",
            "approximateLastSignInDateTime",
            "complianceExpirationDateTime",
            "createdDateTime",
            "deviceCategory",
            "deviceId",
            "deviceMetadata",
            "deviceOwnership",
            "deviceVersion",
            "displayName",
            "domainName",
            "enrollmentProfileName",
            "enrollmentType",
            "extensionAttributes",
            "externalSourceName",
            "isCompliant",
            "isManaged",
            "isManagementRestricted",
            "isRooted",
            "managementType",
            "manufacturer",
            "mdmAppId",
            "model",
            "onPremisesLastSyncDateTime",
            "onPremisesSyncEnabled",
            "operatingSystem",
            "operatingSystemVersion",
            "physicalIds",
            "profileType",
            "registrationDateTime",
            "sourceType",
            "systemLabels",
            "trustType");

    private final GraphClient graph = TENANT.client();

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void aDeviceIsReadByObjectIdAndByDeviceId() {
        var device = TENANT.device(d -> d.kind() == ObjectKind.ORDINARY);

        var byId = graph.get("/devices/" + device.id());
        var byDeviceId = graph.get("/devices(deviceId='" + device.deviceId() + "')");

        assertThat(byId.status()).isEqualTo(200);
        assertThat(byId.text("@odata.context")).endsWith("/v1.0/$metadata#devices/$entity");
        assertThat(byDeviceId.text("id")).isEqualTo(device.id());
        assertThat(byDeviceId.json()).isEqualTo(byId.json());
    }

    @Test
    void aDeviceHasEveryPropertyOfTheMetadata() {
        var device = graph.get("/devices?$top=1").json().path("value").get(0);

        assertThat(device.propertyNames()).containsExactlyInAnyOrderElementsOf(PROPERTIES);
        assertThat(device.path("extensionAttributes").propertyNames()).hasSize(15);
    }

    @Test
    void theDeviceIdIsNoObjectId() {
        var device = TENANT.device(d -> d.kind() == ObjectKind.ORDINARY);

        var answer = graph.get("/devices/" + device.deviceId());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("Request_ResourceNotFound");
        assertThat(answer.errorMessage()).contains("Resource '" + device.deviceId() + "' does not exist");
    }

    @Test
    void whatIsNoGuidIsNoObjectId() {
        assertThat(graph.get("/devices/12").errorMessage()).isEqualTo("Invalid object identifier '12'.");
    }

    @Test
    void filtersFindWhatTheySay() {
        var device = TENANT.device(d -> d.kind() == ObjectKind.ORDINARY && d.runsWindows());

        assertThat(graph.all("/devices?$filter=deviceId eq '" + device.deviceId() + "'"))
                .hasSize(1);
        assertThat(graph.all("/devices?$filter=startswith(displayName,'iPad-')"))
                .isNotEmpty()
                .allMatch(d -> d.path("displayName").asString().startsWith("iPad-"));
        assertThat(graph.all("/devices?$filter=accountEnabled eq false"))
                .hasSize(5)
                .noneMatch(d -> d.path("accountEnabled").asBoolean());
        assertThat(graph.all("/devices?$filter=trustType in ('ServerAd','AzureAd') and operatingSystem eq 'Windows'"))
                .isNotEmpty()
                .allMatch(d -> List.of("ServerAd", "AzureAd")
                        .contains(d.path("trustType").asString()));
        assertThat(graph.all("/devices?$filter=approximateLastSignInDateTime le 2026-08-25T10:00:00Z"))
                .isNotEmpty()
                .allMatch(
                        d -> d.path("approximateLastSignInDateTime").asString().compareTo("2026-08-25T10:00:01") < 0);
        assertThat(graph.all("/devices?$filter=approximateLastSignInDateTime ge 2026-11-24T00:00:00Z"))
                .as("activity in the future")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model eq 'iPhone 15'", "deviceId gt 'a'", "contains(displayName,'a')"})
    void filtersThatEntraDoesNotSupportAreRefused(String filter) {
        var answer = graph.get("/devices?$filter=" + filter);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("Request_UnsupportedQuery");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "displayName eq",
                "displayName eq 'a",
                "(displayName eq 'a'",
                "displayName like 'a'",
                "displayName eq 'a' and",
                "approximateLastSignInDateTime le 2026-99-99"
            })
    void whatIsNoFilterIsRefused(String filter) {
        assertThat(graph.get("/devices?$filter=" + filter).status()).isEqualTo(400);
    }

    @Test
    void countingNeedsEventualConsistency() {
        var refused = graph.get("/devices/$count");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("Request_BadRequest");
        assertThat(refused.errorMessage()).isEqualTo("$count is not currently supported.");

        var counted = graph.get("/devices/$count", EVENTUAL);
        assertThat(counted.header("Content-Type")).startsWith("text/plain");
        assertThat(counted.body()).isEqualTo("1200");
        assertThat(graph.get("/devices/$count?$filter=accountEnabled eq false", EVENTUAL)
                        .body())
                .isEqualTo("5");
    }

    @Test
    void countInAListIsIgnoredWithoutEventualConsistency() {
        assertThat(graph.get("/devices?$count=true").json().has("@odata.count")).isFalse();
    }

    @Test
    void countInAListComesOnTheFirstPageOnly() {
        var first = graph.get("/devices?$count=true", EVENTUAL);

        assertThat(first.json().path("@odata.count").asInt()).isEqualTo(1200);
        assertThat(graph.get(first.text("@odata.nextLink"), EVENTUAL).json().has("@odata.count"))
                .isFalse();
    }

    @Test
    void advancedFiltersNeedEventualConsistencyAndCount() {
        var filter = "/devices?$filter=operatingSystem ne 'Windows'";

        assertThat(graph.get(filter).errorCode()).isEqualTo("Request_UnsupportedQuery");
        assertThat(graph.get(filter, EVENTUAL).errorCode()).isEqualTo("Request_UnsupportedQuery");
        assertThat(graph.get(filter + "&$count=true", EVENTUAL).status()).isEqualTo(200);
    }

    @Test
    void searchNeedsEventualConsistency() {
        var refused = graph.get("/devices?$search=\"displayName:stores\"");

        assertThat(refused.errorCode()).isEqualTo("Request_UnsupportedQuery");
        assertThat(refused.errorMessage()).contains("'ConsistencyLevel: eventual'");
        assertThat(graph.all("/devices?$search=\"displayName:stores\"", EVENTUAL))
                .isNotEmpty()
                .allMatch(d -> d.path("displayName")
                        .asString()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("stores"));
    }

    @Test
    void namesWithHtmlAndControlCharactersAreWrittenAsTheyAre() {
        var names = graph.all("/devices?$top=999&$select=displayName").stream()
                .map(d -> d.path("displayName").asString())
                .toList();

        assertThat(names).contains("<img src=x onerror=alert(1)>").anyMatch(name -> name.contains("\u0007"));
    }

    @Test
    void theOwnersNameNeedsAPermissionToReadUsers() {
        var device = TENANT.device(d -> d.owner() != null);
        var path = "/devices/" + device.id() + "/registeredOwners";
        var blind = TENANT.client(TestTokens.app("Device.Read.All"));

        assertThat(graph.get(path)
                        .json()
                        .path("value")
                        .get(0)
                        .path("userPrincipalName")
                        .asString())
                .endsWith("@contoso.example");
        assertThat(blind.get(path).json().path("value").get(0).propertyNames()).containsExactly("@odata.type", "id");
    }
}
