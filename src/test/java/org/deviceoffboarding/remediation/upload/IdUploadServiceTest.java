package org.deviceoffboarding.remediation.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class IdUploadServiceTest {

    @Autowired
    private IdUploadService uploads;

    @Autowired
    private JdbcClient jdbc;

    private FlaggedTenant tenant;

    @BeforeEach
    void haveATenant() {
        tenant = FlaggedTenant.removed(jdbc);
    }

    @Test
    void anyOfTheThreeIdsNamesADevice() {
        UUID byObject = tenant.healthy("LAPTOP-1");
        UUID byDevice = tenant.healthy("LAPTOP-2");
        UUID byIntune = tenant.healthy("LAPTOP-3");

        assertThat(check(byObject, tenant.deviceIdOf(byDevice), tenant.inIntune(byIntune)))
                .extracting(UploadedId::objectId, UploadedId::name, UploadedId::problem)
                .containsExactly(
                        tuple(byObject, "LAPTOP-1", null),
                        tuple(byDevice, "LAPTOP-2", null),
                        tuple(byIntune, "LAPTOP-3", null));
    }

    @Test
    void theIntuneIdOfWhatHasLeftIntuneIsStillKnown() {
        UUID device = tenant.flagged("LAPTOP-1", "AzureAd");
        UUID intuneId = UUID.randomUUID();
        jdbc.sql("update finding set intune_id = :intune where object_id = :id")
                .param("intune", intuneId)
                .param("id", device)
                .update();

        assertThat(check(intuneId)).extracting(UploadedId::objectId).containsExactly(device);
    }

    @Test
    void anIntuneIdThatEarlierInventoriesTiedToADeviceIsStillKnown() {
        UUID device = tenant.healthy("LAPTOP-1");
        UUID former = UUID.randomUUID();
        jdbc.sql("""
                insert into known_managed_device (intune_id, entra_device_id, device_name, gone_at)
                values (:intune, :device, 'LAPTOP-1', now())
                """)
                .param("intune", former)
                .param("device", tenant.deviceIdOf(device))
                .update();

        assertThat(check(former)).extracting(UploadedId::objectId).containsExactly(device);
    }

    @Test
    void anIntuneIdWhoseRecordWentOverToAnotherDeviceIsRefused() {
        UUID before = tenant.healthy("LAPTOP-1");
        UUID now = tenant.healthy("LAPTOP-2");
        UUID moved = tenant.inIntune(now);
        jdbc.sql("""
                insert into moved_managed_device (intune_id, entra_device_id, device_name, moved_at)
                values (:intune, :device, 'LAPTOP-1', now())
                """)
                .param("intune", moved)
                .param("device", tenant.deviceIdOf(before))
                .update();

        assertThat(check(moved))
                .singleElement()
                .satisfies(line -> assertThat(line.problem()).contains("Several devices", "LAPTOP-1", "LAPTOP-2"));
    }

    @Test
    void whatThisPortalDisabledOrDeletedIsKnownThoughTheInventoryHasItNoLonger() {
        UUID disabled = UUID.randomUUID();
        tenant.disabled(disabled, "GONE-1", 3);
        UUID deleted = tenant.deleted("GONE-2", 3, true);

        assertThat(check(disabled, deleted))
                .extracting(UploadedId::objectId, UploadedId::name)
                .containsExactly(tuple(disabled, "GONE-1"), tuple(deleted, "GONE-2"));
    }

    @Test
    void unknownDuplicateAndMalformedLinesAreReportedByNumber() {
        UUID device = tenant.healthy("LAPTOP-1");

        List<UploadedId> lines =
                check(device + "\nLAPTOP-1\n" + UUID.randomUUID() + "\n\n" + tenant.deviceIdOf(device) + "\n");

        assertThat(lines).extracting(UploadedId::number).containsExactly(1L, 2L, 3L, 5L);
        assertThat(lines.get(0).problem()).isNull();
        assertThat(lines.get(1).problem()).contains("is no ID");
        assertThat(lines.get(2).problem()).startsWith("No device that the portal knows has this ID");
        assertThat(lines.get(3).problem()).isEqualTo("It names the same device as line 1.");
    }

    @Test
    void anIdThatFitsSeveralDevicesIsRefusedWithTheirNames() {
        UUID one = tenant.healthy("LAPTOP-1");
        UUID other = tenant.healthy("LAPTOP-2");
        UUID shared = UUID.randomUUID();
        jdbc.sql("update entra_device set device_id = :shared where object_id in (:one, :other)")
                .param("shared", shared)
                .param("one", one)
                .param("other", other)
                .update();

        assertThat(check(shared)).singleElement().satisfies(line -> {
            assertThat(line.objectId()).isNull();
            assertThat(line.problem()).contains("Several devices", "LAPTOP-1 (" + one, "LAPTOP-2 (" + other);
        });
    }

    @Test
    void aLineWhoseIdsNameDifferentDevicesIsRefused() {
        UUID one = tenant.healthy("LAPTOP-1");
        UUID other = tenant.healthy("LAPTOP-2");

        List<UploadedId> lines =
                check("Entra object ID,Entra device ID,Intune ID\n" + one + "," + tenant.deviceIdOf(one) + ","
                        + UUID.randomUUID() + "\n" + other + "," + tenant.deviceIdOf(one) + ",\n");

        assertThat(lines.get(0).objectId()).isEqualTo(one);
        assertThat(lines.get(1).problem()).startsWith("Its IDs name different devices: LAPTOP-2");
    }

    @Test
    void aTitleThatNamesTheKindLooksOnlyForThatKind() {
        UUID meant = tenant.healthy("LAPTOP-1");
        UUID other = tenant.healthy("LAPTOP-2");
        jdbc.sql("update entra_device set device_id = :shared where object_id = :other")
                .param("shared", meant)
                .param("other", other)
                .update();

        assertThat(check(meant).getFirst().problem()).startsWith("Several devices");
        assertThat(check("Entra object ID\n" + meant))
                .extracting(UploadedId::objectId)
                .containsExactly(meant);
        assertThat(check("Azure AD Device ID\n" + meant))
                .extracting(UploadedId::objectId)
                .containsExactly(other);
        assertThat(check("Intune ID\n" + meant).getFirst().problem())
                .contains("as its Intune ID", "LAPTOP-1", "LAPTOP-2", "Check the title");
    }

    @Test
    void theFirstKnownIdOfALineCounts() {
        UUID one = tenant.healthy("LAPTOP-1");
        UUID intune = tenant.inIntune(one);
        UUID other = tenant.healthy("LAPTOP-2");
        UUID gone = UUID.randomUUID();

        List<UploadedId> lines = check("Device ID;Azure AD Device ID\n" + gone + ";" + tenant.deviceIdOf(other) + "\n"
                + intune + ";" + gone + "\n" + intune + ";" + tenant.deviceIdOf(other) + "\n" + gone + ";"
                + UUID.randomUUID() + "\n");

        assertThat(lines).extracting(UploadedId::objectId).containsExactly(other, one, null, null);
        assertThat(lines)
                .extracting(UploadedId::text)
                .startsWith(tenant.deviceIdOf(other).toString(), intune.toString(), intune.toString());
        assertThat(lines.get(2).problem()).startsWith("Its IDs name different devices: LAPTOP-1");
        assertThat(lines.get(3).problem()).startsWith("No device that the portal knows has one of these IDs");
    }

    @Test
    void anIdThatSeveralDevicesHaveIsMadeCertainByAnotherOfTheLine() {
        UUID one = tenant.healthy("LAPTOP-1");
        UUID other = tenant.healthy("LAPTOP-2");
        UUID shared = tenant.deviceIdOf(one);
        jdbc.sql("update entra_device set device_id = :shared where object_id = :other")
                .param("shared", shared)
                .param("other", other)
                .update();

        assertThat(check("Entra device ID,Entra object ID\n" + shared + "," + other + "\n" + shared + ",\n"))
                .extracting(UploadedId::objectId)
                .containsExactly(other, null);
    }

    @Test
    void anEmptyInventoryKnowsNothing() {
        jdbc.sql("update inventory set published_at = null").update();

        assertThat(check(UUID.randomUUID()))
                .singleElement()
                .satisfies(line -> assertThat(line.problem()).contains("No device"));
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void aReaderUploadsNothing() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> check(UUID.randomUUID()));
    }

    private List<UploadedId> check(UUID... ids) {
        return check(String.join("\n", List.of(ids).stream().map(UUID::toString).toList()));
    }

    private List<UploadedId> check(String text) {
        return uploads.check(text.getBytes(StandardCharsets.UTF_8));
    }
}
