package org.deviceoffboarding.inventory;

import org.deviceoffboarding.base.ParallelTasks;
import org.deviceoffboarding.graph.GraphPage;
import org.deviceoffboarding.graph.PageHandler;
import org.deviceoffboarding.inventory.copy.CopyTables;
import org.deviceoffboarding.inventory.copy.InventoryPages;

/** Stores the pages of one source as they come, and counts. */
final class PageWriter<R, T> implements PageHandler<R> {

    private final long runId;
    private final SourceReading<R, T> source;
    private final InventoryPages pages;
    private final CopyTables tables;
    private final ParallelTasks together;
    private final ReadingListener listener;
    private int count;
    private long rows;
    private long read;

    PageWriter(
            long runId,
            SourceReading<R, T> source,
            InventoryPages pages,
            CopyTables tables,
            ParallelTasks together,
            ReadingListener listener) {
        this.runId = runId;
        this.source = source;
        this.pages = pages;
        this.tables = tables;
        this.together = together;
        this.listener = listener;
    }

    @Override
    public void handle(GraphPage<R> page) {
        var objects = source.objects(page);
        read += page.rows().size();
        rows += together.undisturbed(() -> pages.load(runId, source.table(), objects));
        listener.pageRead(source.source(), ++count, rows);
    }

    /** Discards what an earlier attempt left. */
    @Override
    public void restarted() {
        rows = together.undisturbed(() -> tables.clear(runId, source.table().name()));
        count = 0;
        read = 0;
    }

    /** Returns how many objects are stored, those that came twice included. */
    long rows() {
        return rows;
    }

    /** Returns how many rows Graph sent for them. */
    long read() {
        return read;
    }
}
