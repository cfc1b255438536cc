package org.deviceoffboarding.instruction.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidYouMeanTest {

    private static final String ID = "8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            Exclud devices with plattform iOS                  | Exclude devices with platform iOS/iPadOS
            Exclude devices with last activty befor 2026-3-1   | Exclude devices with last activity before 1 March 2026
            Exclude devices with last activty after 2026-3-1   | Exclude devices with last activity after 1 March 2026
            Exclude devices inactve for less than 30 days      | Exclude devices with last activity after 30 days ago
            Exclude devices with last activity before 90 days  | Exclude devices with last activity before 90 days ago
            Exclude devices with platform Windos               | Exclude devices with platform Windows
            Includ only devices with ownership persnal         | Include only devices with ownership personal
            Exclude devices named Anna's iPad                  | Exclude devices with names matching "Anna's iPad"
            Exclude LAPTOP-123                                 | Exclude devices with names matching LAPTOP-123
            Ignore VIP-* and KIOSK-*                           | Exclude devices with names matching VIP-*, KIOSK-*
            Exclude the device of anna@contoso.com             | Exclude devices with user anna@contoso.com
            Exclude devices with platform iOS or ownership personal | Exclude devices with platform iOS/iPadOS. Exclude devices with ownership personal
            """)
    void whatWasMisspeltOrLeftOutBetweenTheWordsIsMended(String text, String nearest) {
        assertThat(nearest(text)).containsExactly(nearest);
    }

    @Test
    void aDateWithTwoReadingsOffersBoth() {
        assertThat(nearest("Exclude devices with last activity before 03/04/2026"))
                .containsExactly(
                        "Exclude devices with last activity before 3 April 2026",
                        "Exclude devices with last activity before 4 March 2026");
    }

    @Test
    void adjectivesJoinedByAndCanMeanBothTogetherOrEach() {
        assertThat(nearest("Exclude personal and Windows devices"))
                .containsExactly(
                        "Exclude devices with ownership personal and with platform Windows",
                        "Exclude devices with ownership personal. Exclude devices with platform Windows");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Include devices with platform iOS",
                "Remove devices with names matching VIP-*",
                "Keep devices with platform iOS",
                "Exclude all devices except those with platform iOS",
                "Exclude devices not with platform iOS",
                "Exclude devices nott with platform iOS"
            })
    void excludeAndIncludeAreNeitherTurnedRoundNorGuessed(String text) {
        assertThat(nearest(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Exclude devices with last activity > 90 days ago",
                "Exclude devices with last activity 90 days ago",
                "Exclude nactive devices for 30 days",
                "Exclude devices with last activity not befoer 1 March 2026",
                "Exclude devices inactive before 1 March 2026"
            })
    void beforeAndAfterAreNeitherTurnedRoundNorGuessed(String text) {
        assertThat(nearest(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Exclude Windows 10 devices",
                "Exclude Windows devices please",
                "Exclude compliant Windows devices",
                "Exclude devices with names matching DE-* except DE-1",
                "Exclude devices with IDs " + ID + ", 8f1c2d3e-4a5b-6c7d",
                "Exclude devices with ownership personal, iOS",
                "Exclude devices with platform iOS or ownership personal and with names matching VIP-*",
                "Include only devices with platform iOS or ownership personal",
                "Include only personal and Windows devices"
            })
    void noWordIsLeftOutThatCouldHaveMeantFewerDevices(String text) {
        assertThat(nearest(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Exclude devices older than 3 months",
                "Exclude native devices after 1 March 2026",
                "Exclude Samsung",
                "Exclude Windows-10",
                "Exclude devices with last activity before 30 February 2026",
                "Exclude devices with last activity before March 2026",
                "Exclude devices named VIP-1 modified before 1 March 2026",
                "please"
            })
    void nothingIsOfferedThatWasNotWritten(String text) {
        assertThat(nearest(text)).isEmpty();
    }

    private static List<String> nearest(String text) {
        return DidYouMean.nearest(InstructionText.parse(text).problems().getFirst());
    }
}
