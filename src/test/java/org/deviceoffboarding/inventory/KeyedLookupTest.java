package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.graph.ScriptedGraph.TOKENS;
import static org.deviceoffboarding.graph.ScriptedGraph.json;
import static org.deviceoffboarding.inventory.Json.DEVICE;
import static org.deviceoffboarding.inventory.Json.INTUNE;
import static org.deviceoffboarding.inventory.Json.OBJECT;
import static org.deviceoffboarding.inventory.Json.entra;
import static org.deviceoffboarding.inventory.Json.id;
import static org.deviceoffboarding.inventory.Json.managed;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.graph.GraphAnswerException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyedLookupTest {

    private final Tenant tenant = new Tenant();

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void findsWhatTheListMissedAndAddsItToTheCopy() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "A")).has(Tenant.MANAGED, managed(INTUNE, DEVICE, "A"));
        tenant.read(1).publish(1);
        tenant.has(Tenant.MANAGED).read(2);
        assertThat(removals()).hasSize(1);
        answer(200, "{\"value\":[" + managed(INTUNE, DEVICE.toUpperCase(Locale.ROOT), "A") + "]}");

        Set<UUID> found = confirm(DEVICE);

        assertThat(found).containsExactly(UUID.fromString(DEVICE));
        assertThat(tenant.inventories()
                        .facts(2, UUID.fromString(OBJECT))
                        .orElseThrow()
                        .managed())
                .hasSize(1);
        assertThat(removals()).isEmpty();
    }

    @Test
    void asksByDeviceIdAlone() {
        answer(200, "{\"value\":[]}");

        assertThat(confirm(DEVICE)).isEmpty();
        assertThat(tenant.graph.requests().getLast())
                .contains("azureADDeviceId%20eq%20%27" + DEVICE + "%27")
                .doesNotContain("%20and%20");
    }

    @Test
    void nothingToAskIsNoRequest() {
        assertThat(tenant.reader().confirm(2, List.of(), TOKENS, _ -> {})).isEmpty();
        assertThat(tenant.graph.requests()).isEmpty();
    }

    @Test
    void anAnswerThatIsNotClearIsNoNo() {
        assertUnclear(404, "{\"error\":{\"code\":\"ResourceNotFound\"}}");
        assertUnclear(200, "{}");
        assertUnclear(200, "{\"value\":[{\"id\":{}}]}");
        assertUnclear(200, "{\"value\":[" + managed(INTUNE, id(DEVICE, 9), "another") + "]}");
    }

    private void assertUnclear(int status, String body) {
        answer(status, body);

        assertThatExceptionOfType(GraphAnswerException.class)
                .isThrownBy(() -> confirm(DEVICE))
                .satisfies(e -> assertThat(e.reason()).contains("no clear answer", DEVICE));
    }

    private Set<UUID> confirm(String deviceId) {
        return tenant.reader().confirm(2, List.of(UUID.fromString(deviceId)), TOKENS, _ -> {});
    }

    private List<RemovalEvent> removals() {
        return tenant.inventories()
                .facts(2, UUID.fromString(OBJECT))
                .orElseThrow()
                .removals();
    }

    private void answer(int status, String body) {
        tenant.graph.on(
                "/$batch", json("{\"responses\":[{\"id\":\"0\",\"status\":%d,\"body\":%s}]}".formatted(status, body)));
    }
}
