package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.inventory.Json.DEVICE;
import static org.deviceoffboarding.inventory.Json.INTUNE;
import static org.deviceoffboarding.inventory.Json.OBJECT;
import static org.deviceoffboarding.inventory.Json.ZERO;
import static org.deviceoffboarding.inventory.Json.entra;
import static org.deviceoffboarding.inventory.Json.id;
import static org.deviceoffboarding.inventory.Json.managed;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Roles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class DeviceServiceTest {

    private static final Pageable ALL = PageRequest.of(0, 50);

    private final Tenant tenant = new Tenant();

    @BeforeEach
    void aPublishedInventory() {
        signIn(Roles.READER);
        tenant.has(
                        Tenant.DEVICES,
                        entra(OBJECT, DEVICE, "zoe-laptop", """
                                "operatingSystem":"Windows","deviceOwnership":"Company","accountEnabled":true,"trustType":"AzureAd\""""),
                        entra(id(OBJECT, 2), id(DEVICE, 2), "Ada's iPad", """
                                "operatingSystem":"IPad","deviceOwnership":"Personal","accountEnabled":false"""),
                        entra(id(OBJECT, 3), ZERO, "old_laptop%"))
                .has(
                        Tenant.MANAGED,
                        managed(id(INTUNE, 9), DEVICE, "older record", "\"lastSyncDateTime\":\"2026-01-01T00:00:00Z\""),
                        managed(INTUNE, DEVICE, "ZOE", """
                                "serialNumber":"SN-0042","userPrincipalName":"zoe@contoso.com","userDisplayName":"Zoë Ångström",
                                "lastSyncDateTime":"2026-11-01T00:00:00Z\""""));
        tenant.read(1).publish(1);
    }

    @AfterEach
    void stop() {
        SecurityContextHolder.clearContext();
        tenant.close();
    }

    @Test
    void listsByNameWithoutRegardToCase() {
        assertThat(names(DeviceFilter.NONE, ALL)).containsExactly("Ada's iPad", "old_laptop%", "zoe-laptop");
        assertThat(tenant.devices().count(DeviceFilter.NONE)).isEqualTo(3);
    }

    @Test
    void manyIdsAtOnceNameTheDevicesThatEachOfThemNamesAlone() {
        tenant.has(Tenant.MANAGED).read(2).publish(2); // a record that is gone
        List<UUID> ids = Stream.of(
                        OBJECT,
                        DEVICE,
                        INTUNE,
                        id(INTUNE, 9),
                        id(OBJECT, 2),
                        id(DEVICE, 2),
                        id(OBJECT, 3),
                        id(OBJECT, 7))
                .map(UUID::fromString)
                .toList();
        Map<UUID, List<DeviceRow>> alone = new HashMap<>();
        ids.forEach(each -> {
            List<DeviceRow> found = tenant.devices().find(text(each.toString()), ALL);
            if (!found.isEmpty()) {
                alone.put(each, found);
            }
        });

        assertThat(tenant.devices().withAnyId(ids)).isEqualTo(alone).hasSizeGreaterThan(4);
        assertThat(tenant.devices().ids(DeviceFilter.NONE, 2))
                .isEqualTo(tenant.devices().find(DeviceFilter.NONE, PageRequest.ofSize(2)).stream()
                        .map(DeviceRow::objectId)
                        .toList());
        assertThat(tenant.devices().names(ids))
                .containsOnlyKeys(Stream.of(OBJECT, id(OBJECT, 2), id(OBJECT, 3))
                        .map(UUID::fromString)
                        .toList())
                .containsValue("zoe-laptop");
    }

    @Test
    void aDeviceThatLeftIntuneIsShownAndFoundByWhatItsRecordSaid() {
        tenant.has(Tenant.MANAGED).read(2).publish(2);

        for (String wanted : List.of("sn-0042", "zoe@contoso", "zoë", INTUNE, "N-004")) {
            assertThat(tenant.devices().find(text(wanted), ALL))
                    .as(wanted)
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.objectId()).hasToString(OBJECT);
                        assertThat(row.inIntune()).isFalse();
                        assertThat(row.intuneId()).isNull();
                        assertThat(row.serialNumber()).isEqualTo("SN-0042");
                        assertThat(row.user()).isEqualTo("zoe@contoso.com");
                    });
        }
        assertThat(tenant.devices()
                        .find(DeviceFilter.NONE, PageRequest.of(0, 1, Sort.by(Sort.Direction.DESC, "serialNumber")))
                        .getFirst()
                        .name())
                .isIn("zoe-laptop", "Ada's iPad", "old_laptop%");
    }

    @Test
    void aRowShowsBothRecords() {
        DeviceRow row = tenant.devices().find(text("zoe"), ALL).getFirst();

        assertThat(row.objectId()).hasToString(OBJECT);
        assertThat(row.deviceId()).hasToString(DEVICE);
        assertThat(row.intuneId()).hasToString(INTUNE);
        assertThat(row.inIntune()).isTrue();
        assertThat(row.serialNumber()).isEqualTo("SN-0042");
        assertThat(row.user()).isEqualTo("zoe@contoso.com");
        assertThat(row.platform()).isEqualTo(Platform.WINDOWS);
        assertThat(row.ownership()).isEqualTo(Ownership.CORPORATE);
        assertThat(row.joinType()).isEqualTo("AzureAd");
        assertThat(row.enabled()).isTrue();
        assertThat(row.lastSync()).isEqualTo("2026-11-01T00:00:00Z");
    }

    @Test
    void findsByNameSerialNumberAndUser() {
        for (String text : List.of("ZOE-lap", "sn-0042", "Zoe@contoso", "zoë ång", "older rec", " zoe ")) {
            assertThat(names(text(text), ALL)).as(text).containsExactly("zoe-laptop");
        }
    }

    @Test
    void findsInTheMiddleWhereNothingBeginsWithTheText() {
        assertThat(names(text("laptop"), ALL)).containsExactly("old_laptop%", "zoe-laptop");
        assertThat(names(text("0042"), ALL)).containsExactly("zoe-laptop");
        assertThat(tenant.devices().count(text("laptop"))).isEqualTo(2);
    }

    @Test
    void takesTheTextAsItIs() {
        assertThat(names(text("d_l"), ALL)).containsExactly("old_laptop%");
        assertThat(names(text("%"), ALL)).containsExactly("old_laptop%");
        assertThat(names(text("a\\"), ALL)).isEmpty();
        assertThat(names(text("ada's"), ALL)).containsExactly("Ada's iPad");
    }

    @Test
    void findsByAnyOfTheThreeIdsHoweverWritten() {
        for (String text : List.of(
                OBJECT,
                DEVICE.toUpperCase(Locale.ROOT),
                INTUNE.replace("-", ""),
                "{" + id(INTUNE, 9) + "}",
                " " + DEVICE + " ")) {
            assertThat(names(text(text), ALL)).as(text).containsExactly("zoe-laptop");
        }
        assertThat(names(text(ZERO), ALL)).isEmpty();
    }

    @Test
    void narrowsByWhatADeviceIs() {
        assertThat(names(filter(Platform.IOS, null, null, null), ALL)).containsExactly("Ada's iPad");
        assertThat(names(filter(null, Ownership.CORPORATE, null, null), ALL)).containsExactly("zoe-laptop");
        assertThat(names(filter(null, null, false, null), ALL)).containsExactly("Ada's iPad");
        assertThat(names(filter(null, null, null, true), ALL)).containsExactly("zoe-laptop");
        assertThat(names(filter(null, null, null, false), ALL)).containsExactly("Ada's iPad", "old_laptop%");
        assertThat(tenant.devices().count(filter(null, null, null, false))).isEqualTo(2);
    }

    @Test
    void narrowsByHowADeviceBelongsToEntra() {
        assertThat(names(joined(JoinType.ENTRA_JOINED), ALL)).containsExactly("zoe-laptop");
        assertThat(names(joined(JoinType.REGISTERED), ALL)).isEmpty();
    }

    @Test
    void whoWasSilentSinceATimeIsFoundWhereSomethingWasEverHeard() {
        tenant.has(
                        Tenant.DEVICES,
                        entra(OBJECT, DEVICE, "silent in Entra", last("2026-01-01")),
                        entra(id(OBJECT, 2), id(DEVICE, 2), "silent in both", last("2026-01-01")),
                        entra(id(OBJECT, 3), id(DEVICE, 3), "silent in Intune", "\"operatingSystem\":\"Windows\""),
                        entra(id(OBJECT, 4), id(DEVICE, 4), "active", last("2026-10-01")),
                        entra(id(OBJECT, 5), id(DEVICE, 5), "never heard of"))
                .has(
                        Tenant.MANAGED,
                        managed(id(INTUNE, 1), DEVICE, "1", sync("2026-10-01")),
                        managed(id(INTUNE, 2), id(DEVICE, 2), "2", sync("2026-02-01")),
                        managed(id(INTUNE, 3), id(DEVICE, 3), "3", sync("2026-02-01")))
                .read(2)
                .publish(2);

        assertThat(names(silentSince("2026-06-01T00:00:00Z"), ALL))
                .containsExactly("silent in both", "silent in Intune");
        assertThat(tenant.devices().count(silentSince("2026-06-01T00:00:00Z"))).isEqualTo(2);
        assertThat(names(silentSince("2026-01-15T00:00:00Z"), ALL)).isEmpty();
        assertThat(names(silentSince("2026-11-01T00:00:00Z"), ALL)).hasSize(4).doesNotContain("never heard of");
    }

    @Test
    void whereTheOrderSaysNothingTheNameDoesInTheSameDirection() {
        assertThat(names(
                                DeviceFilter.NONE,
                                PageRequest.of(0, 9, Sort.by("ownership").descending()))
                        .subList(0, 1))
                .containsExactly("old_laptop%");
        assertThat(names(
                        DeviceFilter.NONE,
                        PageRequest.of(0, 9, Sort.by("lastSignIn").descending())))
                .containsExactly("zoe-laptop", "old_laptop%", "Ada's iPad");
    }

    @Test
    void sortsAndPagesInTheDatabase() {
        assertThat(names(DeviceFilter.NONE, PageRequest.of(1, 1, Sort.by("name").descending())))
                .containsExactly("old_laptop%");
        assertThat(names(DeviceFilter.NONE, PageRequest.of(0, 2, Sort.by("lastSync"))))
                .containsExactly("zoe-laptop", "Ada's iPad");
        for (String property : List.of(
                "platform",
                "ownership",
                "joinType",
                "enabled",
                "lastSignIn",
                "serialNumber",
                "user",
                "objectId",
                "deviceId",
                "intuneId")) {
            assertThat(names(DeviceFilter.NONE, PageRequest.of(0, 9, Sort.by(property))))
                    .hasSize(3);
        }
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> names(DeviceFilter.NONE, PageRequest.of(0, 9, Sort.by("e.platform; drop"))));
    }

    @Test
    void showsOneDeviceWithEverythingKnown() {
        assertThat(tenant.devices().get(UUID.fromString(OBJECT)).orElseThrow().managed())
                .hasSize(2);
        assertThat(tenant.devices().get(UUID.fromString(DEVICE))).isEmpty();
    }

    @Test
    void whoIsNoReaderSeesNothing() {
        signIn("SOMEONE");

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> tenant.devices().count(DeviceFilter.NONE));
    }

    private List<String> names(DeviceFilter filter, Pageable page) {
        return tenant.devices().find(filter, page).stream().map(DeviceRow::name).toList();
    }

    private static DeviceFilter text(String text) {
        return DeviceFilter.text(text);
    }

    private static DeviceFilter filter(
            @Nullable Platform platform,
            @Nullable Ownership ownership,
            @Nullable Boolean enabled,
            @Nullable Boolean inIntune) {
        return new DeviceFilter("", platform, ownership, enabled, inIntune, null, null, List.of());
    }

    private static DeviceFilter joined(JoinType type) {
        return new DeviceFilter("", null, null, null, null, type, null, List.of());
    }

    private static DeviceFilter silentSince(String time) {
        return new DeviceFilter("", null, null, null, null, null, Instant.parse(time), List.of());
    }

    private static String last(String day) {
        return "\"approximateLastSignInDateTime\":\"" + day + "T00:00:00Z\"";
    }

    private static String sync(String day) {
        return "\"lastSyncDateTime\":\"" + day + "T00:00:00Z\"";
    }

    private static void signIn(String role) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("someone", "", "ROLE_" + role));
    }
}
