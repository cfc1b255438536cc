package org.deviceoffboarding.base.ui;

import com.vaadin.flow.server.VaadinSession;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the browser's locale writes dates, times and numbers: their order, separators and clock. Words, such as the names of
 * months, stay English as all others of the pages. Where there is no window, as British English.
 */
final class LocalFormats {

    private static final Map<Pattern, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    private LocalFormats() {}

    /** Returns how a date or time is written, by a template of what it consists of, such as {@code yMMMd} or {@code jm}. */
    static DateTimeFormatter of(String template) {
        return of(template, locale());
    }

    static DateTimeFormatter of(String template, Locale locale) {
        return FORMATTERS.computeIfAbsent(new Pattern(template, locale), LocalFormats::formatter);
    }

    /** Returns the pattern of a date by such a template, with a year of four digits. */
    static String pattern(String template) {
        return pattern(template, locale());
    }

    static String pattern(String template, Locale locale) {
        try {
            return localizedPattern(template, locale).replaceAll("y+", "yyyy");
        } catch (DateTimeException notWrittenInThisLocale) {
            return localizedPattern(template, Locale.UK).replaceAll("y+", "yyyy");
        }
    }

    /** Returns how whole numbers are written. */
    static NumberFormat integers() {
        return NumberFormat.getIntegerInstance(locale());
    }

    /** Returns the locale, with the digits that the English words beside them use. */
    static Locale locale() {
        VaadinSession session = VaadinSession.getCurrent();
        Locale browser = session == null ? null : session.getBrowser().getLocale();
        return browser == null
                ? Locale.UK
                : new Locale.Builder()
                        .setLocale(browser.stripExtensions())
                        .setUnicodeLocaleKeyword("nu", "latn")
                        .build();
    }

    private static DateTimeFormatter formatter(Pattern wanted) {
        try {
            return localized(wanted.template(), wanted.locale());
        } catch (DateTimeException | IllegalArgumentException notWrittenInThisLocale) {
            return localized(wanted.template(), Locale.UK);
        }
    }

    private static DateTimeFormatter localized(String template, Locale locale) {
        return DateTimeFormatter.ofPattern(localizedPattern(template, locale), Locale.ENGLISH);
    }

    /** Leaves out what a locale writes between the parts as words, such as the "de" of Spanish. */
    private static String localizedPattern(String template, Locale locale) {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(template, IsoChronology.INSTANCE, locale)
                .replaceAll(" ?'[^']*'", "");
    }

    private record Pattern(String template, Locale locale) {}
}
