package org.deviceoffboarding.inventory;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.deviceoffboarding.base.ParallelTasks;
import org.deviceoffboarding.graph.GraphPage;
import org.deviceoffboarding.graph.PageHandler;
import org.deviceoffboarding.inventory.copy.CopyTables;
import org.deviceoffboarding.inventory.copy.InventoryPages;

/**
 * Stores the pages of one source as they come, and counts. While a page is looked at and stored the next one is read, so that what is
 * wrong with one is said with the next; nobody interrupts the storing, which would break its connection. To be closed, which waits for it.
 */
final class PageWriter<R, T> implements PageHandler<R>, AutoCloseable {

    private static final Executor BESIDE = Thread::startVirtualThread;

    private final long runId;
    private final SourceReading<R, T> source;
    private final InventoryPages pages;
    private final CopyTables tables;
    private final ParallelTasks together;
    private final ReadingListener listener;
    private CompletableFuture<Integer> storing = CompletableFuture.completedFuture(0);
    private int count;
    private int stored;
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
        finish();
        read += page.rows().size();
        count++;
        storing = CompletableFuture.supplyAsync(() -> pages.load(runId, source.table(), source.objects(page)), BESIDE);
    }

    /** Waits until all pages are stored, and tells the listener. */
    void finish() {
        try {
            rows += storing.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        storing = CompletableFuture.completedFuture(0);
        if (stored < count) {
            stored = count;
            listener.pageRead(source.source(), stored, rows);
        }
    }

    /** Discards what an earlier attempt left. */
    @Override
    public void restarted() {
        close();
        storing = CompletableFuture.completedFuture(0);
        rows = together.undisturbed(() -> tables.clear(runId, source.table().name()));
        count = 0;
        stored = 0;
        read = 0;
    }

    /** Returns how many rows Graph sent. */
    long read() {
        return read;
    }

    @Override
    public void close() {
        storing.handle((objects, fault) -> objects).join();
    }
}
