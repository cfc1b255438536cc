package org.deviceoffboarding.audit.evidence;

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

        @Override
        public Map<String, String> asked() {
            return filter.narrowing();
        }

        @Override
        public String words() {
            return asked().isEmpty() ? "the whole audit log" : "a part of the audit log: " + AuditFilter.words(asked());
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
