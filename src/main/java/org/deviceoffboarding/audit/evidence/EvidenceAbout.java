package org.deviceoffboarding.audit.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.audit.reading.AuditFilter;

/** What evidence is wanted about. */
public sealed interface EvidenceAbout {

    /** Returns what stands in the file: what its entries were picked by. */
    Map<String, String> asked();

    /** Returns how a sentence calls it. */
    String words();

    /** Entries that match a filter of the log. */
    record Filtered(AuditFilter filter) implements EvidenceAbout {

        /** Each entry in a file is proved; that a text has no others is not. */
        private static final String BY_INDEX =
                "Which entries have the text is what the database's search says; no proof covers that";

        @Override
        public Map<String, String> asked() {
            Map<String, String> asked = new LinkedHashMap<>(filter.narrowing());
            if (asked.containsKey("text")) {
                asked.put("completeness", BY_INDEX);
            }
            return asked;
        }

        @Override
        public String words() {
            Map<String, String> narrowing = filter.narrowing();
            return narrowing.isEmpty()
                    ? "the whole audit log"
                    : "a part of the audit log: " + AuditFilter.words(narrowing);
        }
    }

    /**
     * All entries that concern a device.
     *
     * @param name as it is called now; may be empty
     */
    record Device(UUID objectId, String name) implements EvidenceAbout {

        @Override
        public Map<String, String> asked() {
            return Map.of("device", objectId.toString());
        }

        @Override
        public String words() {
            return "the device " + (name.isBlank() ? objectId : name);
        }
    }

    /** All entries about a change request, and about what it did to each of its devices. */
    record Request(long number) implements EvidenceAbout {

        @Override
        public Map<String, String> asked() {
            return Map.of("request", Long.toString(number));
        }

        @Override
        public String words() {
            return "request " + number;
        }
    }
}
