package org.deviceoffboarding.inventory.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.deviceoffboarding.base.ParallelTasks;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The facts of all devices of a run as streams, one on each processor: in the order of the device ID, range after range, and
 * never more than a page of each in memory.
 */
@Component
public class FactsStream {

    /** So many are read and sorted in seconds, so that no transaction lasts. Each range looks at the whole tables again. */
    private static final int MOST_IN_A_RANGE = 250_000;

    /** Fewer are not worth another thread. */
    private static final int FEWEST_IN_A_RANGE = 10_000;

    /** Each holds a connection while it reads, and pages need some, too. */
    private static final int MOST_AT_ONCE = 4;

    private final SortedTables tables;
    private final OtherKeys otherKeys;
    private final TransactionTemplate oneMoment;
    private final TransactionTemplate outside;

    FactsStream(SortedTables tables, OtherKeys otherKeys, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.otherKeys = otherKeys;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.outside = new TransactionTemplate(transactions);
        outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /**
     * Hands over all devices once, a page at a time.
     *
     * @param devices about how many there are
     * @param pages called outside of any transaction, from several threads at once; what it throws stops all of them
     * @throws CancellationException if the calling thread was interrupted; it still is
     */
    public void forEachPage(long runId, long devices, int pageSize, Consumer<List<DeviceFacts>> pages) {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_AT_ONCE);
        List<KeyRange> ranges = KeyRange.split(ranges(devices, threads));
        Queue<Runnable> work = new ConcurrentLinkedQueue<>();
        work.add(() -> readWithoutDeviceId(runId, pageSize, pages));
        ranges.forEach(range -> work.add(() -> read(runId, range, pageSize, pages)));
        ParallelTasks.thatCompute().run(Collections.nCopies(Math.min(threads, ranges.size()), () -> doAll(work)));
    }

    private static int ranges(long devices, int threads) {
        long needed = devices / MOST_IN_A_RANGE + 1;
        return (int) Math.max(needed, Math.min(threads, devices / FEWEST_IN_A_RANGE));
    }

    private static void doAll(Queue<Runnable> work) {
        for (Runnable next = work.poll(); next != null; next = work.poll()) {
            next.run();
        }
    }

    private void read(long runId, KeyRange range, int pageSize, Consumer<List<DeviceFacts>> pages) {
        oneMoment.executeWithoutResult(transaction -> {
            tables.prepare();
            try (Merge merge = new Merge(tables, runId, range)) {
                handOver(runId, merge, pageSize, pages);
            }
        });
    }

    private void readWithoutDeviceId(long runId, int pageSize, Consumer<List<DeviceFacts>> pages) {
        oneMoment.executeWithoutResult(transaction -> {
            try (Stream<EntraDevice> devices = tables.devicesWithoutId(runId)) {
                handOver(runId, devices.map(JoinedRecords::alone).iterator(), pageSize, pages);
            }
        });
    }

    private void handOver(
            long runId, Iterator<JoinedRecords> devices, int pageSize, Consumer<List<DeviceFacts>> pages) {
        List<JoinedRecords> page = new ArrayList<>(pageSize);
        while (devices.hasNext()) {
            page.add(devices.next());
            if (page.size() == pageSize || !devices.hasNext()) {
                requireNotStopped();
                List<DeviceFacts> facts = otherKeys.complete(runId, page);
                outside.executeWithoutResult(none -> pages.accept(facts));
                page.clear();
            }
        }
    }

    private static void requireNotStopped() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("It was stopped");
        }
    }
}
