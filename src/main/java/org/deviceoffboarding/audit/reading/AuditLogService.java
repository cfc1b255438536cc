package org.deviceoffboarding.audit.reading;

import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ExportParts;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.listing.RowCount;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Shows the audit log again, each page as of one moment. */
@Service
@May(Capability.READ)
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class AuditLogService {

    private final AuditEntryRepository entries;
    private final GrowthRepository growth;
    private final SealedEntries sealed;

    AuditLogService(AuditEntryRepository entries, GrowthRepository growth, SealedEntries sealed) {
        this.entries = entries;
        this.growth = growth;
        this.sealed = sealed;
    }

    /**
     * Returns the entries that match in the order of time: the newest first, or the oldest if the page is sorted by {@code at} and
     * ascending.
     *
     * @throws IllegalArgumentException if it is sorted by something else
     */
    public List<AuditEntry> find(AuditFilter filter, Pageable page) {
        return entries.find(
                filter, new AuditPart(oldestFirst(page.getSort()), null, page.getOffset(), page.getPageSize()));
    }

    /** Returns a part of the entries that match: whatever is recorded meanwhile, what lies behind a place stays the same. */
    public List<AuditEntry> find(AuditFilter filter, AuditPart part) {
        return entries.find(filter, part);
    }

    private static boolean oldestFirst(Sort sort) {
        Sort.Order order = sort.stream().findFirst().orElse(null);
        if (order != null && !order.getProperty().equals("at")) {
            throw new IllegalArgumentException("Cannot sort by '" + order.getProperty() + "'");
        }
        return order != null && order.isAscending();
    }

    /**
     * Returns the first part of the entries that match, to take them away whole: the newest first. What is recorded from then on is not
     * among them.
     */
    @May(Capability.EXPORT_AUDIT_LOG)
    public ExportPage<AuditFilter, AuditEntry> export(AuditFilter filter) {
        return ExportParts.USUAL.part(filter, most -> entries.find(filter, AuditPart.newest(most)));
    }

    /** Returns the part that follows another one. */
    @May(Capability.EXPORT_AUDIT_LOG)
    public ExportPage<AuditFilter, AuditEntry> export(ExportPage<AuditFilter, AuditEntry> before) {
        return ExportParts.USUAL.part(
                before.of(), most -> entries.find(before.of(), AuditPart.before(before.last(), most)));
    }

    /** Returns how many entries match. */
    public long count(AuditFilter filter) {
        return entries.count(filter);
    }

    /** Returns how many entries match, or about how many where they are more than anybody looks through. */
    public RowCount roughly(AuditFilter filter) {
        return entries.roughly(filter);
    }

    /** Returns a part of the entries that match, as {@link #find(AuditFilter, AuditPart)}, and up to where the log goes. */
    public AuditListing list(AuditFilter filter, AuditPart part) {
        return new AuditListing(entries.find(filter, part), growth.end());
    }

    /** Returns up to where the log goes now. */
    public LogEnd end() {
        return growth.end();
    }

    /**
     * Returns how many entries that match came to the log since it went up to somewhere, at most so many. What it takes depends on how
     * many came, not on how many there are.
     */
    public AuditGrowth growth(AuditFilter filter, LogEnd since, int most) {
        int matching = growth.isAny(since) ? growth.count(entries.conditions(filter), since, most) : 0;
        return new AuditGrowth(matching, growth.end());
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
     * Returns an entry with what proves it.
     *
     * @param key see {@link AuditEntry#key()}; also that of an entry from before it was sealed
     */
    public Optional<SealedEntry> get(String key) {
        return sealed.find(key);
    }

    /** Returns whether a key is the number of an entry that was sealed, and that somebody removed since. */
    public boolean isRemoved(String key) {
        return sealed.isRemoved(key);
    }

    /** Returns devices that an entry concerns, in the order of their object IDs. */
    public List<AuditedDevice> devices(long entryId, Pageable page) {
        return sealed.devices(entryId, page);
    }

    /** Returns how many devices an entry concerns. */
    public long countDevices(long entryId) {
        return sealed.countDevices(entryId);
    }
}
