package org.deviceoffboarding.audit.reading;

import java.util.UUID;

/**
 * What the texts of a filter stand for.
 *
 * @param words that entries have
 * @param people the IDs of people whose names, as they are now, have the text
 * @param entries the IDs of entries that concern a device whose ID or name the text is, the newest
 * @param objects the object IDs of the devices that the filter names
 */
record FoundNames(SearchedWords words, String[] people, Long[] entries, UUID[] objects) {

    static final FoundNames NONE = new FoundNames(SearchedWords.NONE, new String[0], new Long[0], new UUID[0]);

    /** Returns the condition on the words of entries, with a space in front. */
    String condition() {
        return " and (" + words.condition()
                + (people.length == 0 ? "" : " or e.actor_id = any(:people)")
                + (entries.length == 0 ? "" : " or e.id = any(:entries)")
                + ")";
    }
}
