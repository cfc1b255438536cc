package org.deviceoffboarding.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deviceoffboarding.base.CsvText.Line;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    @Test
    void linesAreNumberedAsAnEditorShowsThem() {
        assertThat(read("a,\"two\r\nlines\",\r\n\r\n ,\r\n  b  \r\n"))
                .containsExactly(new Line(1, List.of("a", "two\r\nlines", "")), new Line(5, List.of("b")));
    }

    @Test
    void excelsByteOrderMarkAndSemicolonsAreUnderstood() {
        assertThat(read("\uFEFFa;b;c,d\ne;f"))
                .containsExactly(new Line(1, List.of("a", "b", "c,d")), new Line(2, List.of("e", "f")));
    }

    @Test
    void aCellBeyondTheEndOfALineIsEmpty() {
        assertThat(read("a,b").getFirst().cell(2)).isEmpty();
    }

    @Test
    void whatASpreadsheetWouldRunIsAFormula() {
        assertThat(List.of("=1+1", "+1", "-1", "@SUM(A1)")).allMatch(CsvText::isFormula);
        assertThat(List.of("", "a=1", "'=1")).noneMatch(CsvText::isFormula);
    }

    @Test
    void whatCannotBeReadIsRefusedInASentence() {
        assertRefused("a,\"open".getBytes(StandardCharsets.UTF_8), "not CSV");
        assertRefused(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0}, "UTF-8");
        assertRefused(new byte[CsvText.MOST_BYTES + 1], "larger than 2 MB");
        assertRefused("a\n".repeat(CsvText.MOST_LINES + 1).getBytes(StandardCharsets.UTF_8), "5000 lines");
    }

    private static List<Line> read(String text) {
        return CsvText.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(byte[] file, String word) {
        assertThatExceptionOfType(NotCsvException.class)
                .isThrownBy(() -> CsvText.read(file))
                .satisfies(e -> assertThat(e.reason()).contains(word));
    }
}
