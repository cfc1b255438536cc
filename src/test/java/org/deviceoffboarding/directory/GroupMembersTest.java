package org.deviceoffboarding.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.graph.ScriptedGraph.TOKENS;
import static org.deviceoffboarding.graph.ScriptedGraph.error;
import static org.deviceoffboarding.graph.ScriptedGraph.json;
import static org.deviceoffboarding.graph.ScriptedGraph.page;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphPermissionMissingException;
import org.deviceoffboarding.graph.ScriptedGraph;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupMembersTest {

    private static final String GROUP = "6a0b0000-0000-4000-8000-000000000001";
    private static final String DEVICE = "6a0b0000-0000-4000-8000-000000000002";
    private static final String USER = "6a0b0000-0000-4000-8000-000000000003";
    private static final String OWNED = "6a0b0000-0000-4000-8000-000000000004";
    private static final String MEMBERS = "/groups/" + GROUP + "/transitiveMembers";

    private final ScriptedGraph graph = new ScriptedGraph();
    private final GroupMembers groups =
            new GroupMembers(graph.graph(), new GroupLookup(graph.graph()), new OwnedDevices(graph.graph()));

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void readsDevicesAndPeopleOfAllPagesWithTheDevicesOfThesePeople() {
        answer(group("Legal hold"), "{\"value\":[{\"id\":\"" + OWNED + "\"}]}");
        graph.on(
                MEMBERS,
                json(page(graph.url(MEMBERS + "?$skiptoken=2"), member("device", DEVICE, ""))),
                json(page(null, member("user", USER, ",\"userPrincipalName\":\"Ada@Contoso.com\""))));

        GroupMembership members = groups.read(GROUP, TOKENS);

        assertThat(members.group()).isEqualTo(new EntraGroup(UUID.fromString(GROUP), "Legal hold"));
        assertThat(members.devices()).containsExactly(UUID.fromString(DEVICE));
        assertThat(members.users()).containsExactly(UUID.fromString(USER));
        assertThat(members.userNames()).containsExactly("ada@contoso.com");
        assertThat(members.ownedDevices()).containsExactly(UUID.fromString(OWNED));
    }

    @Test
    void coversMembersAndWhatBelongsToPeopleInIt() {
        var members = new GroupMembership(
                new EntraGroup(UUID.fromString(GROUP), "VIP"),
                Set.of(UUID.fromString(DEVICE)),
                Set.of(UUID.fromString(USER)),
                Set.of("Ada@Contoso.com"),
                Set.of(UUID.fromString(OWNED)));

        assertThat(members.covers(device(DEVICE, null))).isTrue();
        assertThat(members.covers(device(OWNED, null))).isTrue();
        assertThat(members.covers(device(GROUP, "ADA@contoso.com"))).isTrue();
        assertThat(members.covers(device(GROUP, "ben@contoso.com"))).isFalse();
        assertThat(members.covers(device(GROUP, null))).isFalse();
    }

    private static DeviceFacts device(String objectId, @Nullable String user) {
        EntraDevice entra = new EntraDevice(
                UUID.fromString(objectId),
                null,
                "A",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null);
        ManagedDevice record = new ManagedDevice(
                UUID.fromString(USER),
                null,
                "A",
                null,
                user,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new DeviceFacts(entra, List.of(record), null, List.of());
    }

    @Test
    void findsAGroupByItsWholeNameWhateverIsInIt() {
        answer("{\"value\":[" + group("R&D's #1") + "]}");

        assertThat(groups.find("R&D's #1", TOKENS).id()).hasToString(GROUP);
        assertThat(graph.requests().getLast()).contains("displayName%20eq%20%27R%26D%27%27s%20%231%27");
    }

    @Test
    void aNameThatSeveralGroupsHaveIsRefusedWithTheirIds() {
        answer("{\"value\":[" + group("VIP") + "," + group("VIP").replace(GROUP, USER) + "]}");

        assertRefused(() -> groups.find("VIP", TOKENS), "several groups named 'VIP'", GROUP, USER, "object ID");
    }

    @Test
    void aNameThatNoGroupHasIsRefused() {
        answer("{\"value\":[" + group("VIP 2") + "]}");

        assertRefused(() -> groups.find("VIP", TOKENS), "no group named 'VIP'");
        assertRefused(() -> groups.find("  ", TOKENS), "Name a group");
    }

    @Test
    void aGroupThatIsGoneIsNoEmptyGroup() {
        graph.on(
                "/$batch",
                json(
                        "{\"responses\":[{\"id\":\"0\",\"status\":404,\"body\":{\"error\":{\"code\":\"Request_ResourceNotFound\"}}}]}"));

        assertRefused(() -> groups.read(GROUP, TOKENS), "no group with the object ID " + GROUP);
    }

    @Test
    void aGroupThatHidesItsMembersIsNoEmptyGroup() {
        answer(group("VIP").replace("}", ",\"visibility\":\"HiddenMembership\"}"));

        assertRefused(() -> groups.read(GROUP, TOKENS), "hides its members");
    }

    @Test
    void aGroupInsideThatHidesItsMembersIsRefused() {
        answer(group("VIP"));
        graph.on(MEMBERS, json(page(null, member("group", USER, ",\"visibility\":\"HiddenMembership\""))));

        assertRefused(() -> groups.read(GROUP, TOKENS), USER, "hides its members");
    }

    @Test
    void anAgentSetUpBeforeThePermissionExistedIsToldToRenew() {
        answer(group("VIP"));
        graph.on(MEMBERS, error(403, "Authorization_RequestDenied", "Insufficient privileges"));
        assertThatExceptionOfType(GraphPermissionMissingException.class)
                .isThrownBy(() -> groups.read(GROUP, TOKENS))
                .satisfies(e -> assertThat(e.reason())
                        .contains("members of the group 'VIP'", "GroupMember.Read.All", "renew the agent"));

        graph.on(MEMBERS, json(page(null, member("user", USER, ""))));
        assertRefused(() -> groups.read(GROUP, TOKENS), "User.Read.All", "renew the agent");
    }

    @Test
    void aMemberWithoutAnIdIsNoMemberToSkip() {
        answer(group("VIP"));
        graph.on(MEMBERS, json(page(null, member("device", "", ""))));

        assertRefused(() -> groups.read(GROUP, TOKENS), "without a type or a valid ID");
    }

    private static void assertRefused(ThrowingCallable call, String... words) {
        assertThatExceptionOfType(GraphException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).contains(words));
    }

    /** Answers questions of batches in turn; the last answer stays. */
    private void answer(String... bodies) {
        graph.on(
                "/$batch",
                java.util.Arrays.stream(bodies)
                        .map(body -> json("{\"responses\":[{\"id\":\"0\",\"status\":200,\"body\":" + body + "}]}"))
                        .toArray(ScriptedGraph.Answer[]::new));
    }

    private static String group(String name) {
        return "{\"id\":\"%s\",\"displayName\":\"%s\"}".formatted(GROUP, name);
    }

    private static String member(String type, String id, String more) {
        return "{\"@odata.type\":\"#microsoft.graph.%s\",\"id\":\"%s\"%s}".formatted(type, id, more);
    }
}
