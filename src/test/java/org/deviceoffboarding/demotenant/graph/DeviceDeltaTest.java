package org.deviceoffboarding.demotenant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import org.deviceoffboarding.demotenant.graph.odata.PageToken;
import org.deviceoffboarding.demotenant.population.ObjectKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DeviceDeltaTest {

    private static final TestTenant TENANT = TestTenant.start();

    private final GraphClient graph = TENANT.client();

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    /** Follows a round to its end and returns the link for the next one. */
    private String endOfRound(String start, HashSet<String> ids) {
        var next = start;
        boolean emptyPage = false;
        while (true) {
            var page = graph.get(next);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json()
                    .path("value")
                    .forEach(device -> ids.add(device.path("id").asString()));
            emptyPage = page.json().path("value").isEmpty();
            next = page.text("@odata.nextLink");
            if (next.isEmpty()) {
                assertThat(emptyPage).as("the last page of the round is empty").isTrue();
                return page.text("@odata.deltaLink");
            }
        }
    }

    @Test
    void theFirstRoundListsEveryDevice() {
        var ids = new HashSet<String>();

        endOfRound("/devices/delta?$select=displayName", ids);

        assertThat(ids).hasSize((int) graph.all("/devices?$top=999&$select=id").size());
    }

    @Test
    void theNextRoundTellsWhatChangedWithTheChosenProperties() {
        var devices = TENANT.devices(4, d -> d.kind() == ObjectKind.ORDINARY && d.trustType() != null);
        var printer = TENANT.device(d -> d.kind() == ObjectKind.PRINTER);
        var link = endOfRound("/devices/delta?$select=accountEnabled", new HashSet<>());

        graph.patch("/devices/" + devices.get(0).id(), "{\"accountEnabled\": false}");
        graph.delete("/devices/" + devices.get(1).id());
        graph.delete("/devices/" + printer.id());

        var rows = graph.get(link).json().path("value");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).path("id").asString()).isEqualTo(devices.get(0).id());
        assertThat(rows.get(0).propertyNames()).containsExactlyInAnyOrder("id", "accountEnabled");
        assertThat(rows.get(1).path("@removed").path("reason").asString()).isEqualTo("changed");
        assertThat(rows.get(2).path("@removed").path("reason").asString()).isEqualTo("deleted");
    }

    @Test
    void aRoundCanBeReplayedAndEndsEmptyWhereNothingChanged() {
        var link = graph.get("/devices/delta?$deltatoken=latest").text("@odata.deltaLink");
        graph.patch("/devices/" + TENANT.device(d -> d.runsWindows()).id(), "{\"accountEnabled\": false}");

        var first = graph.get(link);
        var replayed = graph.get(link);

        assertThat(first.json().path("value"))
                .hasSize(1)
                .isEqualTo(replayed.json().path("value"));
        assertThat(graph.get(first.text("@odata.deltaLink")).json().path("value"))
                .isEmpty();
    }

    @Test
    void aTokenLastsSevenDays() {
        var link = graph.get("/devices/delta?$deltatoken=latest").text("@odata.deltaLink");

        TENANT.clock().forward(Duration.ofDays(7).plusSeconds(1));

        assertThat(graph.get(link).errorCode()).isEqualTo("syncStateNotFound");
    }

    @Test
    void aTokenOfAnotherTenantAsksToStartAgain() {
        var token = PageToken.of("delta", 12, 12, 0, "").encode();

        var answer = graph.get("/devices/delta?$deltatoken=" + token);

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.errorCode()).isEqualTo("resyncRequired");
        assertThat(answer.header("Location")).isEqualTo(TENANT.address() + "/v1.0/devices/delta?$deltatoken=");
        assertThat(graph.get(answer.header("Location")).json().path("value")).hasSize(200);
    }

    @Test
    void onlyIdsCanBeFiltered() {
        var device = TENANT.device(d -> d.kind() == ObjectKind.CLOUD_PC);

        assertThat(graph.get("/devices/delta?$filter=id eq '" + device.id() + "'")
                        .json()
                        .path("value"))
                .hasSize(1);
        assertThat(graph.get("/devices/delta?$filter=displayName eq 'x'").status())
                .isEqualTo(400);
        assertThat(graph.get("/devices/delta?$top=5").status()).isEqualTo(400);
        assertThat(graph.get("/devices/delta?$deltatoken=nonsense").status()).isEqualTo(400);
    }
}
