package org.deviceoffboarding.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
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
    void whatPowerShellAndOlderExcelWriteIsUnderstood() {
        for (byte[] file : List.of(
                "\uFEFFmüde,b\r\n".getBytes(StandardCharsets.UTF_16LE),
                "\uFEFFmüde,b\r\n".getBytes(StandardCharsets.UTF_16BE),
                "müde,b".getBytes(Charset.forName("windows-1252")),
                "\uFEFFmüde,b".getBytes(StandardCharsets.UTF_8))) {
            assertThat(CsvText.read(file)).containsExactly(new Line(1, List.of("müde", "b")));
        }
    }

    @Test
    void theLinesThatExcelAndPowerShellPutFirstAreNoneOfTheTable() {
        assertThat(read("sep=;\r\na;b,c\r\n")).containsExactly(new Line(2, List.of("a", "b,c")));
        assertThat(read("SEP=|\na|b")).containsExactly(new Line(2, List.of("a", "b")));
        assertThat(read("sep=\t\n\"a\"\tb")).containsExactly(new Line(2, List.of("a", "b")));
        assertThat(read("#TYPE Selected.System.Object\r\n\"a\",\"b\"\r\n"))
                .containsExactly(new Line(2, List.of("a", "b")));
        assertThat(read("#TYPE X\n")).isEmpty();
    }

    @Test
    void theSeparatorIsWhatPartsEachLine() {
        assertThat(read("a\tb, c\nd\te"))
                .extracting(Line::cells)
                .containsExactly(List.of("a", "b, c"), List.of("d", "e"));
        assertThat(read("a;Walsh, Bruno, Jr"))
                .extracting(Line::cells)
                .containsExactly(List.of("a", "Walsh, Bruno, Jr"));
        assertThat(read("\"x;y;z\",b\nc,d"))
                .extracting(Line::cells)
                .containsExactly(List.of("x;y;z", "b"), List.of("c", "d"));
        assertThat(read("id\na;b")).extracting(Line::cells).containsExactly(List.of("id"), List.of("a", "b"));
    }

    @Test
    void whatIsInvisibleAroundACellIsNoneOfIt() {
        assertThat(read("\u00A0a\u200B, \"b\" ,\"c d\"\t\n"))
                .extracting(Line::cells)
                .containsExactly(List.of("a", "b", "c d"));
    }

    @Test
    void aCellBeyondTheEndOfALineIsEmpty() {
        assertThat(read("a,b").getFirst().cell(2)).isEmpty();
    }

    @Test
    void whatASpreadsheetWouldRunIsAFormula() {
        assertThat(List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")).allMatch(CsvText::isFormula);
        assertThat(List.of("", " ", "a=1", "'=1")).noneMatch(CsvText::isFormula);
    }

    @Test
    void aFormulaIsOneInFullWidthFormsAndBehindWhatNobodySees() {
        assertThat(List.of("＝1+1", "＋1", "－1", "＠SUM(A1)", " =1", "\u200B=1", "\uFEFF=1", "\u00A0＝1"))
                .allMatch(CsvText::isFormula);
    }

    @Test
    void whatCannotBeReadIsRefusedInASentence() {
        assertRefused("a,\"open".getBytes(StandardCharsets.UTF_8), "not CSV");
        assertRefused(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'}, "UTF-8");
        assertRefused(new byte[] {'a', 0, 'b', 0}, "UTF-8");
        assertRefused(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0xFC}, "UTF-8");
        assertRefused(new byte[] {(byte) 0xC3, (byte) 0xBC, (byte) 0xFC}, "UTF-8");
        assertRefused(new byte[] {'a', (byte) 0x81}, "UTF-8");
        assertRefused(new byte[] {'P', 'K', 3, 4, 0}, "Save it in Excel as 'CSV UTF-8'");
        assertRefused(new byte[CsvText.MOST_BYTES + 1], "larger than 8 MB");
        assertRefused("a\n".repeat(CsvText.MOST_LINES + 1).getBytes(StandardCharsets.UTF_8), "100,000 lines");
    }

    private static List<Line> read(String text) {
        return CsvText.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(byte[] file, String word) {
        assertThatExceptionOfType(NotCsvException.class)
                .isThrownBy(() -> CsvText.read(file))
                .satisfies(e -> assertThat(e.reason()).contains(word));
    }

    @Test
    void aLineOfNoListIsRefused() {
        assertThatExceptionOfType(NotCsvException.class)
                .isThrownBy(() -> CsvText.read("a,".repeat(300).getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("more than 200 columns");
        assertThatExceptionOfType(NotCsvException.class)
                .isThrownBy(() -> CsvText.read(("a," + "x".repeat(10_001)).getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("10000 characters");
    }
}
