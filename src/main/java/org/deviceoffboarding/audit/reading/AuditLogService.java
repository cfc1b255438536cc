package org.deviceoffboarding.audit.reading;

import java.util.List;
import java.util.OptionalLong;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.listing.RowCount;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Shows the audit log again, each page as of one moment, and proves that nobody changed it. */
@Service
@May(Capability.READ)
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class AuditLogService {

    private final AuditEntryRepository entries;

    AuditLogService(AuditEntryRepository entries) {
        this.entries = entries;
    }

    /** Returns the entries that match, sorted as the page asks ({@code at}, {@code actor}, {@code action}), else the newest first. */
    public List<AuditEntry> find(AuditFilter filter, Pageable page) {
        return entries.find(filter, page);
    }

    /**
     * Returns the first part of the entries that match, to take them away whole: the newest first, or, if they are few, sorted as
     * {@link #find} says. What is recorded from then on is not among them.
     */
    @May(Capability.EXPORT_AUDIT_LOG)
    public ExportPage<AuditFilter, AuditEntry> export(AuditFilter filter, Sort sort) {
        return entries.export(filter, sort);
    }

    /** Returns the part that follows another one. */
    @May(Capability.EXPORT_AUDIT_LOG)
    public ExportPage<AuditFilter, AuditEntry> export(ExportPage<AuditFilter, AuditEntry> before) {
        return entries.export(before);
    }

    /** Returns how many entries match. */
    public long count(AuditFilter filter) {
        return entries.count(filter);
    }

    /** Returns how many entries match, or about how many where they are more than anybody looks through. */
    public RowCount roughly(AuditFilter filter) {
        return entries.roughly(filter);
    }

    /** Returns everyone in the log, each by the name recorded last, in no order. */
    public List<Actor> actors() {
        return entries.actors();
    }

    /** Returns the names of all actions in the log, in alphabetical order. */
    public List<String> actions() {
        return entries.actions();
    }

    /**
     * Computes every hash of the chain again.
     *
     * @return the number of the first entry that is not as it was written, or nothing if all are
     */
    public OptionalLong firstChangedEntry() {
        return entries.firstChangedEntry();
    }
}
