package org.deviceoffboarding.demotenant.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.deviceoffboarding.demotenant.population.DeviceWrite.What.*;

import java.time.Duration;
import org.deviceoffboarding.demotenant.DirectoryRole;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.DeviceWrite;
import org.deviceoffboarding.demotenant.population.ObjectKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeviceWritesTest {

    private static final TestTenant TENANT = TestTenant.start();
    private static final String DISABLE = "{\"accountEnabled\": false}";
    private static final String DELETED_DEVICES = "/directory/deletedItems/microsoft.graph.device";

    private final GraphClient graph = TENANT.client();
    private final GraphClient app = TENANT.client(TestTokens.app("Device.ReadWrite.All"));

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    private static DemoEntraDevice windows() {
        return TENANT.device(d -> d.runsWindows()
                && d.kind() == ObjectKind.ORDINARY
                && d.accountEnabled()
                && d.deviceId().length() == 36);
    }

    private static DemoEntraDevice tablet() {
        return TENANT.device(d -> d.operatingSystem().equals("IPad") && d.accountEnabled());
    }

    @Test
    void anAdministratorDisablesADeviceAndEnablesItAgain() {
        var path = "/devices/" + tablet().id();

        var disabled = graph.patch(path, DISABLE);

        assertThat(disabled.status()).isEqualTo(204);
        assertThat(disabled.body()).isEmpty();
        assertThat(graph.get(path).json().path("accountEnabled").asBoolean(true))
                .isFalse();
        graph.patch(path, "{\"accountEnabled\": true}");
        assertThat(graph.get(path).json().path("accountEnabled").asBoolean(false))
                .isTrue();
    }

    @Test
    void aDeviceIsChangedByItsDeviceIdToo() {
        var device = windows();

        assertThat(graph.patch("/devices(deviceId='" + device.deviceId() + "')", DISABLE)
                        .status())
                .isEqualTo(204);
        assertThat(graph.get("/devices/" + device.id())
                        .json()
                        .path("accountEnabled")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void anAppAloneDisablesWindowsOnly() {
        assertThat(app.patch("/devices/" + windows().id(), DISABLE).status()).isEqualTo(204);

        var refused = app.patch("/devices/" + tablet().id(), DISABLE);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorCode()).isEqualTo("Authorization_RequestDenied");
        assertThat(app.patch(
                                "/devices/" + tablet().id(),
                                "{\"extensionAttributes\": {\"extensionAttribute3\": \"kiosk\"}}")
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(
            value = DirectoryRole.class,
            names = {"GLOBAL_READER", "SECURITY_READER", "WINDOWS_365_ADMINISTRATOR", "HELPDESK_ADMINISTRATOR"})
    void otherRolesDoNotDisable(DirectoryRole role) {
        var someone = TENANT.client(TestTokens.person(TestTokens.EVERYTHING, role));

        assertThat(someone.patch("/devices/" + tablet().id(), DISABLE).errorCode())
                .isEqualTo("Authorization_RequestDenied");
    }

    @Test
    void aCloudDeviceAdministratorDisablesButChangesNothingElse() {
        var someone = TENANT.client(TestTokens.person(TestTokens.EVERYTHING, DirectoryRole.CLOUD_DEVICE_ADMINISTRATOR));
        var path = "/devices/" + tablet().id();

        assertThat(someone.patch(path, "{\"extensionAttributes\": {\"extensionAttribute1\": \"x\"}}")
                        .status())
                .isEqualTo(403);
        assertThat(someone.patch(path, DISABLE).status()).isEqualTo(204);
    }

    @Test
    void readingDevicesIsNoPermissionToChangeThem() {
        var reader = TENANT.client(TestTokens.person("Device.Read.All", DirectoryRole.INTUNE_ADMINISTRATOR));

        assertThat(reader.patch("/devices/" + tablet().id(), DISABLE).status()).isEqualTo(403);
        assertThat(reader.delete("/devices/" + tablet().id()).status()).isEqualTo(403);
    }

    @Test
    void whatIsNoChangeIsRefused() {
        var path = "/devices/" + tablet().id();

        assertThat(graph.patch(path, "not json").errorCode()).isEqualTo("BadRequest");
        assertThat(graph.patch(path, "{\"accountEnabled\": \"no\"}").status()).isEqualTo(400);
        assertThat(graph.patch(path, "{\"displayName\": \"new\"}").status()).isEqualTo(400);
    }

    @Test
    void aDeletedDeviceIsKeptForThirtyDaysAndRestored() {
        var device = tablet();
        var path = "/devices/" + device.id();

        assertThat(graph.delete(path).status()).isEqualTo(204);

        assertThat(graph.get(path).status()).isEqualTo(404);
        assertThat(graph.delete(path).status()).isEqualTo(404);
        assertThat(graph.get("/devices?$filter=deviceId eq '" + device.deviceId() + "'")
                        .json()
                        .path("value"))
                .isEmpty();
        assertThat(graph.all(DELETED_DEVICES))
                .anyMatch(d -> d.path("id").asString().equals(device.id())
                        && !d.path("deletedDateTime").isNull());

        var restored = graph.post("/directory/deletedItems/" + device.id() + "/restore", "");
        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.text("@odata.type")).isEqualTo("#microsoft.graph.device");
        assertThat(graph.get(path).json().path("deletedDateTime").isNull()).isTrue();
        assertThat(graph.get(path).json().path("isCompliant").asBoolean(false)).isFalse();
        assertThat(graph.all(DELETED_DEVICES))
                .noneMatch(d -> d.path("id").asString().equals(device.id()));
    }

    @Test
    void afterThirtyDaysNothingIsLeftToRestore() {
        var device = tablet();
        graph.delete("/devices/" + device.id());

        TENANT.clock().forward(Duration.ofDays(30));

        assertThat(graph.post("/directory/deletedItems/" + device.id() + "/restore", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsDeletedForGoodIsGone() {
        var device = tablet();
        graph.delete("/devices/" + device.id());

        assertThat(graph.delete("/directory/deletedItems/" + device.id()).status())
                .isEqualTo(204);

        assertThat(graph.get("/directory/deletedItems/" + device.id()).status()).isEqualTo(404);
        assertThat(graph.post("/directory/deletedItems/" + device.id() + "/restore", "")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectKind.class,
            names = {"PRINTER", "SECURE_VM", "IOT"})
    void someKindsAreDeletedForGoodAtOnce(ObjectKind kind) {
        var device = TENANT.device(d -> d.kind() == kind);

        assertThat(app.delete("/devices/" + device.id()).status()).isEqualTo(204);

        assertThat(graph.get("/devices/" + device.id()).status()).isEqualTo(404);
        assertThat(graph.get("/directory/deletedItems/" + device.id()).status()).isEqualTo(404);
    }

    @Test
    void theTypeOfDeletedItemsHasToBeNamed() {
        assertThat(graph.get("/directory/deletedItems").status()).isEqualTo(400);
    }

    @Test
    void theApiDeletesAnAutopilotDeviceWithoutAWord() {
        var device = TENANT.device(d -> d.kind() == ObjectKind.AUTOPILOT);

        assertThat(app.delete("/devices/" + device.id()).status()).isEqualTo(204);
    }

    @Test
    void everyWriteThatTookEffectIsInTheHistoryOfTheDevice() {
        var device = windows();
        var path = "/devices/" + device.id();
        var now = TENANT.clock().instant();

        graph.patch(path, DISABLE);
        app.patch(path, DISABLE);
        graph.patch(path, "{\"accountEnabled\": \"no\"}");
        graph.patch(path, "{\"accountEnabled\": true, \"extensionAttributes\": {\"extensionAttribute1\": \"x\"}}");
        graph.delete(path);
        graph.delete(path);
        graph.post("/directory/deletedItems/" + device.id() + "/restore", "");

        assertThat(TENANT.population().history(device.id()))
                .extracting(DeviceWrite::what, DeviceWrite::by, DeviceWrite::at)
                .containsExactly(
                        tuple(DISABLED, "ola.owner@contoso.example", now),
                        tuple(DISABLED, TestTokens.APP_ID, now),
                        tuple(ENABLED, "ola.owner@contoso.example", now),
                        tuple(ATTRIBUTES_SET, "ola.owner@contoso.example", now),
                        tuple(DELETED, "ola.owner@contoso.example", now),
                        tuple(RESTORED, "ola.owner@contoso.example", now));
        assertThat(TENANT.population().written()).contains(device.id());
    }

    @Test
    void aDeviceThatNobodyWroteToHasNoHistory() {
        var device = TENANT.device(d -> d.kind() == ObjectKind.CLOUD_PC);

        graph.get("/devices/" + device.id());
        TENANT.client(TestTokens.person("Device.Read.All")).delete("/devices/" + device.id());

        assertThat(TENANT.population().history(device.id())).isEmpty();
        assertThat(TENANT.population().history("nobody")).isEmpty();
        assertThat(TENANT.population().written()).doesNotContain(device.id());
    }
}
