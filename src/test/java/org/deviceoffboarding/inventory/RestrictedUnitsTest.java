package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.graph.ScriptedGraph.error;
import static org.deviceoffboarding.graph.ScriptedGraph.json;
import static org.deviceoffboarding.graph.ScriptedGraph.page;
import static org.deviceoffboarding.inventory.Json.DEVICE;
import static org.deviceoffboarding.inventory.Json.OBJECT;
import static org.deviceoffboarding.inventory.Json.entra;
import static org.deviceoffboarding.inventory.Json.id;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads which restricted administrative units devices are in, from a tenant that a test makes up. */
class RestrictedUnitsTest {

    private static final String UNITS = "/directory/administrativeUnits";
    private static final String LABS = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String BOARD = "aaaaaaaa-0000-4000-8000-000000000002";
    private static final String BRANCH = "aaaaaaaa-0000-4000-8000-000000000003";
    private static final String RESTRICTED = "\"isManagementRestricted\":true";
    private static final UUID FIRST = UUID.fromString(OBJECT);
    private static final UUID SECOND = UUID.fromString(id(OBJECT, 2));
    private static final UUID FREE = UUID.fromString(id(OBJECT, 3));

    private final Tenant tenant = new Tenant();

    @BeforeEach
    void twoRestrictedDevicesAndOneThatIsNot() {
        tenant.has(
                Tenant.DEVICES,
                entra(OBJECT, DEVICE, "A", RESTRICTED),
                entra(id(OBJECT, 2), id(DEVICE, 2), "B", RESTRICTED),
                entra(id(OBJECT, 3), id(DEVICE, 3), "C"));
        tenant.has(
                UNITS,
                unit(LABS, "Labs", "true", ""),
                unit(BOARD, "board", "true", ""),
                unit(BRANCH, "Branch", "null", ""));
        tenant.has(members(LABS), device(FIRST), device(SECOND), device(FREE));
        tenant.has(members(BOARD), device(FIRST));
        tenant.has(members(BRANCH), device(SECOND));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void eachRestrictedDeviceHasItsUnitsByNameAndOnlyRestrictedOnesAreRead() {
        RestrictedDevices read = read(1);

        assertThat(read.ids())
                .as("Entra says of the device itself whether it is")
                .containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(read.names(FIRST)).isEqualTo("board, Labs");
        assertThat(read.names(SECOND)).isEqualTo("Labs");
        assertThat(read.names(FREE)).isEmpty();
        assertThat(read.unread()).isEmpty();
        assertThat(tenant.graph.requests()).noneMatch(request -> request.startsWith(members(BRANCH)));
        assertThat(tenant.graph.requests())
                .filteredOn(request -> request.contains(UNITS))
                .as("one for the units, one for each that is restricted")
                .hasSize(3);
    }

    @Test
    void peopleAndGroupsAreNoDevicesAndPagesAreReadToTheirEnd() {
        tenant.graph.on(
                members(LABS),
                json(page(
                        tenant.graph.url(members(LABS) + "?$skiptoken=2"),
                        member("user", SECOND),
                        member("group", FIRST),
                        device(FIRST))),
                json(page(null, device(SECOND), device(FIRST))));

        RestrictedDevices read = read(1);

        assertThat(read.names(FIRST)).as("said twice").isEqualTo("board, Labs");
        assertThat(read.names(SECOND)).isEqualTo("Labs");
    }

    @Test
    void aDeviceThatEntersOrLeavesAUnitBetweenTwoRunsIsAsTheNewestSays() {
        read(1);
        tenant.has(
                Tenant.DEVICES,
                entra(OBJECT, DEVICE, "A"),
                entra(id(OBJECT, 2), id(DEVICE, 2), "B", RESTRICTED),
                entra(id(OBJECT, 3), id(DEVICE, 3), "C", RESTRICTED));
        tenant.has(members(LABS), device(FREE));
        tenant.has(members(BOARD), device(SECOND));

        RestrictedDevices now = read(2);

        assertThat(now.ids()).containsExactlyInAnyOrder(SECOND, FREE);
        assertThat(now.names(SECOND)).isEqualTo("board");
        assertThat(now.names(FREE)).isEqualTo("Labs");
    }

    @Test
    void withoutThePermissionItIsSaidWhoDoesWhatAndNoMemberIsAskedFor() {
        tenant.graph.on(UNITS, error(403, "Authorization_RequestDenied", "Insufficient privileges"));

        RestrictedDevices read = read(1);

        assertThat(read.ids()).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(read.names(FIRST)).isEmpty();
        assertThat(read.unknown()).contains("lacks the permission AdministrativeUnit.Read.All", "grants admin consent");
        assertThat(tenant.graph.requests()).noneMatch(request -> request.contains("/members"));
    }

    @Test
    void aUnitThatCannotBeReadWholeLeavesNoneThatLooksLikeAll() {
        tenant.graph.on(members(BOARD), error(400, "BadRequest", "It broke"));

        RestrictedDevices read = read(1);

        assertThat(read.names(FIRST)).isEmpty();
        assertThat(read.names(SECOND)).isEmpty();
        assertThat(read.unknown()).contains("members of the administrative unit 'board'");
    }

    @Test
    void aUnitThatHidesItsMembersIsSaidAndTheOthersAreKnown() {
        tenant.has(
                UNITS,
                unit(LABS, "Labs", "true", ""),
                unit(BOARD, "board", "true", ",\"visibility\":\"HiddenMembership\""));
        tenant.has(members(LABS), device(SECOND));

        RestrictedDevices read = read(1);

        assertThat(read.names(SECOND)).isEqualTo("Labs");
        assertThat(read.names(FIRST)).isEmpty();
        assertThat(read.unknown()).contains("who is in board (visibility HiddenMembership)");
    }

    @Test
    void aListingThatIsBegunAnewForgetsWhatItHadReadBefore() {
        tenant.graph.on(
                members(LABS),
                json(page(tenant.graph.url(members(LABS) + "?$skiptoken=2"), device(FIRST))),
                error(400, "Directory_ExpiredPageToken", "The specified page token value has expired"),
                json(page(null, device(SECOND))));

        RestrictedDevices read = read(1);

        assertThat(read.names(FIRST)).isEqualTo("board");
        assertThat(read.names(SECOND)).isEqualTo("Labs");
    }

    @Test
    void whatWasReadBeforeARestartIsNotReadAgain() {
        tenant.read(1).readUnits(1);
        tenant.graph.requests().clear();

        tenant.read(1).readUnits(1);

        assertThat(tenant.graph.requests()).noneMatch(request -> request.contains(UNITS));
        tenant.publish(1);
        assertThat(tenant.inventories().units(List.of(SECOND)).names(SECOND)).isEqualTo("Labs");
    }

    @Test
    void whatWasStoppedBeforeItWasAttachedIsAttachedWithoutReadingItAgain() {
        tenant.read(1).readUnits(1);
        change("alter table restricted_unit_member detach partition portal_copies.restricted_unit_member_1");
        tenant.graph.requests().clear();

        RestrictedDevices read = read(1);

        assertThat(read.names(SECOND)).isEqualTo("Labs");
        assertThat(tenant.graph.requests()).noneMatch(request -> request.contains(UNITS));
    }

    @Test
    void whatWasStoppedBeforeItWasNotedIsReadAnewEvenIfAMemberComesTwice() {
        tenant.has(members(LABS), device(FIRST), device(SECOND), device(FIRST));
        tenant.read(1);
        change("alter table portal_copies.restricted_unit_member_1 add primary key (run_id, object_id, unit_id)");

        RestrictedDevices read = read(1);

        assertThat(read.names(FIRST)).isEqualTo("board, Labs");
        assertThat(read.unread()).isEmpty();
    }

    @Test
    void aSignInThatIsRefusedMeanwhileIsNotSwallowed() {
        tenant.read(1);
        tenant.graph.on(members(BOARD), error(401, "InvalidAuthenticationToken", "Continuous access evaluation"));

        assertThatExceptionOfType(GraphException.class)
                .isThrownBy(() -> tenant.readUnits(1))
                .satisfies(refused -> assertThat(refused.isOfSignIn()).isTrue());

        tenant.has(members(BOARD), device(FIRST));
        tenant.readUnits(1).publish(1);
        assertThat(tenant.inventories().units(List.of(FIRST)).names(FIRST)).isEqualTo("board, Labs");
    }

    @Test
    void aSignInThatTheTenantNoLongerGivesIsNotSwallowed() {
        tenant.read(1);

        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(() -> tenant.reader().readUnits(1, () -> {
                    throw new GraphSignInExpiredException("The tenant refused the agent's sign-in.");
                }));
    }

    @Test
    void aResultFromBeforeThePortalReadUnitsSaysSo() {
        tenant.read(1).publish(1);

        assertThat(tenant.inventories().units(List.of(FIRST)).unknown()).contains("the next run does");
    }

    @Test
    void withoutAnInventoryNothingIsKnownOfAnyDevice() {
        assertThat(tenant.inventories().units(List.of(FIRST)).ids()).isEmpty();
    }

    private RestrictedDevices read(long run) {
        tenant.read(run).readUnits(run).publish(run);
        return tenant.inventories().units(List.of(FIRST, SECOND, FREE));
    }

    private static void change(String tables) {
        JdbcClient.create(PortalDatabase.dataSource()).sql(tables).update();
    }

    private static String members(String unit) {
        return UNITS + "/" + unit + "/members";
    }

    private static String unit(String id, String name, String restricted, String more) {
        return "{\"id\":\"%s\",\"displayName\":\"%s\",\"isMemberManagementRestricted\":%s%s}"
                .formatted(id, name, restricted, more);
    }

    private static String device(UUID id) {
        return member("device", id);
    }

    private static String member(String type, UUID id) {
        return "{\"@odata.type\":\"#microsoft.graph.%s\",\"id\":\"%s\"}".formatted(type, id);
    }
}
