package org.deviceoffboarding.demotenant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevicePagingTest {

    private static final TestTenant TENANT = TestTenant.start();

    private final GraphClient graph = TENANT.client();

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/devices", "/devices?$top=999", "/devices?$top=7&$select=id", "/devices?$top=600"})
    void followingTheLinksGivesEachDeviceOnce(String path) {
        var ids = new HashSet<String>();

        graph.all(path)
                .forEach(device ->
                        assertThat(ids.add(device.path("id").asString())).isTrue());

        assertThat(ids).hasSize(1200);
    }

    @Test
    void aPageHasAHundredDevicesUnlessMoreAreAskedFor() {
        assertThat(graph.get("/devices").json().path("value")).hasSize(100);
        assertThat(graph.get("/devices?$top=999").json().path("value")).hasSize(999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "0", "-1", "many"})
    void aPageSizeBeyondGraphsIsRefused(String top) {
        var answer = graph.get("/devices?$top=" + top);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorMessage()).contains("Must be between 1 and 999");
    }

    @Test
    void theLinkCarriesAllOptionsAndTheHostOfTheRequest() {
        var link = graph.get("/devices?$top=5&$select=id,displayName&$filter=operatingSystem eq 'Windows'")
                .text("@odata.nextLink");

        assertThat(link)
                .startsWith(TENANT.address() + "/v1.0/devices?")
                .contains(
                        "$top=5",
                        "$select=id%2CdisplayName",
                        "$filter=operatingSystem%20eq%20%27Windows%27",
                        "$skiptoken=");
        var next = graph.get(link).json().path("value");
        assertThat(next).hasSize(5);
        assertThat(next.get(0).propertyNames()).containsExactly("id", "displayName");
    }

    @Test
    void aTokenOfAnotherListIsNoPageToken() {
        var link = graph.get("/users?$top=2").text("@odata.nextLink").replace("/users?", "/devices?");

        assertThat(graph.get(link).errorCode()).isEqualTo("Directory_ExpiredPageToken");
        assertThat(graph.get("/devices?$skiptoken=made-up").errorCode()).isEqualTo("Directory_ExpiredPageToken");
    }

    @Test
    void theIdIsAlwaysAmongTheChosenProperties() {
        var device = graph.get("/devices?$top=1&$select=displayName")
                .json()
                .path("value")
                .get(0);

        assertThat(device.propertyNames()).containsExactlyInAnyOrder("id", "displayName");
    }

    @Test
    void anUnknownPropertyIsRefused() {
        var answer = graph.get("/devices?$select=id,colour");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("BadRequest");
        assertThat(answer.errorMessage()).contains("'colour'");
    }

    @Test
    void theBetaVersionAnswersToo() {
        var answer = graph.get(TENANT.address() + "/beta/devices?$top=1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("@odata.nextLink")).startsWith(TENANT.address() + "/beta/devices?");
    }

    @Test
    void answersCarryGraphsHeaders() {
        var answer = graph.get("/devices?$top=1", "client-request-id", "my-own-id");

        assertThat(answer.header("Content-Type")).startsWith("application/json;odata.metadata=minimal");
        assertThat(answer.header("OData-Version")).isEqualTo("4.0");
        assertThat(answer.header("client-request-id")).isEqualTo("my-own-id");
        assertThat(answer.header("request-id")).hasSize(36);
        assertThat(answer.header("x-ms-resource-unit")).isEqualTo("1");
        assertThat(answer.header("x-ms-ags-diagnostic")).contains("ServerInfo");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.header("Date")).isNotEmpty();
    }

    @Test
    void answersAreCompressedForThoseWhoAccept() {
        var answer = graph.get("/devices", "Accept-Encoding", "gzip");

        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    }
}
