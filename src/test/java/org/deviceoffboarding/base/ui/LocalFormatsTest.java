package org.deviceoffboarding.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFormatsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 9);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en-GB | 9 Oct 2026
                    en-US | Oct 9, 2026
                    de-AT | 9. Oct 2026
                    es-ES | 9 Oct 2026
                    pt-BR | 9 Oct 2026
                    """)
    void theLocaleOrdersADateAndItsWordsStayEnglish(String locale, String written) {
        assertThat(LocalFormats.of("yMMMd", Locale.forLanguageTag(locale)).format(DAY))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en-GB | d MMM yyyy   | dd/MM/yyyy
                    en-US | MMM d, yyyy  | M/d/yyyy
                    de-AT | d. MMM yyyy  | d.M.yyyy
                    sv-SE | d MMM yyyy   | yyyy-MM-dd
                    """)
    void theLocaleOrdersThePatternsThatADateIsReadBy(String locale, String words, String numbers) {
        assertThat(LocalFormats.pattern("yMMMd", Locale.forLanguageTag(locale))).isEqualTo(words);
        assertThat(LocalFormats.pattern("yMd", Locale.forLanguageTag(locale))).isEqualTo(numbers);
    }

    /** Others mean nothing to the field, or end it with an error. */
    @ParameterizedTest
    @ValueSource(strings = {"yMMMd", "yMd"})
    void noLocalesPatternHoldsOtherLettersThanDaysMonthsAndYears(String template) {
        for (Locale locale : Locale.getAvailableLocales()) {
            assertThat(LocalFormats.pattern(template, locale))
                    .as("%s", locale)
                    .matches("[^A-Za-z]*([dMLy]+[^A-Za-z]*)+")
                    .contains("d", "yyyy");
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB,21:05", "en-US,9:05 PM", "de-DE,21:05"})
    void theLocaleChoosesTheClock(String locale, String written) {
        assertThat(LocalFormats.of("jm", Locale.forLanguageTag(locale)).format(LocalTime.of(21, 5)))
                .isEqualToNormalizingUnicode(written.replace(' ', '\u202F'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MMMd", "yMMMd"})
    void everyLocaleWritesADate(String template) {
        for (Locale locale : Locale.getAvailableLocales()) {
            assertThat(LocalFormats.of(template, locale).format(DAY))
                    .as("%s", locale)
                    .contains("9");
        }
    }

    @Test
    void everyLocaleWritesATime() {
        for (Locale locale : Locale.getAvailableLocales()) {
            assertThat(LocalFormats.of("jms", locale).format(LocalTime.of(21, 5, 7)))
                    .as("%s", locale)
                    .contains("5", "7");
        }
    }
}
