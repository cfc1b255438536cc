package org.deviceoffboarding.remediation.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.deviceoffboarding.remediation.upload.IdFile.Row;
import org.junit.jupiter.api.Test;

class IdFileTest {

    private static final UUID A = UUID.fromString("0b1ec7aa-0000-4000-8000-00000000000a");
    private static final UUID B = UUID.fromString("0b1ec7aa-0000-4000-8000-00000000000b");
    private static final UUID C = UUID.fromString("0b1ec7aa-0000-4000-8000-00000000000c");

    @Test
    void oneIdALineNeedsNoTitle() {
        assertThat(read(A + "\n\n " + B.toString().toUpperCase() + " \n"))
                .containsExactly(
                        row(1, any(A, A.toString())), row(3, any(B, B.toString().toUpperCase())));
    }

    @Test
    void withoutATitleOtherColumnsMayHoldAnythingButIds() {
        assertThat(read(A + ",LAPTOP-1,F9FX").getFirst().ids()).containsExactly(any(A, A.toString()));
        assertThat(read(A + ",LAPTOP-1," + B).getFirst().problem()).startsWith("It holds several IDs");
    }

    @Test
    void thePortalsOwnExportsAreUnderstoodByTheirTitles() {
        assertThat(read("Device,Entra object ID,Entra device ID,Intune ID,Serial number\nLAPTOP-1," + A + "," + B + ","
                        + C + ",F9FX\nLAPTOP-2," + C + ",,,\n"))
                .containsExactly(
                        row(
                                2,
                                id(A, DeviceIdKind.ENTRA_OBJECT),
                                id(B, DeviceIdKind.ENTRA_DEVICE),
                                id(C, DeviceIdKind.INTUNE)),
                        row(3, id(C, DeviceIdKind.ENTRA_OBJECT)));
    }

    @Test
    void aTitleMakesNoColumnOfIdsWhereTheValuesAreNone() {
        assertThat(read("ID,Device ID,Object ID\n1,LAPTOP-1," + A + "\n2,LAPTOP-2," + B + "\n"))
                .containsExactly(row(2, id(A, DeviceIdKind.ENTRA_OBJECT)), row(3, id(B, DeviceIdKind.ENTRA_OBJECT)));
        assertThat(problem("Device ID\nLAPTOP-1")).startsWith("'LAPTOP-1' is no ID");
    }

    @Test
    void whatStandsForNothingBesideAnIdIsBlank() {
        for (String blank : List.of("", "00000000-0000-0000-0000-000000000000", "N/A", "-", "null")) {
            assertThat(read("Entra device ID,Intune ID\n" + blank + "," + A + "\n" + B + ",\n"))
                    .containsExactly(row(2, id(A, DeviceIdKind.INTUNE)), row(3, id(B, DeviceIdKind.ENTRA_DEVICE)));
        }
    }

    @Test
    void idsAreReadInTheFormsThatPeoplePaste() {
        String plain = A.toString().replace("-", "");
        for (String form : List.of(
                "{" + A + "}",
                plain,
                "\"{" + plain + "}\" ",
                "'" + A + "'",
                "\u00A0" + A + "\u200B",
                "urn:uuid:" + A,
                "\"=\"\"" + A + "\"\"\"")) {
            assertThat(read(form + "\r\n").getFirst().ids())
                    .extracting(NamedId::id)
                    .as(form)
                    .containsExactly(A);
        }
    }

    @Test
    void whatPowerShellShowsIsUnderlined() {
        assertThat(read("\r\nDeviceId\r\n--------\r\n" + A + "\r\n\r\n")).containsExactly(row(4, any(A, A.toString())));
    }

    @Test
    void aLineOfTitlesThatNameNoIdsSaysWhichDo() {
        List<Row> rows = read("Name,Identifier\nLAPTOP-1," + A + "\n");

        assertThat(rows.get(0).problem()).contains("line of titles", "'Entra object ID'", "'Intune ID'");
        assertThat(rows.get(1).problem()).startsWith("It holds an ID behind the first column");
    }

    @Test
    void namesAndSerialNumbersAreNeverTakenForADevice() {
        assertThat(read("Device,Serial number\nLAPTOP-1,F9FX21\n"))
                .extracting(Row::number, Row::ids)
                .containsExactly(tuple(1L, List.of()), tuple(2L, List.of()));
        assertThat(problem("F9FX21")).startsWith("'F9FX21' is no ID.").contains("never by its name or serial number");
    }

    @Test
    void whatIsNoIdSaysWhy() {
        assertThat(problem("=HYPERLINK(1)")).startsWith("It begins with '='");
        assertThat(problem(",LAPTOP-1")).startsWith("There is no ID");
        assertThat(problem("00000000-0000-0000-0000-000000000000")).startsWith("All zeros");
        assertThat(problem(A + "0")).contains("is no ID");
        assertThat(problem("x".repeat(1_000))).hasSizeLessThan(300);
    }

    @Test
    void anIdThatIsBrokenBesideAGoodOneRefusesTheLine() {
        assertThat(read("object id,intune id\n" + A + ",F9FX21\n" + A + "," + B)
                        .getFirst()
                        .problem())
                .contains("'F9FX21' is no ID");
    }

    @Test
    void aLineMayHaveItsIdInAnyColumnOfIds() {
        assertThat(read("object id,intune id\n," + A + "\n" + B + ",\n,\n"))
                .containsExactly(row(2, id(A, DeviceIdKind.INTUNE)), row(3, id(B, DeviceIdKind.ENTRA_OBJECT)));
        assertThat(read("object id,name\n,LAPTOP-1\n" + B + ",").getFirst().problem())
                .startsWith("There is no ID");
    }

    @Test
    void whatIsNoListIsRefusedInASentence() {
        assertRefused("", "no lines");
        assertRefused("Entra object ID\n", "no lines");
        assertRefused(A + ",\"open", "not CSV");
    }

    private static String problem(String line) {
        return String.valueOf(read(line + "\n").getFirst().problem());
    }

    private static Row row(long number, NamedId... ids) {
        return new Row(number, ids[0].text(), List.of(ids), null);
    }

    private static NamedId id(UUID id, DeviceIdKind kind) {
        return new NamedId(id, Set.of(kind), id.toString());
    }

    private static NamedId any(UUID id, String text) {
        return new NamedId(id, DeviceIdKind.ANY, text);
    }

    private static List<Row> read(String text) {
        return IdFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String text, String word) {
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> read(text))
                .satisfies(e -> assertThat(e.reason()).contains(word));
    }
}
