package org.deviceoffboarding.base.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deviceoffboarding.base.ExportPage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CsvDownloadTest {

    @Test
    void cellsThatASpreadsheetWouldRunAreDefused() throws IOException {
        assertThat(csv(List.of("=1+1", "+A1", "-2", "@x", "\tx", "\rx", "plain", "a,\"b\"")))
                .isEqualTo("Name\r\n'=1+1\r\n'+A1\r\n'-2\r\n'@x\r\n'\tx\r\n\"'\rx\"\r\nplain\r\n\"a,\"\"b\"\"\"\r\n");
    }

    @Test
    void fullWidthSignsAreDefusedAsTheOthers() throws IOException {
        assertThat(csv(List.of("＝1+1", "＋1", "－1", "＠x"))).isEqualTo("Name\r\n'＝1+1\r\n'＋1\r\n'－1\r\n'＠x\r\n");
    }

    @Test
    void whatNobodyWouldSeeIsSeenAndNothingBehindItIsRun() throws IOException {
        assertThat(csv(List.of("PC\u202ecp", "\u200b=1+1", "\ufeff\u2066@x")))
                .isEqualTo("Name\r\nPC⟨U+202E⟩cp\r\n'⟨U+200B⟩=1+1\r\n'⟨U+FEFF⟩⟨U+2066⟩@x\r\n");
    }

    @Test
    void aLineOfJsonKeepsWhatNobodyWouldSeeInAFormThatIsSeen() throws IOException {
        var out = new ByteArrayOutputStream();
        CsvDownload.ofAll(() -> List.of("PC\u202ecp"))
                .json(row -> Map.of("name", row))
                .writeJsonTo(out);

        String line = out.toString(StandardCharsets.UTF_8);
        assertThat(line).isEqualTo("{\"name\":\"PC\\u202ecp\"}\n");
        assertThat(JsonMapper.shared().readTree(line).path("name").asString()).isEqualTo("PC\u202ecp");
    }

    @Test
    void timesAreWrittenInUtcAsPeopleReadThem() throws IOException {
        StringBuilder out = new StringBuilder();
        CsvDownload.ofAll(() -> List.of(Instant.parse("2026-11-12T23:03:22.987654Z")))
                .column("Asked (UTC)", at -> at)
                .writeTo(out);

        assertThat(out).hasToString("Asked (UTC)\r\n2026-11-12 23:03:22\r\n");
    }

    @Test
    void eachRowIsALineOfJsonOnceItIsWanted() throws IOException {
        var out = new ByteArrayOutputStream();
        CsvDownload.ofAll(() -> List.of("=1\n", "é"))
                .json(row -> {
                    var members = new LinkedHashMap<String, Object>();
                    members.put("name", row);
                    members.put("lists", List.of(1L, true));
                    return members;
                })
                .writeJsonTo(out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"name\":\"=1\\n\",\"lists\":[1,true]}\n{\"name\":\"é\",\"lists\":[1,true]}\n");
    }

    @Test
    void allPagesAreWritten() throws IOException {
        List<String> many = IntStream.range(0, 2001).mapToObj(n -> "row " + n).toList();

        assertThat(csv(many).lines()).hasSize(2002).last().isEqualTo("row 2000");
    }

    private static String csv(List<String> rows) throws IOException {
        StringBuilder out = new StringBuilder();
        CsvDownload.of(
                        () -> part(rows, 0),
                        before -> part(rows, before.of() + before.rows().size()))
                .column("Name", row -> row)
                .writeTo(out);
        return out.toString();
    }

    /** @param from which of all rows is the part's first */
    private static ExportPage<Integer, String> part(List<String> rows, int from) {
        int end = Math.min(from + 1000, rows.size());
        return new ExportPage<>(from, rows.subList(from, end), end < rows.size());
    }
}
