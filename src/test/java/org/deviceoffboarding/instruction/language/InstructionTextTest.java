package org.deviceoffboarding.instruction.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionTextTest {

    private static final String A = "8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f";
    private static final String B = "8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e50";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            # Microsoft's six
            Exclude devices with IDs [8F1C2D3E-4A5B-6C7D-8E9F-0A1B2C3D4E5F] | Exclude devices with IDs 8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f
            Exclude devices with last activity after 1 March 2026    | Exclude devices with last activity after 1 March 2026
            Exclude devices with last activity before 2026-03-01     | Exclude devices with last activity before 1 March 2026
            Include only devices with IDs 8f1c2d3e4a5b6c7d8e9f0a1b2c3d4e5f | Include only devices with IDs 8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f
            Include only devices with last activity after 90 days ago | Include only devices with last activity after 90 days ago
            Include only devices with last activity before March 1, 2026 | Include only devices with last activity before 1 March 2026
            # the older ones
            exclude if inactive in Entra for less than 30 days       | Exclude devices with last activity in Entra after 30 days ago
            include if active in Entra more than 90 days ago         | Include only devices with last activity in Entra before 90 days ago
            exclude 8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f from all recommendations | Exclude devices with IDs 8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f
            include only [8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f]      | Include only devices with IDs 8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f
            # ours
            Exclude devices with platform iOS/iPadOS                 | Exclude devices with platform iOS/iPadOS
            Include only devices with ownership personal             | Include only devices with ownership personal
            Exclude devices with names matching VIP-*                | Exclude devices with names matching VIP-*
            Exclude devices owned by anna@contoso.com                | Exclude devices with user anna@contoso.com
            Exclude devices of user anna@contoso.com                 | Exclude devices with user anna@contoso.com
            Exclude devices in group "Top 10"                        | Exclude devices in group "Top 10"
            Exclude devices with join type hybrid-joined             | Exclude devices with join type hybrid joined
            Exclude devices with situation silent and unmanaged      | Exclude devices with situation silent and unmanaged
            Exclude devices with manufacturer Apple or Samsung       | Exclude devices with manufacturer Apple, Samsung
            Exclude devices with model "Surface Pro 9"               | Exclude devices with model "Surface Pro 9"
            # as people write
            leave out all Windows devices!                           | Exclude devices with platform Windows
            EXCLUDE Android and iOS devices                          | Exclude devices with platform iOS/iPadOS, Android
            Exclude personal iOS devices                             | Exclude devices with ownership personal and with platform iOS/iPadOS
            Exclude devices that are os x                            | Exclude devices with platform macOS
            Exclude devices with platform iOS, os x and with ownership personal | Exclude devices with platform iOS/iPadOS, macOS and with ownership personal
            Exclude personal Windows devices with names matching A-* | Exclude devices with ownership personal and with platform Windows and with names matching A-*
            Exclude personal Windows devices, and in group "A"       | Exclude devices with ownership personal and with platform Windows and in group "A"
            Exclude devices with last activity before 1 March 2026 and in group "A" | Exclude devices with last activity before 1 March 2026 and in group "A"
            Exclude devices in situation silent everywhere, a broken link | Exclude devices with situation broken link, silent everywhere
            Exclude personal and Azure AD device IDs 8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f | Exclude devices with ownership personal and with IDs 8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f
            Exclude devices that are hybrid joined                   | Exclude devices with join type hybrid joined
            Exclude devices whose name starts with "KIOSK "          | Exclude devices with names matching "KIOSK *"
            Exclude devices with names containing test               | Exclude devices with names matching *test*
            Exclude devices active in the last 2 weeks               | Exclude devices with last activity on or after 14 days ago
            Exclude devices inactive for the last 30 days            | Exclude devices with last activity before 30 days ago
            Exclude devices not signed in since 1st of March 2026    | Exclude devices with last activity in Entra before 1 March 2026
            Exclude devices with last sync older than 3 months       | Exclude devices with last activity in Intune before 3 months ago
            Exclude devices with last activity between 1 March 2026 and 5 March 2026 | Exclude devices with last activity on or after 1 March 2026 and with last activity on or before 5 March 2026
            Exclude devices with last activity before 25/12/2026     | Exclude devices with last activity before 25 December 2026
            Exclude devices with last activity before 05.05.2026     | Exclude devices with last activity before 5 May 2026
            Exclude devices with last activity after 2026-03-01T12:00+01:00 | Exclude devices with last activity after 2026-03-01T11:00:00Z
            Exclude devices with platform iOS and ownership personal | Exclude devices with platform iOS/iPadOS and with ownership personal
            """)
    void eachSentenceHasOneCanonicalWording(String text, String canonical) {
        assertThat(canonical(text)).containsExactly(canonical);
        assertThat(canonical(canonical)).containsExactly(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            Exclude devices with last activity before 03/04/2026 | 03/04/2026 | can be 3 April 2026 or 4 March 2026
            Exclude devices with last activity before 3-4-2026   | 3-4-2026   | can be 3 April 2026 or 4 March 2026
            Exclude devices with last activity before 3/14/26    | 3/14/26    | four digits
            Exclude devices with last activity before 30 February 2026 | 30 February 2026 | no such date
            Exclude devices with last activity before 2026-02-30 | 2026-02-30 | no such date
            Exclude devices with last activity before March 2026 | March      | Name the day
            Exclude devices with last activity before 1 March    | 1 March    | year with four digits
            Exclude devices with last activity before 90 days    | days       | “ago” is missing
            Exclude devices with last activity before 0 days ago | 0 days     | between 1 and 36,500 days
            Exclude devices with last activity 90 days ago       | 90         | “before” or “after”
            Exclude devices with IDs 00000000-0000-0000-0000-000000000000 | 00000000-0000-0000-0000-000000000000 | all zeros
            Exclude devices with IDs 8f1c2d3e-4a5b               | 8f1c2d3e-4a5b | is no ID
            Exclude devices with IDs LAPTOP-1                    | LAPTOP-1   | is no ID
            Exclude devices with platform Windos                 | Windos     | is no platform
            Exclude devices with ownership Windows               | Windows    | is no ownership
            Exclude devices named Anna's iPad                    | Anna's iPad | quotation marks
            Exclude devices with names matching "VIP             | "VIP       | never closed
            Exclude devices with names matching ""               | ""         | hold nothing
            Exclude devices with names matching *                | *          | nearly every device
            Include devices with platform iOS                    | Include    | all other devices
            Keep devices if active in the last 30 days           | Keep       | not to be removed, or that they are to be suggested
            Exclude devices active for the last 30 days          | the        | “before” or “after”
            Exclude Windows 10 devices                           | 10         | should end before it
            Exclude personal and Windows devices                 | and        | both together or each
            Exclude devices with platform iOS or ownership personal | or      | a sentence for each
            Exclude devices with platform iOS with platform macOS | platform  | only once
            Exclude devices not with platform iOS                | not        | which devices it is not about
            Exclude devices with names matching DE-* except DE-1 | except     | which devices it is not about
            Exclude devices                                      | devices    | something is missing
            Exclude devices with last activity in Entra          | Entra      | something is missing
            Remove devices with names matching VIP-*             | Remove     | begins with “Exclude” or “Include only”
            Exclude devices with platform iOS please             | please     | should end before it
            Exclude devices with last sync in Entra before 90 days ago | in   | not the other way round
            """)
    void whatIsNotUnderstoodIsMarkedAndExplained(String text, String marked, String reason) {
        InstructionText read = InstructionText.parse(text);

        assertThat(read.understood()).isFalse();
        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(text.substring(problem.faultStart(), problem.faultEnd())).isEqualTo(marked);
            assertThat(problem.reason()).contains(reason);
        });
    }

    @Test
    void severalSentencesStandInLinesWithBulletsOrAfterFullStops() {
        assertThat(canonical("""
                1. Exclude devices with IDs:
                   - %s
                   - {%s};
                2) Exclude Windows devices. Include only devices with
                ownership personal, and exclude devices with manufacturer "Dell Inc." or Lenovo.
                """.formatted(A, B)))
                .containsExactly(
                        "Exclude devices with IDs " + A + ", " + B,
                        "Exclude devices with platform Windows",
                        "Include only devices with ownership personal",
                        "Exclude devices with manufacturer \"Dell Inc.\", Lenovo");
    }

    @Test
    void oneSentenceInQuestionLeavesTheOthersUnderstood() {
        InstructionText read = InstructionText.parse("Exclude Windows devices.\nplease\nExclude devices named VIP-*");

        assertThat(read.instructions())
                .extracting(Instruction::canonical)
                .containsExactly("Exclude devices with platform Windows", "Exclude devices with names matching VIP-*");
        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.text()).isEqualTo("please");
            assertThat(problem.start()).isEqualTo(25);
        });
    }

    @Test
    void aSentenceInThePlaceOfAnotherTakesInNothingOfWhatFollows() {
        InstructionText read = InstructionText.parse("Exclud devices named A-1\nB-2\nExclude Windows devices");

        assertThat(read.with(read.problems().getFirst(), "Exclude devices with names matching A-1"))
                .isEqualTo("Exclude devices with names matching A-1.\nB-2\nExclude Windows devices");
        assertThat(read.with(read.problems().getLast(), "Exclude Android devices"))
                .isEqualTo("Exclud devices named A-1\nExclude Android devices\nExclude Windows devices");
    }

    @Test
    void aBlankTextSaysNothingAndIsNoError() {
        assertThat(InstructionText.parse(" \n\t ").sentences()).isEmpty();
        assertThat(InstructionText.parse("").understood()).isTrue();
    }

    @Test
    void aTextThatIsTooLongIsRefusedWithThePositionWhereItIs() {
        InstructionText read = InstructionText.parse("x".repeat(InstructionText.LONGEST + 1));

        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.faultStart()).isEqualTo(InstructionText.LONGEST);
            assertThat(problem.reason()).contains("1,000,000 characters");
            assertThat(DidYouMean.nearest(problem)).isEmpty();
        });
    }

    @Test
    void aTitleCutsALongListShort() {
        Instruction instruction = InstructionText.parse("Exclude devices with names matching A-1, A-2, A-3, A-4, A-5")
                .instructions()
                .getFirst();

        assertThat(instruction.title()).isEqualTo("Exclude devices with names matching A-1, A-2, A-3 and 2 more");
    }

    @Test
    void wordsOfTheLanguageAreValuesInQuotationMarks() {
        String text = "Exclude devices with names matching \"platform\", \"and\", \"12\", \"a \"\"b\"\"\"";

        assertThat(canonical(text)).containsExactly(text);
    }

    private static List<String> canonical(String text) {
        InstructionText read = InstructionText.parse(text);
        assertThat(read.problems()).isEmpty();
        return read.instructions().stream().map(Instruction::canonical).toList();
    }
}
