package org.deviceoffboarding.audit.evidence;

import java.util.List;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.base.ExportPage;
import org.jspecify.annotations.Nullable;

/** The IDs of the entries that evidence is wanted of, part by part, the newest first; what is recorded meanwhile is not among them. */
interface EvidenceParts {

    /** Returns the next part; none if there are no more. */
    List<Long> next();

    /** Returns the entries that match a filter. */
    static EvidenceParts of(AuditLogService log, AuditFilter filter) {
        return new EvidenceParts() {

            private @Nullable ExportPage<AuditFilter, AuditEntry> part;

            @Override
            public List<Long> next() {
                ExportPage<AuditFilter, AuditEntry> before = part;
                if (before != null && !before.more()) {
                    return List.of();
                }
                ExportPage<AuditFilter, AuditEntry> next = before == null ? log.export(filter) : log.export(before);
                part = next;
                return next.rows().stream().map(AuditEntry::id).toList();
            }
        };
    }

    /** Returns the entries of a request. */
    static EvidenceParts of(EvidenceRepository entries, long request, int atOnce) {
        return new EvidenceParts() {

            private EvidenceRepository.@Nullable Place place;

            @Override
            public List<Long> next() {
                List<EvidenceRepository.Place> found = entries.ofRequest(request, place, atOnce);
                place = found.isEmpty() ? place : found.getLast();
                return found.stream().map(EvidenceRepository.Place::id).toList();
            }
        };
    }
}
