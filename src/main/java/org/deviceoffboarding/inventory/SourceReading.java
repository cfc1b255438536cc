package org.deviceoffboarding.inventory;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.graph.GraphAnswerException;
import org.deviceoffboarding.graph.GraphCollection;
import org.deviceoffboarding.graph.GraphPage;
import org.deviceoffboarding.inventory.table.CopyTable;
import org.jspecify.annotations.Nullable;

/**
 * One source of the inventory: where it is in Graph, what its rows become, and how they are kept.
 *
 * @param <R> a row as Graph sends it
 * @param <T> what it becomes
 */
record SourceReading<R, T>(InventorySource source, GraphCollection<R> collection, Rows<R, T> rows, CopyTable<T> table) {

    /** An ID has 36 characters. */
    private static final int LONGEST_ID = 41;

    /** Turns one row into what is kept of it, often one object. */
    @FunctionalInterface
    interface Rows<R, T> {
        List<T> toObjects(R row, int page);
    }

    List<T> objects(GraphPage<R> page) {
        return page.rows().stream()
                .flatMap(row -> rows.toObjects(row, page.number()).stream())
                .toList();
    }

    /**
     * Returns the ID of a row, without which the row could neither be kept nor be told from others.
     *
     * @throws GraphAnswerException if it is none, since a list with holes is never taken for a whole one
     */
    static UUID idOf(@Nullable String id, InventorySource source, int page) {
        UUID valid = BlankValues.orId(id);
        if (valid == null) {
            throw new GraphAnswerException(
                    "Microsoft Graph's answer for %s (page %d) holds one without a valid ID ('%s'). A list that cannot be relied upon is not used; nothing was changed. Try again; if it happens again, ask Microsoft's support."
                            .formatted(source.inText(), page, shortened(id)));
        }
        return valid;
    }

    private static String shortened(@Nullable String id) {
        return TextLimits.shorten(BlankValues.orName(id), LONGEST_ID);
    }
}
