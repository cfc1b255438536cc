package org.deviceoffboarding.audit.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of evidence, intact and altered in every way. */
class EvidenceVerificationTest {

    private final EvidenceSample log = EvidenceSample.of(300);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String said = "";

    @ParameterizedTest
    @EnumSource
    void whatThePortalWroteFits(EvidenceForm form) throws IOException {
        assertThat(verify(log.file(form, 300, 257, 256, 2, 1))).isEqualTo(EvidenceVerification.FITS);

        assertThat(said)
                .contains(EvidenceSample.ORIGIN)
                .contains(
                        "5 entries, unchanged since the log was sealed at 2026-11-29T15:04:05.123456Z with 300 entries.")
                .contains("just these into the file; 3 entries that it was asked for, too, were not sealed yet.");
    }

    @Test
    void aPageSaysConstantsAsTheFileDoesAndWhatPeopleWroteAsItIs() {
        String page = text(log.file(EvidenceForm.HTML, 3));

        assertThat(page)
                .contains("<small>Renamed a lamp · lamp 2</small>")
                .contains("<div>Colour: No light → Red &lt;1&gt;</div>", "<div>Colour: Red &lt;1&gt;, BLUE</div>")
                .contains("<div>Bright: Yes</div>", "<div>No: –</div>", "<div>Note: RED</div>")
                .contains("<div>Since: 2026-11-29 15:04:03 UTC</div>");
    }

    @Test
    void aPageShowsWhatNobodyWouldSeeOfATextAndTheFileKeepsIt() {
        String page = text(log.file(EvidenceForm.HTML, 3));

        assertThat(page).contains("<div>Odd: ⟨U+202E⟩der⟨U+2066⟩</div>").contains("\"odd\":\"\u202eder\u2066\"");
    }

    @Test
    void aWordOfTheFileCanNotBeAnother() throws IOException {
        for (EvidenceForm form : EvidenceForm.values()) {
            String changed = text(log.file(form, 3)).replace("Renamed a lamp", "Broke a lamp");
            assertThat(verify(changed)).isEqualTo(EvidenceVerification.MISFIT);
            assertThat(said).contains("something else in it was changed");
        }
    }

    @Test
    void aPageIsHeldToItsOwnFormat() throws IOException {
        String page = text(log.file(EvidenceForm.HTML, 3)).replace("\"audit-evidence\":3", "\"audit-evidence\":1");

        assertThat(verify(page)).isEqualTo(EvidenceVerification.MISFIT);
        assertThat(said).contains("What stands at the top of the page is not what the portal writes");
    }

    @ParameterizedTest
    @EnumSource
    void aFileWithoutEntriesFits(EvidenceForm form) throws IOException {
        assertThat(verify(log.file(form))).isEqualTo(EvidenceVerification.FITS);
    }

    @Test
    void thePageHoldsTheJsonFileWhole() {
        String page = text(log.file(EvidenceForm.HTML, 3, 2));

        List<String> parts = Pattern.compile("<script type=\"application/json\">(.*?)</script>")
                .matcher(page)
                .results()
                .map((MatchResult part) -> part.group(1).replaceAll("(?<!\\\\)\\\\u003c", "<"))
                .toList();

        String head = parts.getFirst();
        assertThat(head.substring(0, head.length() - 1)
                        + parts.subList(1, 3).stream().collect(Collectors.joining(",", ",\"entries\":[", "],"))
                        + parts.getLast().substring(1))
                .isEqualTo(text(log.file(EvidenceForm.JSON, 3, 2)));
    }

    @ParameterizedTest
    @EnumSource
    void theSameEntriesMakeTheSameFile(EvidenceForm form) {
        assertThat(log.file(form, 3, 2)).isEqualTo(log.file(form, 3, 2));
    }

