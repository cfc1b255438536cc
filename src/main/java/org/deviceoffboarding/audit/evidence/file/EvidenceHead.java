package org.deviceoffboarding.audit.evidence.file;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands at the beginning of a file of evidence.
 *
 * @param asked what its entries were picked by, such as {@code device} or {@code action}, each with its value; empty for all entries
 * @param checkpoint the signed note that the entries are proved by
 */
public record EvidenceHead(Map<String, String> asked, String checkpoint) {

    public EvidenceHead {
        asked = Collections.unmodifiableMap(new TreeMap<>(asked));
    }
}
