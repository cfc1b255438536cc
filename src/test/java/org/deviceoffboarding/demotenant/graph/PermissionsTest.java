package org.deviceoffboarding.demotenant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.deviceoffboarding.demotenant.DirectoryRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {

    private static final TestTenant TENANT = TestTenant.start();
    private static final String AGENT = "portal-test";

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        var answer = TENANT.client("").get("/devices");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo("InvalidAuthenticationToken");
        assertThat(answer.errorMessage()).isEqualTo("Access token is empty.");
        assertThat(answer.header("request-id")).hasSize(36);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void nobodyGetsInWithATokenThatIsNotForGraph() {
        assertThat(TENANT.client(TestTokens.forAnotherAudience())
                        .get("/devices")
                        .errorCode())
                .isEqualTo("InvalidAuthenticationToken");
        assertThat(TENANT.client("made.up.token").get("/devices").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/devices, Device.Read.All, Authorization_RequestDenied",
        "/devices/delta, Device.Read.All, Authorization_RequestDenied",
        "/deviceManagement/managedDevices, DeviceManagementManagedDevices.Read.All, Forbidden",
        "/deviceManagement/auditEvents, DeviceManagementApps.Read.All, Forbidden",
        "/deviceManagement/windowsAutopilotDeviceIdentities, DeviceManagementServiceConfig.Read.All, Forbidden",
        "/informationProtection/bitlocker/recoveryKeys, BitlockerKey.ReadBasic.All, authorization_error",
        "/directory/deviceLocalCredentials, DeviceLocalCredential.ReadBasic.All, Authorization_RequestDenied",
        "/directory/deletedItems/microsoft.graph.device, Device.Read.All, Authorization_RequestDenied",
        "/users, User.ReadBasic.All, Authorization_RequestDenied",
        "/groups, Group.Read.All, Authorization_RequestDenied",
        "/organization, Organization.Read.All, Authorization_RequestDenied"
    })
    void eachPathWantsItsPermissionFromPeopleAndAppsAlike(String path, String permission, String code) {
        for (String refused : new String[] {TestTokens.person("openid profile"), TestTokens.app("Mail.Read")}) {
            var answer = TENANT.client(refused).get(path, "User-Agent", AGENT);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.errorCode()).isEqualTo(code);
        }
        for (String admitted :
                new String[] {TestTokens.person(permission, DirectoryRole.SECURITY_READER), TestTokens.app(permission)
                }) {
            assertThat(TENANT.client(admitted).get(path, "User-Agent", AGENT).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void intuneNamesThePermissionThatIsMissing() {
        var answer = TENANT.client(TestTokens.app()).get("/deviceManagement/auditEvents");

        assertThat(answer.errorMessage())
                .contains("must have one of the following scopes: DeviceManagementApps.Read.All");
    }

    @Test
    void actingAsAPersonIsNoPermissionToRead() {
        var answer = TENANT.client(TestTokens.person("Directory.AccessAsUser.All", DirectoryRole.GLOBAL_ADMINISTRATOR))
                .get("/devices");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void anUnknownPathIsRefused() {
        var answer = TENANT.client().get("/gadgets");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("BadRequest");
        assertThat(answer.errorMessage()).isEqualTo("Resource not found for the segment 'gadgets'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/devices", "/deviceManagement/auditEvents", "/organization"})
    void aMethodThatAPathDoesNotKnowIsRefused(String path) {
        var answer = TENANT.client().delete(path);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.errorMessage()).isEqualTo("Specified HTTP method is not allowed for the request target.");
    }

    @Test
    void pathsAreFoundInWhateverCaseTheyAreWritten() {
        assertThat(TENANT.client().get("/DeviceManagement/ManagedDevices").status())
                .isEqualTo(200);
    }
}
