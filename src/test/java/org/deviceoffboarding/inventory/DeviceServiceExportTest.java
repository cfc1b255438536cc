package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.inventory.Json.DEVICE;
import static org.deviceoffboarding.inventory.Json.OBJECT;
import static org.deviceoffboarding.inventory.Json.entra;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ListGoneException;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.inventory.list.DeviceExport;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The devices, taken away whole while runs end and the portal changes devices. */
class DeviceServiceExportTest {

    /** More than come in one part. */
    private static final int DEVICES = 2_050;

    private final Tenant tenant = new Tenant();

    @BeforeEach
    void aPublishedInventory() {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("reader", "", "ROLE_" + Roles.READER));
        tenant.has(Tenant.DEVICES, devices(1, DEVICES).toArray(String[]::new))
                .read(1)
                .publish(1);
    }

    @AfterEach
    void stop() {
        SecurityContextHolder.clearContext();
        tenant.close();
    }

    @Test
    void aRunThatIsPublishedMeanwhileNeitherDoublesNorMixesAnything() {
        List<DeviceRow> rows = export(() -> {
            tenant.has(
                            Tenant.DEVICES,
                            Stream.of(
                                            devices(3, DEVICES - 1),
                                            Stream.of(
                                                    device(1, "PC 9998"), // was read: moves behind the last one
                                                    device(2, "PC 0002"),
                                                    device(DEVICES, "A"), // was not read: moves before it
                                                    device(8_000, "PC 0000"),
                                                    device(8_001, "PC 9999")))
                                    .flatMap(each -> each)
                                    .toArray(String[]::new))
                    .read(2)
                    .publish(2);
            tenant.inventories().tidy();
        });

        assertThat(rows)
                .extracting(DeviceRow::name)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, DEVICES)
                        .mapToObj(DeviceServiceExportTest::name)
                        .toList());
    }

    @Test
    void aListWhoseCopyIsGoneEndsWithAFault() {
        ExportPage<DeviceExport, DeviceRow> first = tenant.devices().export(DeviceFilter.NONE, Sort.unsorted());
        assertThat(first.more()).isTrue();

        tenant.read(2).publish(2).read(3).publish(3);
        tenant.inventories().tidy();

        assertThatExceptionOfType(ListGoneException.class)
                .isThrownBy(() -> tenant.devices().export(first))
                .withMessageContaining("Download it again");
        assertThat(export(() -> {})).as("the next click").hasSize(DEVICES);
    }

    @Test
    void aListWhoseTablesAreGoneBeforeItsRowEndsWithAFault() {
        ExportPage<DeviceExport, DeviceRow> first = tenant.devices().export(DeviceFilter.NONE, Sort.unsorted());
        PortalDatabase.jdbc().sql("drop table portal_copies.listed_device_1").update();

        assertThatExceptionOfType(ListGoneException.class)
                .isThrownBy(() -> tenant.devices().export(first));
    }

    @Test
    void aDeviceThatThePortalChangesMeanwhileComesOnceAndOneThatItDeletesNotAtAll() {
        List<DeviceRow> rows = export(() -> {
            correct(VerifiedChange.Kind.DISABLED, 1, "PC 9999"); // it was renamed in Entra, and moves
            correct(VerifiedChange.Kind.DISABLED, DEVICES, "A");
            correct(VerifiedChange.Kind.DELETED, DEVICES - 1, null);
        });

        List<String> names = new ArrayList<>(IntStream.rangeClosed(1, DEVICES)
                .mapToObj(DeviceServiceExportTest::name)
                .toList());
        names.set(DEVICES - 1, "A");
        names.remove(DEVICES - 2);
        assertThat(rows).extracting(DeviceRow::name).containsExactlyElementsOf(names);
        assertThat(rows.getLast().enabled()).as("as it is now").isFalse();
    }

    @Test
    void whatIsRememberedOfMovedDevicesGoesWithTheirCopy() {
        correct(VerifiedChange.Kind.DISABLED, 1, "PC 0001");
        assertThat(remembered()).isEqualTo(1);

        tenant.read(2).publish(2).read(3).publish(3);
        tenant.inventories().tidy();

        assertThat(remembered()).isZero();
    }

    @Test
    void anEmptyInventoryIsAnEmptyFile() {
        PortalDatabase.empty("inventory", "inventory_source");

        ExportPage<DeviceExport, DeviceRow> only = tenant.devices().export(DeviceFilter.NONE, Sort.unsorted());

        assertThat(only.rows()).isEmpty();
        assertThat(only.more()).isFalse();
    }

    @Test
    void whoMayNoLongerReadGetsNoFurtherPart() {
        ExportPage<DeviceExport, DeviceRow> first = tenant.devices().export(DeviceFilter.NONE, Sort.unsorted());
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("reader", ""));

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> tenant.devices().export(first));
    }

    private List<DeviceRow> export(Runnable between) {
        ExportPage<DeviceExport, DeviceRow> part = tenant.devices().export(DeviceFilter.NONE, Sort.unsorted());
        List<DeviceRow> rows = new ArrayList<>(part.rows());
        while (part.more()) {
            between.run();
            part = tenant.devices().export(part);
            rows.addAll(part.rows());
        }
        return rows;
    }

    private void correct(VerifiedChange.Kind kind, int number, @Nullable String name) {
        UUID objectId = UUID.fromString(id(OBJECT, number));
        tenant.transactionally(() -> tenant.inventories()
                .correct(
                        new VerifiedChange(objectId, kind, Tenant.NOW, Tenant.NOW, 1),
                        name == null ? null : disabled(objectId, UUID.fromString(id(DEVICE, number)), name)));
    }

    /** As it was read back. */
    private static EntraDevice disabled(UUID objectId, UUID deviceId, String name) {
        return new EntraDevice(
                objectId, deviceId, name, false, null, null, null, null, null, null, null, null, null, null, null, null,
                null, List.of(), null, null, null, null);
    }

    private static String id(String like, int number) {
        return like.substring(0, 24) + "%012d".formatted(number);
    }

    private static long remembered() {
        return PortalDatabase.jdbc()
                .sql("select count(*) from relisted_device")
                .query(Long.class)
                .single();
    }

    private static Stream<String> devices(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(number -> device(number, name(number)));
    }

    private static String device(int number, String name) {
        return entra(id(OBJECT, number), id(DEVICE, number), name, "\"accountEnabled\":true");
    }

    private static String name(int number) {
        return "PC %04d".formatted(number);
    }
}
