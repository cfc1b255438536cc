package org.deviceoffboarding.demotenant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.deviceoffboarding.demotenant.DirectoryRole;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.ObjectKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what to which device, for each kind of identity. Source: Microsoft's pages on updating and deleting devices. */
class WritePermissionsTest {

    private static final TestTenant TENANT = TestTenant.start("demotenant.devices=4000");
    private static final String AS_USER = "Directory.AccessAsUser.All Device.Read.All";

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    /** Something to do to a device. */
    private enum Operation {
        DISABLE,
        ENABLE,
        SET_ATTRIBUTE,
        DELETE,
        RESTORE
    }

    /** Devices that Graph may treat differently. */
    private enum Sort {
        WINDOWS(device -> ordinary(device) && device.runsWindows()),
        OTHER_SYSTEM(device -> ordinary(device) && !device.runsWindows()),
        HYBRID(device -> device.kind() == ObjectKind.HYBRID),
        AUTOPILOT(device -> device.kind() == ObjectKind.AUTOPILOT);

        private final Predicate<DemoEntraDevice> fits;

        Sort(Predicate<DemoEntraDevice> fits) {
            this.fits = fits;
        }

        private static boolean ordinary(DemoEntraDevice device) {
            return device.kind() == ObjectKind.ORDINARY && device.trustType() != null;
        }

        boolean windows() {
            return this != OTHER_SYSTEM;
        }
    }

    /** An identity, and what it may do to devices that run Windows, and to others. */
    private enum Identity {
        APP_ALONE(
                null,
                null,
                Set.of(Operation.values()),
                Set.of(Operation.SET_ATTRIBUTE, Operation.DELETE, Operation.RESTORE)),
        GLOBAL_ADMINISTRATOR(AS_USER, DirectoryRole.GLOBAL_ADMINISTRATOR, Set.of(Operation.values())),
        INTUNE_ADMINISTRATOR(AS_USER, DirectoryRole.INTUNE_ADMINISTRATOR, Set.of(Operation.values())),
        CLOUD_DEVICE_ADMINISTRATOR(
                AS_USER,
                DirectoryRole.CLOUD_DEVICE_ADMINISTRATOR,
                Set.of(Operation.DISABLE, Operation.ENABLE, Operation.DELETE, Operation.RESTORE)),
        WINDOWS_365_ADMINISTRATOR(AS_USER, DirectoryRole.WINDOWS_365_ADMINISTRATOR, Set.of(Operation.DELETE)),
        GLOBAL_READER(AS_USER, DirectoryRole.GLOBAL_READER, Set.of()),
        NO_ROLE(AS_USER, null, Set.of()),
        WITHOUT_THE_SCOPE("Device.Read.All", DirectoryRole.INTUNE_ADMINISTRATOR, Set.of());

        private final @Nullable String scopes;
        private final @Nullable DirectoryRole role;
        private final Set<Operation> toWindows;
        private final Set<Operation> toOthers;

        Identity(@Nullable String scopes, @Nullable DirectoryRole role, Set<Operation> allowed) {
            this(scopes, role, allowed, allowed);
        }

        Identity(
                @Nullable String scopes,
                @Nullable DirectoryRole role,
                Set<Operation> toWindows,
                Set<Operation> toOthers) {
            this.scopes = scopes;
            this.role = role;
            this.toWindows = toWindows;
            this.toOthers = toOthers;
        }

        boolean may(Operation operation, Sort sort) {
            return (sort.windows() ? toWindows : toOthers).contains(operation);
        }

        GraphClient client() {
            if (scopes == null) {
                return TENANT.client(TestTokens.app("Device.ReadWrite.All"));
            }
            return TENANT.client(role == null ? TestTokens.person(scopes) : TestTokens.person(scopes, role));
        }
    }

    private record Case(Identity identity, Operation operation, Sort sort) {}

    private static Stream<Case> cases() {
        return Arrays.stream(Identity.values())
                .flatMap(identity -> Arrays.stream(Operation.values())
                        .flatMap(operation ->
                                Arrays.stream(Sort.values()).map(sort -> new Case(identity, operation, sort))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onlyWhoMayChangesADevice(Case line) {
        DemoEntraDevice device = TENANT.device(line.sort().fits);
        if (line.operation() == Operation.RESTORE) {
            assertThat(TENANT.client().delete("/devices/" + device.id()).status())
                    .isEqualTo(204);
        }

        GraphClient.Answer answer = carryOut(line.operation(), line.identity().client(), device.id());

        if (line.identity().may(line.operation(), line.sort())) {
            assertThat(answer.status()).isBetween(200, 204);
        } else {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.errorCode()).isEqualTo("Authorization_RequestDenied");
        }
    }

    private static GraphClient.Answer carryOut(Operation operation, GraphClient client, String id) {
        return switch (operation) {
            case DISABLE -> client.patch("/devices/" + id, "{\"accountEnabled\": false}");
            case ENABLE -> client.patch("/devices/" + id, "{\"accountEnabled\": true}");
            case SET_ATTRIBUTE ->
                client.patch("/devices/" + id, "{\"extensionAttributes\": {\"extensionAttribute1\": \"x\"}}");
            case DELETE -> client.delete("/devices/" + id);
            case RESTORE -> client.post("/directory/deletedItems/" + id + "/restore", "");
        };
    }
}