    @ParameterizedTest
    @EnumSource
    void noByteCanBeAnother(EvidenceForm form) throws IOException {
        byte[] file = EvidenceSample.of(3).file(form, 2);
        Random random = new Random(14);
        List<Integer> accepted = new ArrayList<>();
        for (int i = 0; i < file.length; i += form == EvidenceForm.JSON ? 1 : 1 + random.nextInt(8)) {
            byte[] other = file.clone();
            other[i] ^= (byte) (1 << random.nextInt(7));
            if (fits(other)) {
                accepted.add(i);
            }
        }

        assertThat(accepted).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noByteCanBeLeftOutOrDoubled(EvidenceForm form) throws IOException {
        byte[] file = EvidenceSample.of(3).file(form, 2);
        List<Integer> accepted = new ArrayList<>();
        for (int i = 0; i < file.length; i += 13) {
            byte[] without = Arrays.copyOf(file, file.length - 1);
            System.arraycopy(file, i + 1, without, i, file.length - 1 - i);
            byte[] doubled = Arrays.copyOf(file, file.length + 1);
            System.arraycopy(file, i, doubled, i + 1, file.length - i);
            if (fits(without) || fits(doubled)) {
                accepted.add(i);
            }
        }

        assertThat(accepted).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noBeginningOfAFileFits(EvidenceForm form) throws IOException {
        byte[] file = EvidenceSample.of(3).file(form, 2, 1);
        for (int length = 1; length < file.length; length += 5) {
            assertThat(fits(Arrays.copyOf(file, length)))
                    .as("first %d bytes", length)
                    .isFalse();
        }
    }

    @Test
    void anEntryThatSaysSomethingElseIsNamed() throws IOException {
        String changed = text(log.file(EvidenceForm.JSON, 12, 11, 10)).replace("\"lamp:10\"", "\"lamp:99\"");

        assertThat(verify(changed)).isEqualTo(EvidenceVerification.MISFIT);

        assertThat(said)
                .contains("Entry 11: what it says is not what was sealed")
                .doesNotContain("Entry 10:")
                .doesNotContain("Entry 12:");
    }

    @Test
    void eachEntryThatDoesNotFitIsNamed() throws IOException {
        String changed = text(log.file(EvidenceForm.HTML, 12, 11, 10))
                .replaceFirst("\"number\":12", "\"number\":13")
                .replaceFirst("\"number\":10", "\"number\":301");

        assertThat(verify(changed)).isEqualTo(EvidenceVerification.MISFIT);

        assertThat(said)
                .contains("Entry 13: it is not in the log at this number")
                .contains("Entry 301: there is no such number")
                .doesNotContain("Entry 11:");
    }

    @Test
    void aRowThatShowsSomethingElseThanItsEntryIsNamed() throws IOException {
        String changed =
                text(log.file(EvidenceForm.HTML, 12, 11, 10)).replace("<div>Days: 40</div>", "<div>Days: 90</div>");

        assertThat(verify(changed)).isEqualTo(EvidenceVerification.MISFIT);

        assertThat(said)
                .contains("Entry 11: what its row shows is not what the JSON says, from '9' on: the page was changed.")
                .doesNotContain("Entry 10:")
                .doesNotContain("Entry 12:")
                .doesNotContain("signed");
    }

    @Test
    void whatIsPutIntoThePageIsFound() throws IOException {
        String page = text(log.file(EvidenceForm.HTML, 12, 11));

        for (String place : List.of("</head>", "<h1>", "<tbody>", "<tr>", "</tr>", "</tbody>", "</html>")) {
            String changed = page.replaceFirst(place, "<p>Something else</p>" + place);
            assertThat(verify(changed)).as(place).isEqualTo(EvidenceVerification.MISFIT);
            assertThat(said).as(place).contains("the page was changed");
        }
        assertThat(verify(page + "<p>More</p>")).isEqualTo(EvidenceVerification.MISFIT);
    }

    @ParameterizedTest
    @EnumSource
    void entriesThatAreLeftOutMovedOrDoubledAreFound(EvidenceForm form) throws IOException {
        EvidenceSample other = new EvidenceSample(CheckpointKey.create(), 300);
        List<byte[]> files = new ArrayList<>();
        byte[] whole = log.file(form, 5, 4, 3);
        for (int[] numbers : new int[][] {{5, 3}, {5, 4}, {4, 5, 3}, {5, 4, 4, 3}, {5, 4, 3, 2}}) {
            byte[] made = log.file(form, numbers);
            files.add(withManifestOf(whole, made));
        }

        for (byte[] file : files) {
            assertThat(verify(file)).isEqualTo(EvidenceVerification.MISFIT);
            assertThat(said).contains("entries were left out, added or moved");
        }
        assertThat(verify(withManifestOf(other.file(form, 5, 4, 3), whole))).isEqualTo(EvidenceVerification.MISFIT);
    }

    @ParameterizedTest
    @EnumSource
    void anEntryThatIsNotOneOfThoseThatWereWrittenIsNamedWithItsPlace(EvidenceForm form) throws IOException {
        byte[] whole = log.file(form, 9, 7, 5, 4);

        verify(withManifestOf(whole, log.file(form, 9, 8, 5, 4)));
        assertThat(said)
                .contains(
                        "Entry 8, at place 2 of the file: the portal wrote no such entry into the file, but entry 7 at this place.")
                .contains("Entry 7, which the portal wrote at place 2 of the file, is not in it.")
                .doesNotContain("Entry 9", "Entry 5", "Entry 4");
        verify(withManifestOf(whole, log.file(form, 9, 5, 7, 4)));
        assertThat(said)
                .contains("Entry 5, at place 2 of the file: the portal wrote entry 7 at this place.")
                .contains("Entry 7, at place 3 of the file: the portal wrote entry 5 at this place.")
                .doesNotContain("Entry 9", "Entry 4");
        verify(withManifestOf(whole, log.file(form, 9, 7, 7, 5, 4)));
        assertThat(said).contains("Entry 7, at place 3 of the file: it is in the file twice.");
        verify(withManifestOf(whole, log.file(form, 9, 7, 4)));
        assertThat(said).contains("Entry 5, which the portal wrote at place 3 of the file, is not in it.");
        verify(withManifestOf(whole, log.file(form, 9, 7, 5, 4, 2)));
        assertThat(said).contains("Entry 2, at place 5 of the file: the portal wrote no such entry into the file.");
    }

    @Test
    void ofAFileOfAnEarlierFormatTheEntryThatWasMovedIsNamed() throws IOException {
        String moved =
                text(log.file(EvidenceForm.JSON, 4, 5, 3)).replace("\"audit-evidence\":3", "\"audit-evidence\":2");

        verify(moved);

        assertThat(said)
                .contains(
                        "Entry 5, at place 2 of the file: it stands behind entry 4, though the portal writes the newest first.");
    }

    @Test
    void numbersAreWrittenShortAndReadAsTheyWere() {
        for (List<Long> numbers :
                List.of(List.<Long>of(), List.of(5L), List.of(5L, 4L, 3L, 1L), List.of(3L, 4L, 9L, 8L))) {
            EvidenceNumbers written = new EvidenceNumbers();
            numbers.forEach(written::add);

            assertThat(EvidenceNumbers.of(written.line()).line()).isEqualTo(written.line());
            assertThat(EvidenceNumbers.of(written.line()).misfits(written)).isEmpty();
        }
        EvidenceNumbers all = new EvidenceNumbers();
        LongStream.rangeClosed(1, EvidenceNumbers.MOST + 5L).forEach(number -> all.add(1_000_000 - number));
        assertThat(all.line()).isEqualTo("numbers 999999-900000");
        assertThat(EvidenceNumbers.of("numbers 999999999999999999-1").line())
                .isEqualTo("numbers 999999999999999999-999999999999900000");
        for (String none :
                List.of("", "numbers none", "numbers 5-", "numbers ,", "evidence 5", "numbers 1234567890123456789")) {
            assertThat(EvidenceNumbers.of(none).isEmpty()).as(none).isTrue();
        }
    }

    /** Returns the second file with what was signed of the first. */
    private static byte[] withManifestOf(byte[] from, byte[] to) {
        Pattern manifest = Pattern.compile("\"manifest\":\"[^\"]*\"");
        String signed =
                manifest.matcher(text(from)).results().findFirst().orElseThrow().group();
        return manifest.matcher(text(to))
                .replaceFirst(java.util.regex.Matcher.quoteReplacement(signed))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theKeyIsTheFilesOwnWordUnlessOneIsTrusted() throws IOException {
        byte[] madeUp = EvidenceSample.of(300).file(EvidenceForm.HTML, 5);
        Path keys = write("audit-keys.txt", log.vkey() + "\n");

        assertThat(verify(madeUp)).isEqualTo(EvidenceVerification.FITS);
        assertThat(said).contains("the key is the file's own word");
        assertThat(verify(madeUp, keys)).isEqualTo(EvidenceVerification.MISFIT);
        assertThat(said).contains("is not known from audit-keys.txt");
        assertThat(verify(log.file(EvidenceForm.HTML, 5), keys)).isEqualTo(EvidenceVerification.FITS);
        assertThat(said)
                .contains("signed by the log's key, as audit-keys.txt has it.")
                .doesNotContain("own word");
    }

    @Test
    void checkpointsThatLeftEarlierAreHeldAgainstTheFile() throws IOException {
        byte[] file = log.file(EvidenceForm.JSON, 5);
        Path all = write(
                "audit-checkpoints.txt",
                log.checkpoint(200).text() + "\n" + log.checkpoint().text() + "\n");
        Path earlier = write("earlier.txt", log.checkpoint(200).text() + "\n");
        Path torn = write(
                "torn.txt",
                log.checkpoint(200).text() + "\n" + log.checkpoint().text().substring(0, 90));

        assertThat(verify(file, all)).isEqualTo(EvidenceVerification.FITS);
        assertThat(said).contains("Its checkpoint is among those in audit-checkpoints.txt.");
        assertThat(verify(file, earlier)).isEqualTo(EvidenceVerification.FITS);
        assertThat(said).contains("Its checkpoint is not among those in earlier.txt");
        assertThat(verify(file, torn)).isEqualTo(EvidenceVerification.FITS);
        assertThat(verify(EvidenceSample.of(300).file(EvidenceForm.JSON, 5), all))
                .isEqualTo(EvidenceVerification.MISFIT);
    }

    @Test
    void aLogThatWasRewrittenWithTheKeyIsFoundByACheckpointOfBefore() throws IOException {
        EvidenceSample rewritten = new EvidenceSample(log.key(), 301);
        Path before = write("audit-checkpoints.txt", log.checkpoint(300).text() + "\n");
        byte[] file = rewritten.file(
                EvidenceForm.JSON,
                log.key()
                        .sign(new org.deviceoffboarding.audit.checkpoint.Checkpoint(
                                EvidenceSample.ORIGIN, 300, new byte[32], EvidenceSample.SEALED)),
                List.of(log.vkey()),
                0,
                List.of());

        assertThat(verify(file)).isEqualTo(EvidenceVerification.FITS);
        assertThat(verify(file, before)).isEqualTo(EvidenceVerification.MISFIT);
        assertThat(said).contains("the log was another when it held 300 entries");
    }

    @Test
    void anotherLogsKeysAndCheckpointsAreNamed() throws IOException {
        Path keys = write("audit-keys.txt", log.key().verifierKey("another/log").text());

        assertThat(verify(log.file(EvidenceForm.JSON, 5), keys)).isEqualTo(EvidenceVerification.MISFIT);

        assertThat(said).contains("audit-keys.txt is another log's.");
    }

    @Test
    void keysThatSignedNothingAreFound() throws IOException {
        byte[] file = log.file(
                EvidenceForm.JSON,
                log.checkpoint(),
                List.of(log.vkey(), EvidenceSample.of(1).vkey()),
                0,
                List.of(log.entry(1)));

        assertThat(verify(file)).isEqualTo(EvidenceVerification.MISFIT);

        assertThat(said).contains("keys that signed nothing");
    }

    @Test
    void jsonThatCouldBeWrittenOtherwiseIsRefused() throws IOException {
        String file = text(log.file(EvidenceForm.JSON, 5));
        Map<String, String> otherwise = Map.of(
                ",\"audit-evidence\":3", ", \"audit-evidence\":3",
                "\"leftOut\":3", "\"leftOut\":3.0",
                "\"number\":5", "\"number\":05",
                "\"lamp:4\"", "\"l\\u0061mp:4\"",
                "\"format\":2,\"result\":\"DONE\"", "\"result\":\"DONE\",\"format\":2",
                "\"days\":34", "\"days\":34,\"days\":34",
                "</script>", "\\u003c/script>");

        otherwise.forEach((as, written) -> {
            assertThat(file).contains(as);
            assertThat(verifyQuietly(file.replace(as, written))).as(written).isEqualTo(EvidenceVerification.MISFIT);
        });
    }

    @Test
    void whatIsNoEvidenceCanNotBeChecked() throws IOException {
        Path missing = folder.resolve("missing.json");

        assertThat(verify("")).isEqualTo(EvidenceVerification.UNREADABLE);
        assertThat(verify("{}")).isEqualTo(EvidenceVerification.UNREADABLE);
        assertThat(said).isEqualToIgnoringNewLines("evidence can't be checked. It is no evidence file of the portal.");
        assertThat(verify("<!DOCTYPE html><p>Hello")).isEqualTo(EvidenceVerification.UNREADABLE);
        assertThat(verify(new byte[] {(byte) 0xFF, (byte) 0xFE})).isEqualTo(EvidenceVerification.UNREADABLE);
        assertThat(run(missing.toString())).isEqualTo(EvidenceVerification.UNREADABLE);
        assertThat(said).contains("does not exist.");
        assertThat(run(folder.toString())).isEqualTo(EvidenceVerification.UNREADABLE);
        assertThat(run()).isEqualTo(EvidenceVerification.UNREADABLE);
        assertThat(said).contains("Usage: verify FILE [TRUSTED]");
        assertThat(verify(log.file(EvidenceForm.JSON, 5), write("notes.txt", "Hello\n")))
                .isEqualTo(EvidenceVerification.UNREADABLE);
        assertThat(said).contains("neither keys nor checkpoints");
        assertThat(verify(text(log.file(EvidenceForm.JSON, 5)).replace("\"audit-evidence\":3", "\"audit-evidence\":4")))
                .isEqualTo(EvidenceVerification.UNREADABLE);
        assertThat(said).contains("format 4");
    }

    @Test
    void aFileThatIsNotThereOrEmptyIsNamedWithWhatItWasGivenFor() throws IOException {
        Path evidence = folder.resolve("evidence.json");
        Files.write(evidence, log.file(EvidenceForm.JSON, 5));
        Path empty = write("empty.txt", "");
        Path missing = folder.resolve("missing.txt");

        assertThat(run(evidence.toString(), "/dev/null")).isEqualTo(EvidenceVerification.UNREADABLE);
        assertThat(said).isEqualToIgnoringNewLines("The trusted file /dev/null is empty.");
        assertThat(run(evidence.toString(), empty.toString())).isEqualTo(EvidenceVerification.UNREADABLE);
        assertThat(said).isEqualToIgnoringNewLines("The trusted file " + empty + " is empty.");
        assertThat(run(evidence.toString(), missing.toString())).isEqualTo(EvidenceVerification.UNREADABLE);
        assertThat(said).isEqualToIgnoringNewLines("The trusted file " + missing + " does not exist.");
        assertThat(run(evidence.toString(), folder.toString())).isEqualTo(EvidenceVerification.UNREADABLE);
        assertThat(said).isEqualToIgnoringNewLines("The trusted file " + folder + " is a folder.");
        assertThat(run("/dev/null")).isEqualTo(EvidenceVerification.UNREADABLE);
        assertThat(said).isEqualToIgnoringNewLines("The evidence file /dev/null is empty.");
        assertThat(run(evidence.toString(), "a\u0000b")).isEqualTo(EvidenceVerification.UNREADABLE);
        assertThat(said).contains("is no name of a file.");
    }

    @Test
    void nothingInAFileActsOnATerminal() throws IOException {
        String changed = text(log.file(EvidenceForm.JSON, 5)).replace(EvidenceSample.ORIGIN, "\u001b[2Jgone\u202e");

        verify(changed);

        assertThat(said).doesNotContain("\u001b").doesNotContain("\u202e");
    }

    @Test
    void valuesInEachOtherWithoutEndAreRefused() throws IOException {
        assertThat(verify("{\"asked\":" + "{\"a\":".repeat(100_000))).isEqualTo(EvidenceVerification.MISFIT);
    }

    private static boolean fits(byte[] file) throws IOException {
        try {
            return EvidenceCheck.of(new ByteArrayInputStream(file)).fits();
        } catch (NotEvidenceException e) {
            return false;
        }
    }

    private int verify(byte[] file, Path... trusted) throws IOException {
        Path written = folder.resolve("evidence");
        Files.write(written, file);
        return trusted.length == 0 ? run(written.toString()) : run(written.toString(), trusted[0].toString());
    }

    private int verify(String file) throws IOException {
        return verify(file.getBytes(StandardCharsets.UTF_8));
    }

    private int verifyQuietly(String file) {
        try {
            return verify(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = EvidenceVerification.run(List.of(arguments), stream, stream);
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
