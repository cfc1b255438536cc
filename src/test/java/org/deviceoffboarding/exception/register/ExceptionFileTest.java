package org.deviceoffboarding.exception.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deviceoffboarding.base.CsvText;
import org.deviceoffboarding.exception.register.ExceptionFile.Row;
import org.junit.jupiter.api.Test;

class ExceptionFileTest {

    @Test
    void theLineOfTitlesMayBeMissing() {
        assertThat(read("kind,target,reason,ends\ndevice,1,stolen,2027-03-01\n"))
                .containsExactly(new Row(2, "device", "1", "stolen", "2027-03-01", 4));
        assertThat(read("device,1,stolen")).containsExactly(new Row(1, "device", "1", "stolen", "", 3));
    }

    @Test
    void linesAreNumberedAsAnEditorShowsThem() {
        List<Row> rows = read("Kind,Target,Reason,Ends\r\ndevice,1,\"two\r\nlines, one cell\",\r\n\r\nuser,ada,x,\r\n");

        assertThat(rows).extracting(Row::number).containsExactly(2L, 5L);
        assertThat(rows.getFirst().reason()).isEqualTo("two\r\nlines, one cell");
    }

    @Test
    void excelsByteOrderMarkAndSemicolonsAreUnderstood() {
        assertThat(read("\uFEFFkind;target;reason;ends\ngroup;VIP;board, all of it;"))
                .containsExactly(new Row(2, "group", "VIP", "board, all of it", "", 4));
    }

    @Test
    void whatIsNoSuchFileIsRefusedInASentence() {
        assertRefused("kind,target,reason,ends\n".getBytes(StandardCharsets.UTF_8), "no lines");
        assertRefused("device,1,\"open".getBytes(StandardCharsets.UTF_8), "not CSV");
        assertRefused(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'}, "UTF-8");
        assertRefused(new byte[CsvText.MOST_BYTES + 1], "larger than 8 MB");
        assertRefused("device,1,x\n".repeat(CsvText.MOST_LINES + 1).getBytes(StandardCharsets.UTF_8), "100,000 lines");
    }

    private static List<Row> read(String text) {
        return ExceptionFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(byte[] file, String word) {
        assertThatExceptionOfType(ExceptionRefusedException.class)
                .isThrownBy(() -> ExceptionFile.read(file))
                .satisfies(e -> assertThat(e.reason()).contains(word));
    }
}
