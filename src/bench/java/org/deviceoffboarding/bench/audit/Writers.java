package org.deviceoffboarding.bench.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.audit.seal.Sealing;
import org.deviceoffboarding.base.Actor;

/**
 * Sixteen that write entries at once, each entry in a transaction of its own: into the log while it is sealed every second, and into a
 * table with the same columns, constraints and indexes, with its devices by one statement, and without hashing.
 */
final class Writers {

    private static final int WRITERS = 16;
    private static final Actor ANNA = new Actor("a-1", "anna@contoso.example");

    /** By position, as the log's own: names would be looked up for each entry. */
    private static final String PLAIN = """
            with entry as (
                insert into plain_entry (at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash)
                values (clock_timestamp(), ?, ?, ?, 'DONE', ?, ?, cast(? as jsonb), 2, ?)
                returning id)
            insert into plain_entry_device (entry_id, object_id, device_id, name)
            select entry.id, d.object_id, d.device_id, d.name
            from entry cross join unnest(?, ?, ?) as d(object_id, device_id, name)
            """;

    private final Sealing log;
    private final AtomicInteger count = new AtomicInteger();

    private final ProcessorTime time;

    Writers(Sealing log, ProcessorTime time) {
        this.log = log;
        this.time = time;
        log.jdbc()
                .sql("create table plain_entry (like audit_entry including all)")
                .update();
        log.jdbc()
                .sql("create table plain_entry_device (like audit_entry_device including all)")
                .update();
    }

    /** What was written: entries in a second, and the microseconds of processor time that each took. */
    record Rate(double entries, double portal, double database) {}

    /** Returns how many entries the log takes in a second. */
    Rate sealed(Duration work, Duration length) throws Exception {
        try (var sealer = Executors.newSingleThreadScheduledExecutor()) {
            sealer.scheduleWithFixedDelay(log::all, 1, 1, TimeUnit.SECONDS);
            Rate rate = rate(() -> log.auditLog().record(ANNA, action()), work, length);
            sealer.shutdownNow();
            sealer.awaitTermination(1, TimeUnit.MINUTES);
            log.all();
            return rate;
        }
    }

    /** Returns how many the same table takes without sealing. */
    Rate plain(Duration work, Duration length) throws Exception {
        return rate(() -> insert(action()), work, length);
    }

    private Rate rate(Runnable write, Duration work, Duration length) throws Exception {
        ProcessorTime.Spent before = time.now();
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        long written = 0;
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                all.add(writers.submit(() -> writeUntil(end, write, work)));
            }
            for (Future<Long> one : all) {
                written += one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A writer failed", e);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        ProcessorTime.Spent spent = time.now().since(before);
        return new Rate(written / seconds, spent.portal() * 1e6 / written, spent.database() * 1e6 / written);
    }

    private long writeUntil(long end, Runnable write, Duration work) {
        long written = 0;
        for (; System.nanoTime() < end; written++) {
            log.transaction().executeWithoutResult(status -> {
                write.run();
                if (!work.isZero()) {
                    LockSupport.parkNanos(work.toNanos());
                }
            });
        }
        return written;
    }

    private AuditableAction action() {
        int number = count.incrementAndGet();
        return new Measured(
                number,
                new AuditedDevice(new UUID(1, number % 1_000), new UUID(2, number % 1_000), "PC-" + number % 1_000));
    }

    private void insert(AuditableAction action) {
        AuditedDevice device = action.devices().getFirst();
        log.jdbc()
                .sql(PLAIN)
                .param(ANNA.id())
                .param(ANNA.name())
                .param(action.action())
                .param(action.subject())
                .param(action.summary())
                .param("{\"request\":" + action.details().values().get("request") + "}")
                .param(new byte[32])
                .param(new UUID[] {device.objectId()})
                .param(new UUID[] {device.deviceId()})
                .param(new String[] {device.name()})
                .update();
    }

    private record Measured(int number, AuditedDevice device) implements AuditableAction {

        @Override
        public String action() {
            return "device.disabled";
        }

        @Override
        public String subject() {
            return "device:" + device.objectId();
        }

        @Override
        public String summary() {
            return "Disabled " + device.name() + ": accepted by Entra, not verified yet, as request " + number / 100
                    + " asked for";
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.with("request", number / 100);
        }

        @Override
        public List<AuditedDevice> devices() {
            return List.of(device);
        }
    }
}
