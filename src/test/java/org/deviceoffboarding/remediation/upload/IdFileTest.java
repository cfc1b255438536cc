package org.deviceoffboarding.remediation.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
                        new Row(1, A.toString(), List.of(A), null),
                        new Row(3, B.toString().toUpperCase(), List.of(B), null));
    }

    @Test
    void withoutATitleOtherColumnsMayHoldAnythingButIds() {
        assertThat(read(A + ",LAPTOP-1,F9FX").getFirst().ids()).containsExactly(A);
        assertThat(read(A + ",LAPTOP-1," + B).getFirst().problem()).startsWith("It holds several IDs");
    }

    @Test
    void thePortalsOwnExportsAreUnderstoodByTheirTitles() {
        assertThat(read("Device,Entra object ID,Entra device ID,Intune ID,Serial number\nLAPTOP-1," + A + "," + B + ","
                        + C + ",F9FX\nLAPTOP-2," + C + ",,,\n"))
                .containsExactly(
                        new Row(2, A.toString(), List.of(A, B, C), null), new Row(3, C.toString(), List.of(C), null));
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
        assertThat(read("object id,intune id\n" + A + ",F9FX21\n").getFirst().problem())
                .contains("'F9FX21' is no ID");
    }

    @Test
    void theFirstColumnOfIdsIsTheOneThatCounts() {
        assertThat(read("object id,intune id\n," + A + "\n").getFirst().problem())
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

    private static List<Row> read(String text) {
        return IdFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String text, String word) {
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> read(text))
                .satisfies(e -> assertThat(e.reason()).contains(word));
    }
}
