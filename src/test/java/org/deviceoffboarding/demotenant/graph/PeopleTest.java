package org.deviceoffboarding.demotenant.graph;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.deviceoffboarding.demotenant.DirectoryRole;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PeopleTest {

    private static final TestTenant TENANT = TestTenant.start();

    private final GraphClient graph = TENANT.client();

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void everyPersonIsListedOnceAndFoundByIdAndName() {
        var people = graph.all("/users?$top=150");
        var one = people.get(17);

        assertThat(people).hasSize(TENANT.population().people()).doesNotHaveDuplicates();
        assertThat(graph.get("/users/" + one.path("id").asString()).text("displayName"))
                .isEqualTo(one.path("displayName").asString());
        assertThat(graph.get("/users/" + one.path("userPrincipalName").asString())
                        .text("id"))
                .isEqualTo(one.path("id").asString());
        assertThat(graph.get("/users/nobody@contoso.example").status()).isEqualTo(404);
    }

    @Test
    void meIsWhoeverTheTokenWasIssuedTo() {
        var me = graph.get("/me");

        assertThat(me.text("id")).isEqualTo(TestTokens.USER_ID);
        assertThat(me.text("displayName")).isEqualTo("Ola Owner");
        assertThat(me.text("userPrincipalName")).isEqualTo("ola.owner@contoso.example");
        assertThat(graph.get("/users/" + TestTokens.USER_ID).text("displayName"))
                .isEqualTo("Ola Owner");
        assertThat(TENANT.client(TestTokens.app("User.Read.All")).get("/me").status())
                .isIn(400, 403);
    }

    @Test
    void myDirectoryRolesAreThoseOfTheToken() {
        var token = TestTokens.person(
                TestTokens.EVERYTHING, DirectoryRole.INTUNE_ADMINISTRATOR, DirectoryRole.CLOUD_DEVICE_ADMINISTRATOR);

        var roles = TENANT.client(token)
                .get("/me/transitiveMemberOf/microsoft.graph.directoryRole")
                .json()
                .path("value");

        assertThat(roles.valueStream().map(role -> role.path("displayName").asString()))
                .containsExactlyInAnyOrder("Intune Administrator", "Cloud Device Administrator");
        assertThat(roles.get(0).path("@odata.type").asString()).isEqualTo("#microsoft.graph.directoryRole");
    }

    private JsonNode group(String name) {
        return graph.all("/groups?$filter=displayName eq '" + name + "'").getFirst();
    }

    @Test
    void aGroupContainsDevicesPeopleAndGroups() {
        var id = group("Never offboard").path("id").asString();

        var direct = graph.all("/groups/" + id + "/members");
        var transitive = graph.all("/groups/" + id + "/transitiveMembers?$top=5");

        assertThat(direct)
                .filteredOn(m -> m.path("@odata.type").asString().equals("#microsoft.graph.group"))
                .hasSize(2);
        assertThat(transitive).hasSizeGreaterThan(direct.size());
        assertThat(transitive)
                .filteredOn(m -> m.path("@odata.type").asString().equals("#microsoft.graph.device"))
                .hasSizeGreaterThan(20)
                .allMatch(m -> m.path("deviceId").asString().length() == 36);
        assertThat(graph.get("/groups/" + TestTokens.USER_ID + "/members").status())
                .isEqualTo(404);
    }

    @Test
    void theCastToDevicesNeedsEventualConsistency() {
        var path = "/groups/" + group("Legal hold").path("id").asString() + "/transitiveMembers/microsoft.graph.device";

        assertThat(graph.get(path).status()).isEqualTo(400);
        assertThat(graph.all(path, "ConsistencyLevel", "eventual")).hasSize(14);
    }

    @Test
    void membersOfATypeThatMayNotBeReadShowTheirIdOnly() {
        var blind = TENANT.client(TestTokens.app("GroupMember.Read.All"));
        var id = group("Legal hold").path("id").asString();

        assertThat(blind.all("/groups/" + id + "/members").getFirst().propertyNames())
                .containsExactly("@odata.type", "id");
    }

    @Test
    void membersShowWhatWasSelectedOfTheirType() {
        var id = group("Service desk").path("id").asString();

        var member = graph.all("/groups/" + id + "/transitiveMembers?$select=id,userPrincipalName,visibility")
                .getFirst();

        assertThat(member.propertyNames()).containsExactlyInAnyOrder("@odata.type", "id", "userPrincipalName");
    }

    @Test
    void aPersonsDevicesAreThoseRegisteredForThem() {
        DemoEntraDevice device = TENANT.device(d -> d.owner() != null);
        var path = "/users/" + requireNonNull(device.owner()).id() + "/ownedDevices?$select=id";

        assertThat(graph.all(path)).extracting(d -> d.path("id").asString()).contains(device.id());
        assertThat(TENANT.client(TestTokens.person("User.ReadBasic.All"))
                        .get(path)
                        .status())
                .isEqualTo(403);
        assertThat(graph.get("/users/" + TestTokens.TENANT_ID + "/ownedDevices").status())
                .isEqualTo(404);
    }

    @Test
    void theOrganizationSaysWhoseTenantItIs() {
        var organization = graph.get("/organization").json().path("value").get(0);

        assertThat(organization.path("displayName").asString()).isEqualTo("Contoso Outdoor");
        assertThat(organization.path("id").asString()).isEqualTo(TestTokens.TENANT_ID);
        assertThat(graph.get("/organization/" + TestTokens.TENANT_ID).status()).isEqualTo(200);
    }

    @Test
    void recoveryKeysAreToldButNeverShown() {
        var device =
                TENANT.device(d -> TENANT.population().escrow().recoveryKeys(d).size() == 2);
        var path = "/informationProtection/bitlocker/recoveryKeys";

        var keys = graph.all(path + "?$filter=deviceId eq '" + device.deviceId() + "'", "User-Agent", "test");

        assertThat(keys).hasSize(2).allMatch(key -> !key.has("key"));
        assertThat(graph.get(path + "/" + keys.getFirst().path("id").asString(), "User-Agent", "test")
                        .status())
                .isEqualTo(200);
        assertThat(graph.get(path + "/" + keys.getFirst().path("id").asString() + "?$select=key", "User-Agent", "t")
                        .status())
                .isEqualTo(400);
        assertThat(graph.get(path + "?$top=5", "User-Agent", "test").status()).isEqualTo(400);
    }

    @Test
    void aLocalAdministratorsPasswordIsToldButNeverShown() {
        DemoEntraDevice device = TENANT.device(d -> TENANT.population().escrow().localCredential(d) != null);
        var path = "/directory/deviceLocalCredentials/" + device.deviceId().toUpperCase(Locale.ROOT);

        var answer = graph.get(path, "User-Agent", "test");

        assertThat(answer.text("deviceName")).isEqualTo(device.displayName());
        assertThat(answer.json().has("credentials")).isFalse();
        var without = TENANT.device(d -> d.operatingSystem().equals("IPad"));
        assertThat(graph.get("/directory/deviceLocalCredentials/" + without.deviceId(), "User-Agent", "t")
                        .status())
                .isEqualTo(404);
    }
}
