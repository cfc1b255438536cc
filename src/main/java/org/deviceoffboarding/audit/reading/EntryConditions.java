package org.deviceoffboarding.audit.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.base.FilterParameters;
import org.jspecify.annotations.Nullable;

/**
 * A filter as conditions on entries {@code e}.
 *
 * @param plain conditions but those on words, each with a space and {@code and} in front
 * @param words the condition on words, likewise; empty where there is none
 * @param branches whether entries are read off as the first ones of each action and result
 * @param areFew whether they are of one thing or one device, so that they are sorted without more ado
 * @param rareWords whether the words may be so rare that whatever else narrows is best seen from the entries that have them
 * @param narrowed whether anything may be left out
 */
record EntryConditions(
        String plain,
        String words,
        boolean branches,
        boolean areFew,
        boolean rareWords,
        boolean narrowed,
        Map<String, ? extends @Nullable Object> parameters) {

    /** An index goes through so many entries of a word without much ado. */
    private static final long RARE = 100_000;

    /**
     * Returns what a filter asks for.
     *
     * @param actions all that are in the log and of the filter's kind
     * @param found what its text and its device stand for
     */
    static EntryConditions of(AuditFilter filter, List<String> actions, FoundNames found) {
        boolean text = !filter.text().isBlank();
        boolean devices = !filter.device().isBlank();
        boolean subject = !filter.subject().isBlank();
        boolean deeds = filter.actor() != null
                || filter.action() != null
                || filter.result() != null
                || !filter.kind().isBlank();
        List<String> plain = new ArrayList<>();
        add(plain, filter.actor() != null, "e.actor_id = :actor");
        add(plain, deeds, "e.action = any(:actions)");
        add(plain, deeds, "e.result = any(:results)");
        add(plain, subject, "e.subject = :subject");
        add(plain, devices, "e.id in (select d.entry_id from audit_entry_device d where d.object_id = any(:objects))");
        add(plain, filter.from() != null, "e.at >= :from");
        add(plain, filter.until() != null, "e.at < :until");
        return new EntryConditions(
                String.join("", plain),
                text ? found.condition() : "",
                deeds && !devices && !subject,
                devices || subject,
                text && !plain.isEmpty() && found.words().expected() <= RARE,
                !filter.equals(AuditFilter.NONE),
                FilterParameters.none()
                        .with("rare", found.words().rare())
                        .with("others", found.words().others())
                        .with("people", found.people())
                        .with("entries", found.entries())
                        .with("objects", found.objects())
                        .with("actor", filter.actor())
                        .with("actions", actions.toArray(String[]::new))
                        .with("results", results(filter.result()))
                        .with("subject", filter.subject().strip())
                        .with("from", filter.from())
                        .with("until", filter.until())
                        .values());
    }

    /** Returns all conditions, beginning with {@code where}. */
    String where() {
        return " where true" + plain + words;
    }

    /** Returns those but on words, without the conditions on actions and results, which branches are of. */
    String ofBranch() {
        return plain.replace(" and e.action = any(:actions) and e.result = any(:results)", "");
    }

    private static String[] results(@Nullable AuditResult result) {
        return result == null
                ? List.of(AuditResult.values()).stream().map(Enum::name).toArray(String[]::new)
                : new String[] {result.name()};
    }

    private static void add(List<String> conditions, boolean wanted, String condition) {
        if (wanted) {
            conditions.add(" and " + condition);
        }
    }
}
