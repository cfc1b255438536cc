package org.deviceoffboarding.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Pageable;
import org.w3c.dom.Document;

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

    private static byte[] workbook(List<String> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvDownload.of((Pageable page) -> rows.stream()
                        .skip(page.getOffset())
                        .limit(page.getPageSize())
                        .toList())
                .column("Name", row -> row)
                .column("Length", String::length)
                .writeExcelTo(out);
        return out.toByteArray();
    }

    private static Document sheet(byte[] workbook) throws Exception {
        Path file = Files.createTempFile("table", ".xlsx");
        try (var zip = new ZipFile(Files.write(file, workbook).toFile());
                var xml = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
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
