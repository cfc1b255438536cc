package org.deviceoffboarding.base.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class ExcelTableTest {

    @Test
    void whatLooksLikeAFormulaIsText() throws Exception {
        Document sheet = sheet(workbook(List.of("=1+1", "+A1", "-2", "@x", "\tx", "=cmd|'/c calc'!A1")));

        assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
        assertThat(cells(sheet))
                .containsExactly("Name", "Length", "=1+1", "+A1", "-2", "@x", "\tx", "=cmd|'/c calc'!A1");
    }

    @Test
    void allPagesAreWritten() throws Exception {
        List<String> many = IntStream.range(0, 2001).mapToObj(n -> "row " + n).toList();

        assertThat(cells(sheet(workbook(many)))).hasSize(2003).last().isEqualTo("row 2000");
    }

    @Test
    void numbersAreNumbersAndWhatXmlDoesNotTakeIsLeftAway() throws Exception {
        Document sheet = sheet(workbook(List.of("a<b>&\u0000\uFFFD")));

        assertThat(cells(sheet).getLast()).startsWith("a<b>&");
        assertThat(sheet.getElementsByTagName("v").item(0).getTextContent()).startsWith("7");
    }

    @Test
    void aTextThatIsTooLongForACellIsCut() throws Exception {
        assertThat(cells(sheet(workbook(List.of("x".repeat(40_000))))).getLast())
                .hasSize(32_767)
                .endsWith("…");
    }

    @Test
    void timesAndDaysAreDatesThatExcelSortsAndFilters() throws Exception {
        byte[] workbook = times(Instant.parse("2026-11-12T18:00:00.9Z"));

        Document sheet = sheet(workbook);
        NodeList values = sheet.getElementsByTagName("v");
        assertThat(values.item(0).getTextContent()).startsWith("46338.75"); // days since 1900, as Excel counts them
        assertThat(values.item(1).getTextContent()).startsWith("46338");
        Document styles = part(workbook, "xl/styles.xml");
        assertThat(List.of(formatOf(values.item(0), styles), formatOf(values.item(1), styles)))
                .containsExactly("yyyy-mm-dd hh:mm:ss", "yyyy-mm-dd");
    }

    @Test
    void aTimeThatExcelDoesNotKnowIsText() throws Exception {
        assertThat(cells(sheet(times(Instant.parse("0001-01-01T00:00:00Z"))))).contains("0001-01-01T00:00:00Z");
    }

    @Test
    void titlesStayInSightAndAllRowsCanBeFilteredBy() throws Exception {
        Document sheet = sheet(workbook(List.of("a", "b")));

        Element pane = (Element) sheet.getElementsByTagName("pane").item(0);
        assertThat(pane.getAttribute("state")).startsWith("frozen");
        assertThat(pane.getAttribute("ySplit")).isEqualTo("1");
        Element filter = (Element) sheet.getElementsByTagName("autoFilter").item(0);
        assertThat(filter.getAttribute("ref")).isEqualTo("A1:B3");
    }

    @Test
    void columnsAreAsWideAsTheirTextsUpToALimit() throws Exception {
        assertThat(width(sheet(workbook(List.of("x".repeat(30)))))).isEqualTo(34);
        assertThat(width(sheet(workbook(List.of("x".repeat(300)))))).isEqualTo(64);
        assertThat(width(sheet(workbook(
                        IntStream.range(0, 2001).mapToObj(n -> "row " + n).toList()))))
                .isEqualTo(11);
    }

    private static double width(Document sheet) {
        return Double.parseDouble(((Element) sheet.getElementsByTagName("col").item(0)).getAttribute("width"));
    }

    private static String formatOf(Node value, Document styles) {
        String style = ((Element) value.getParentNode()).getAttribute("s");
        NodeList of = ((Element) styles.getElementsByTagName("cellXfs").item(0)).getElementsByTagName("xf");
        String number = ((Element) of.item(Integer.parseInt(style))).getAttribute("numFmtId");
        NodeList formats = styles.getElementsByTagName("numFmt");
        return IntStream.range(0, formats.getLength())
                .mapToObj(index -> (Element) formats.item(index))
                .filter(format -> format.getAttribute("numFmtId").equals(number))
                .map(format -> format.getAttribute("formatCode"))
                .findFirst()
                .orElse("");
    }

    @Test
    void whatNobodyWouldSeeIsSeen() throws Exception {
        assertThat(sheet(workbook(List.of("PC\u202ecp"))).getDocumentElement().getTextContent())
                .contains("PC⟨U+202E⟩cp")
                .doesNotContain("\u202e");
    }

    private static byte[] times(Instant at) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvDownload.ofAll(() -> List.of(at))
                .column("At (UTC)", time -> time)
                .column("Day", time -> LocalDate.ofInstant(time, ZoneOffset.UTC))
                .writeExcelTo(out);
        return out.toByteArray();
    }

    private static byte[] workbook(List<String> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvDownload.ofAll(() -> rows)
                .column("Name", row -> row)
                .column("Length", String::length)
                .writeExcelTo(out);
        return out.toByteArray();
    }

    private static Document sheet(byte[] workbook) throws Exception {
        return part(workbook, "xl/worksheets/sheet1.xml");
    }

    private static Document part(byte[] workbook, String name) throws Exception {
        Path file = Files.createTempFile("table", ".xlsx");
        try (var zip = new ZipFile(Files.write(file, workbook).toFile());
                var xml = zip.getInputStream(zip.getEntry(name))) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> cells(Document sheet) {
        var texts = sheet.getElementsByTagName("t");
        return IntStream.range(0, texts.getLength())
                .mapToObj(index -> texts.item(index).getTextContent())
                .toList();
    }
}
