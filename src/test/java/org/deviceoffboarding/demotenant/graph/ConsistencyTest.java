package org.deviceoffboarding.demotenant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsistencyTest {

    private final TestTenant tenant = TestTenant.start("demotenant.consistency-delay=30s", "demotenant.devices=50");
    private final GraphClient graph = tenant.client();

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void listsAndChangeTrackingLearnOfADeletionLater() {
        var device = tenant.device(d -> d.operatingSystem().equals("IPad"));
        var delta = graph.get("/devices/delta?$deltatoken=latest").text("@odata.deltaLink");

        graph.delete("/devices/" + device.id());

        assertThat(graph.get("/devices/" + device.id()).status()).isEqualTo(404);
        assertThat(graph.all("/devices")).hasSize(50);
        assertThat(graph.get(delta).json().path("value")).isEmpty();
        tenant.clock().forward(Duration.ofSeconds(30));
        assertThat(graph.all("/devices")).hasSize(49);
        assertThat(graph.get(delta).json().path("value")).hasSize(1);
    }
}
