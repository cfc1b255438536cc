package org.deviceoffboarding.inventory.facts;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.inventory.AutopilotIdentity;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.FormerRecord;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.jspecify.annotations.Nullable;

/** Joins the tables of a range while their rows come, one device after another. Several devices may have one device ID. */
final class Merge implements Iterator<JoinedRecords>, AutoCloseable {

    private final Stream<EntraDevice> devices;
    private final Iterator<EntraDevice> left;
    private final SortedRows<ManagedDevice> managed;
    private final SortedRows<RemovalEvent> removals;
    private final SortedRows<FormerRecord> former;
    private final SortedRows<AutopilotIdentity> registrations;
    private @Nullable JoinedRecords before;

    Merge(SortedTables tables, long runId, KeyRange range) {
        devices = tables.devices(runId, range);
        left = devices.iterator();
        managed = tables.managed(runId, range);
        removals = tables.removals(runId, range);
        former = tables.former(runId, range);
        registrations = tables.registrations(runId, range);
    }

    @Override
    public boolean hasNext() {
        return left.hasNext();
    }

    @Override
    public JoinedRecords next() {
        EntraDevice device = left.next();
        UUID id = Objects.requireNonNull(device.deviceId());
        before = before != null && id.equals(before.entra().deviceId())
                ? new JoinedRecords(
                        device, before.managed(), before.removals(), before.former(), before.registrations())
                : new JoinedRecords(
                        device, managed.take(id), removals.take(id), former.take(id), registrations.take(id));
        return before;
    }

    @Override
    public void close() {
        devices.close();
        List.of(managed, removals, former, registrations).forEach(SortedRows::close);
    }
}
