package org.deviceoffboarding.remediation.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.deviceoffboarding.remediation.request.RequestRefusedException;

/** Whatever writes a list of IDs: it is read back as it was, or refused in a sentence, and never as another one. */
class IdFilePropertyTest {

    /** How a file is written. */
    private record Writer(char separator, boolean quotesAll, String before, String lineEnd, String encoding) {

        byte[] write(List<List<String>> lines) {
            String text = lines.stream()
                    .map(cells -> cells.stream().map(this::cell).collect(Collectors.joining("" + separator)))
                    .collect(Collectors.joining(lineEnd, before.isEmpty() ? "" : before + lineEnd, lineEnd));
            return switch (encoding) {
                case "UTF-8 with BOM" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
                case "UTF-16LE", "UTF-16BE" -> ("\uFEFF" + text).getBytes(Charset.forName(encoding));
                default -> text.getBytes(Charset.forName(encoding));
            };
        }

        private String cell(String text) {
            boolean quoted =
                    quotesAll || text.indexOf(separator) >= 0 || text.chars().anyMatch(c -> "\"\r\n".indexOf(c) >= 0);
            return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
        }
    }

    /** A device as an export has it; one of the IDs may be missing. */
    private record Line(String name, UUID entra, UUID intune, int form, int missing) {

        List<String> cells() {
            return List.of(name, missing == 0 ? "" : written(entra, form), missing == 1 ? "" : written(intune, form));
        }

        List<UUID> ids() {
            return Stream.of(entra, intune)
                    .filter(id -> id != (missing == 0 ? entra : missing == 1 ? intune : null))
                    .toList();
        }
    }

    @Property(tries = 2_000)
    void whatAnExportHoldsIsReadBack(@ForAll("writers") Writer writer, @ForAll("lines") List<Line> lines) {
        List<List<String>> table = Stream.concat(
                        Stream.of(List.of("Device name", "Azure AD Device ID", "Intune ID")),
                        lines.stream().map(Line::cells))
                .toList();

        assertThat(IdFile.read(writer.write(table)))
                .extracting(row -> row.ids().stream().map(NamedId::id).toList())
                .containsExactlyElementsOf(lines.stream().map(Line::ids).toList());
    }

    @Property(tries = 1_000)
    void aPlainListIsReadBack(@ForAll("writers") Writer writer, @ForAll("lines") List<Line> lines) {
        List<List<String>> table = lines.stream()
                .map(line -> List.of(written(line.entra, line.form)))
                .toList();

        assertThat(IdFile.read(writer.write(table)))
                .extracting(row -> row.ids().getFirst().id())
                .containsExactlyElementsOf(lines.stream().map(Line::entra).toList());
    }

    @Property(tries = 3_000)
    void anyBytesAreReadOrRefused(@ForAll byte[] file) {
        readOrRefused(file);
    }

    @Property(tries = 3_000)
    void anyTextIsReadOrRefused(@ForAll("texts") String text, @ForAll("writers") Writer writer) {
        readOrRefused(writer.write(List.of(List.of(text))));
        readOrRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void readOrRefused(byte[] file) {
        try {
            IdFile.read(file)
                    .forEach(row -> assertThat(row.problem() == null)
                            .isEqualTo(!row.ids().isEmpty()));
        } catch (RequestRefusedException e) {
            assertThat(e.reason()).isNotBlank();
        }
    }

    private static String written(UUID id, int form) {
        String plain = id.toString();
        return switch (form) {
            case 0 -> plain;
            case 1 -> plain.toUpperCase(Locale.ROOT);
            case 2 -> "{" + plain + "}";
            case 3 -> plain.replace("-", "");
            case 4 -> "'" + plain + "'";
            case 5 -> "\u00A0" + plain + " ";
            case 6 -> "urn:uuid:" + plain;
            default -> "=\"" + plain + "\"";
        };
    }

    @Provide
    Arbitrary<Writer> writers() {
        Arbitrary<Character> separators = Arbitraries.of(',', ';', '\t', '|');
        return Combinators.combine(
                        separators,
                        Arbitraries.of(true, false),
                        Arbitraries.of("", "sep", "#TYPE Selected.System.Object"),
                        Arbitraries.of("\n", "\r\n", "\r"),
                        Arbitraries.of("UTF-8", "UTF-8 with BOM", "UTF-16LE", "UTF-16BE", "windows-1252"))
                .as((separator, quotesAll, before, lineEnd, encoding) -> new Writer(
                        separator,
                        quotesAll,
                        before.equals("sep") || separator == '|' ? "sep=" + separator : before,
                        lineEnd,
                        encoding));
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<UUID> ids = Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as(UUID::new)
                .filter(id -> !id.equals(new UUID(0, 0)));
        Arbitrary<String> names =
                Arbitraries.strings().withChars("aZ09 äöüßé'\",;\t|\r\n-={}").ofMaxLength(12);
        return Combinators.combine(
                        names,
                        ids,
                        ids,
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 4))
                .as(Line::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                6,
                                Arbitraries.of(
                                        "\"",
                                        ",",
                                        ";",
                                        "\t",
                                        "\r",
                                        "\n",
                                        " ",
                                        "id",
                                        "Device ID",
                                        "sep=",
                                        "#TYPE ",
                                        "--",
                                        "\uFEFF",
                                        "\u200B",
                                        "=",
                                        "{",
                                        "0b1ec7aa-0000-4000-8000-00000000000a")),
                        Tuple.of(1, Arbitraries.strings().ofMaxLength(3)))
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }
}
