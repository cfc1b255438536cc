package org.deviceoffboarding.demotenant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.unit.DemoUnit;
import org.deviceoffboarding.demotenant.unit.DemoUnits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UnitsTest {

    private static final TestTenant TENANT = TestTenant.start("demotenant.devices=3000");

    private final GraphClient graph = TENANT.client(TestTokens.person("Device.Read.All AdministrativeUnit.Read.All"));

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @BeforeEach
    void asMade() {
        TENANT.population().units().reset();
    }

    @Test
    void unitsAreListedAndOnlyTwoRestrictTheirMembers() {
        List<JsonNode> units = graph.all("/directory/administrativeUnits?$top=2");

        assertThat(units)
                .extracting(unit -> unit.path("displayName").asString())
                .containsExactlyInAnyOrder("Munich branch", "Control rooms", "Board and executives");
        assertThat(units)
                .filteredOn(unit -> unit.path("isMemberManagementRestricted").asBoolean(false))
                .hasSize(2);
    }

    @Test
    void membersAreThoseWhoseDevicesSayThatTheyAreRestrictedBesidePeopleAndGroups() {
        List<JsonNode> members = members(DemoUnits.CONTROL_ROOMS);

        assertThat(members)
                .extracting(member -> member.path("@odata.type").asString())
                .contains("#microsoft.graph.user", "#microsoft.graph.group", "#microsoft.graph.device");
        var inUnit = TENANT.devices(3000, each -> each.units().contains(DemoUnits.CONTROL_ROOMS)).stream()
                .map(DemoEntraDevice::id)
                .collect(Collectors.toSet());
        assertThat(inUnit).isNotEmpty();
        assertThat(deviceIds(members)).containsExactlyInAnyOrderElementsOf(inUnit);
        String one = inUnit.iterator().next();
        assertThat(graph.get("/devices/" + one + "?$select=id,isManagementRestricted")
                        .json()
                        .path("isManagementRestricted")
                        .asBoolean(false))
                .isTrue();
    }

    @Test
    void aDeviceThatIsMovedIsSoEverywhereAtOnce() {
        var device = TENANT.device(each -> each.units().isEmpty());
        TENANT.population().units().put(device.number(), DemoUnits.BOARD);

        assertThat(deviceIds(members(DemoUnits.BOARD))).contains(device.id());
        assertThat(device.isManagementRestricted()).isTrue();

        TENANT.population().units().put(device.number());
        assertThat(deviceIds(members(DemoUnits.BOARD))).doesNotContain(device.id());
        assertThat(device.isManagementRestricted()).isFalse();
    }

    @Test
    void aHiddenUnitShowsNobodyAndItsDevicesStayRestricted() {
        var device = TENANT.device(each -> each.units().equals(List.of(DemoUnits.BOARD)));
        TENANT.population().units().hideBoard();

        assertThat(members(DemoUnits.BOARD)).isEmpty();
        assertThat(device.isManagementRestricted()).isTrue();
    }

    @Test
    void withoutThePermissionNeitherIsShown() {
        var blind = TENANT.client(TestTokens.person(TestTokens.EVERYTHING));

        assertThat(blind.get("/directory/administrativeUnits").status()).isEqualTo(403);
        assertThat(blind.get(path(DemoUnits.BOARD)).status()).isEqualTo(403);
        assertThat(graph.get("/directory/administrativeUnits/11111111-2222-4333-8444-555555555555/members")
                        .status())
                .isEqualTo(404);
    }

    private List<JsonNode> members(DemoUnit unit) {
        return graph.all(path(unit) + "?$top=4&$select=id");
    }

    private static List<String> deviceIds(List<JsonNode> members) {
        return members.stream()
                .filter(member -> member.path("@odata.type").asString().equals("#microsoft.graph.device"))
                .map(member -> member.path("id").asString())
                .toList();
    }

    private static String path(DemoUnit unit) {
        return "/directory/administrativeUnits/" + unit.id() + "/members";
    }
}
