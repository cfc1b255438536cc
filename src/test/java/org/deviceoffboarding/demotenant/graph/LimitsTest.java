package org.deviceoffboarding.demotenant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.deviceoffboarding.demotenant.graph.odata.Caller;
import org.deviceoffboarding.demotenant.graph.odata.Headers;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataRequest;
import org.deviceoffboarding.demotenant.graph.odata.QueryOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private final TestTenant tenant = TestTenant.start("demotenant.limits=true", "demotenant.devices=1200");
    private final GraphClient graph = tenant.client();

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void aPersonChangesTwentyFiveDevicesInTenSeconds() {
        var path = "/devices/" + tenant.device(d -> d.runsWindows()).id();
        for (int i = 0; i < 25; i++) {
            assertThat(graph.patch(path, "{\"accountEnabled\": false}").status())
                    .isEqualTo(204);
        }

        var refused = graph.patch(path, "{\"accountEnabled\": false}");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.errorCode()).isEqualTo("TooManyRequests");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("x-ms-throttle-information")).isEqualTo("WriteLimitExceeded");
        assertThat(refused.header("x-ms-throttle-scope")).startsWith("Tenant_Application/ReadWrite/");
        tenant.clock().forward(Duration.ofSeconds(1));
        assertThat(graph.patch(path, "{\"accountEnabled\": false}").status()).isEqualTo(204);
    }

    @Test
    void anAppChangesManyMore() {
        var app = tenant.client(TestTokens.app("Device.ReadWrite.All"));
        var path = "/devices/" + tenant.device(d -> d.runsWindows()).id();
        for (int i = 0; i < 60; i++) {
            assertThat(app.patch(path, "{\"accountEnabled\": false}").status()).isEqualTo(204);
        }
    }

    @Test
    void eachRequestOfABatchCountsAlone() {
        var device = tenant.device(d -> d.runsWindows()).id();
        var answers = new ArrayList<Integer>();
        for (int batch = 0; batch < 2; batch++) {
            graph.batch(IntStream.range(0, 20)
                            .mapToObj(i -> Part.disable("" + i, device))
                            .toArray(String[]::new))
                    .json()
                    .path("responses")
                    .forEach(part -> answers.add(part.path("status").asInt()));
        }

        assertThat(answers).filteredOn(status -> status == 204).hasSize(25);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(15);
    }

    @Test
    void expensiveRequestsAreLimitedByResourceUnits() {
        var limits = new Limits(true, false, 400, tenant.clock());
        var request = request("/groups/x/transitiveMembers");
        for (int i = 0; i < 1000; i++) {
            assertThat(limits.admit(request, "/groups/{id}/transitiveMembers"))
                    .containsEntry("x-ms-resource-unit", "5");
        }

        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                ODataError.class, () -> limits.admit(request, "/groups/{id}/transitiveMembers"))
                        .status())
                .isEqualTo(429);
        tenant.clock().forward(Duration.ofMillis(10));
        assertThat(limits.admit(request, "/groups/{id}/transitiveMembers"))
                .containsKey("x-ms-throttle-limit-percentage");
    }

    @Test
    void aStrictWindowNeverSeesMoreThanTwentyFiveWritesOfAPersonInTenSeconds() {
        var limits = new Limits(true, true, 400, tenant.clock());
        var write = request("PATCH", "/devices/x", false);

        assertThat(admitted(limits, write, 30)).isEqualTo(25);
        tenant.clock().forward(Duration.ofMillis(9_999));
        assertThat(admitted(limits, write, 1)).isZero();
        tenant.clock().forward(Duration.ofMillis(1));
        assertThat(admitted(limits, write, 10)).isEqualTo(10);
        tenant.clock().forward(Duration.ofSeconds(5));
        assertThat(admitted(limits, write, 30)).isEqualTo(15);
    }

    private static long admitted(Limits limits, ODataRequest request, int times) {
        long admitted = 0;
        for (int i = 0; i < times; i++) {
            try {
                limits.admit(request, "/devices/{id}");
                admitted++;
            } catch (ODataError refusal) {
                assertThat(refusal.status()).isEqualTo(429);
            }
        }
        return admitted;
    }

    private static ODataRequest request(String path) {
        return request("GET", path, true);
    }

    private static ODataRequest request(String method, String path, boolean appOnly) {
        var caller = new Caller("t", "a", appOnly, "o", null, null, java.util.Set.of(), java.util.Set.of(), null);
        return new ODataRequest(
                method, path, QueryOptions.parse(null), Headers.none(), new byte[0], caller, "", "", false);
    }
}
