package org.deviceoffboarding.audit.ui;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditPart;
import org.deviceoffboarding.audit.reading.AuditPlace;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/**
 * Where the pages of a table of entries begin, from when it shows something else on. So each page goes on behind the one before it, and
 * none has a row twice because others were recorded meanwhile.
 */
final class KeptPlaces {

    /** Whoever reads on further has pages that begin a little before. */
    private static final int MOST = 5_000;

    private final NavigableMap<Long, AuditPlace> places = new TreeMap<>();
    private boolean oldestFirst;

    /** Forgets them all: the table shows something else. */
    void clear() {
        places.clear();
    }

    /** Returns whether no page with rows was read since it shows something else. */
    boolean areNone() {
        return places.isEmpty();
    }

    /** Returns the part of the entries that a page is. */
    AuditPart part(Pageable page) {
        boolean ascending = page.getSort().stream().anyMatch(Sort.Order::isAscending);
        if (ascending != oldestFirst) {
            places.clear();
            oldestFirst = ascending;
        }
        Map.Entry<Long, AuditPlace> nearest = places.floorEntry(page.getOffset());
        return nearest == null
                ? new AuditPart(oldestFirst, null, page.getOffset(), page.getPageSize())
                : new AuditPart(
                        oldestFirst, nearest.getValue(), page.getOffset() - nearest.getKey(), page.getPageSize());
    }

    /** Keeps where a page begins and where the next one does. */
    void keep(Pageable page, List<AuditEntry> rows) {
        if (!rows.isEmpty() && places.size() < MOST) {
            places.putIfAbsent(page.getOffset(), before(rows.getFirst().place()));
            places.putIfAbsent(page.getOffset() + rows.size(), rows.getLast().place());
        }
    }

    private AuditPlace before(AuditPlace first) {
        return new AuditPlace(first.at(), first.id() + (oldestFirst ? -1 : 1));
    }
}
