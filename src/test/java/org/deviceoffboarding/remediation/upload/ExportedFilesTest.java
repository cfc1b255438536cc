package org.deviceoffboarding.remediation.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.exception.register.ExceptionKind;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.exception.register.ExceptionUploadService;
import org.deviceoffboarding.exception.register.NewException;
import org.deviceoffboarding.exception.register.UploadLine;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.deviceoffboarding.language.Criterion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Files as Intune exports them and as people paste them, with devices of the demo tenant. */
@DemoPortal
class ExportedFilesTest {

    private static final String EXPORT = "intune-devices-export.csv";
    private static final String NEWER = "intune-devices-export-newer.csv";
    private static final int NAME = 1;
    private static final int ENTRA_DEVICE_ID = 4;

    @Autowired
    private DemoRuns portal;

    @Autowired
    private IdUploadService uploads;

    @Autowired
    private ExceptionService exceptions;

    @Autowired
    private ExceptionUploadService exceptionUploads;

    @BeforeEach
    void haveAResult() {
        portal.startAfresh();
        portal.haveResult();
    }

    @ParameterizedTest
    @ValueSource(strings = {EXPORT, NEWER})
    void eachLineOfIntunesExportNamesItsDevice(String file) {
        List<UploadedId> found = uploads.check(text(file).getBytes(StandardCharsets.UTF_8));

        assertThat(found).allSatisfy(line -> assertThat(line.problem()).isNull());
        assertThat(found)
                .extracting(UploadedId::name)
                .containsExactlyElementsOf(column(file, NAME))
                .doesNotHaveDuplicates();
    }

    @Test
    void unknownIntuneIdsAreNoFaultBesideAKnownDeviceId() {
        assertThat(uploads.check(text(NEWER).getBytes(StandardCharsets.UTF_8)))
                .extracting(UploadedId::text)
                .containsExactlyElementsOf(column(NEWER, ENTRA_DEVICE_ID));
    }

    @Test
    void aLineWithTheIdsOfTwoDevicesIsReportedAndTheOthersAreTaken() {
        List<String> ids = column(EXPORT, ENTRA_DEVICE_ID);

        List<UploadedId> found =
                uploads.check(text(EXPORT).replace(ids.get(0), ids.get(1)).getBytes(StandardCharsets.UTF_8));

        assertThat(found.getFirst().problem())
                .startsWith("Its IDs name different devices: ")
                .contains(column(EXPORT, NAME).subList(0, 2));
        assertThat(found.subList(1, found.size()))
                .allSatisfy(line -> assertThat(line.problem()).isNull());
    }

    @Test
    void theSameFileFromPowerShellOrExcelNamesTheSameDevices() {
        List<UploadedId> found = uploads.check(text(EXPORT).getBytes(StandardCharsets.UTF_8));
        String plain = text(EXPORT).substring(1);

        assertThat(uploads.check(("\uFEFF#TYPE System.Object\r\n" + plain).getBytes(StandardCharsets.UTF_16LE)))
                .extracting(UploadedId::objectId)
                .containsExactlyElementsOf(
                        found.stream().map(UploadedId::objectId).toList());
        assertThat(uploads.check(("sep=;\r\n" + plain.replace(',', ';')).getBytes(StandardCharsets.ISO_8859_1)))
                .extracting(UploadedId::objectId)
                .containsExactlyElementsOf(
                        found.stream().map(UploadedId::objectId).toList());
    }

    @Test
    void idsInBracesAreReadByUploadsExceptionsAndInstructionsAlike() {
        String text = text("ids-in-braces.txt");
        List<UUID> wanted = text.lines()
                .map(line -> UUID.fromString(line.substring(1, line.length() - 1)))
                .toList();

        assertThat(uploads.check(text.getBytes(StandardCharsets.UTF_8)))
                .extracting(UploadedId::objectId)
                .containsExactlyElementsOf(wanted);
        assertThat(text.lines()
                        .map(line ->
                                exceptions.target(ExceptionKind.DEVICE, line).key()))
                .containsExactlyElementsOf(wanted.stream().map(UUID::toString).toList());
        assertThat(exceptionUploads
                        .check(text.lines()
                                .map(line -> "device," + line + ",stolen")
                                .collect(Collectors.joining("\r\n"))
                                .getBytes(StandardCharsets.UTF_8))
                        .stream()
                        .map(UploadLine::exception)
                        .map(Objects::requireNonNull)
                        .map(NewException::target)
                        .map(target -> UUID.fromString(target.key())))
                .containsExactlyElementsOf(wanted);
        assertThat(InstructionText.parse("Exclude devices with IDs\n" + text)
                        .instructions()
                        .getFirst()
                        .criteria())
                .containsExactly(new Criterion.Ids(wanted));
    }

    private static List<String> column(String file, int index) {
        return text(file).lines().skip(1).map(line -> line.split(",")[index]).toList();
    }

    private static String text(String file) {
        try (var in = Objects.requireNonNull(ExportedFilesTest.class.getResourceAsStream("/uploads/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
