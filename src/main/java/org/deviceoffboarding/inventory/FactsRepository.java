package org.deviceoffboarding.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.inventory.table.AutopilotIdentityTable;
import org.deviceoffboarding.inventory.table.EntraDeviceTable;
import org.deviceoffboarding.inventory.table.ManagedDeviceTable;
import org.deviceoffboarding.inventory.table.RemovalEventTable;
import org.deviceoffboarding.removed.DisabledDevice;
import org.deviceoffboarding.removed.DisabledDevices;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Joins what is known about devices, a page at a time, by ID only. */
@Repository
class FactsRepository {

    private final JdbcClient jdbc;
    private final DisabledDevices disabledDevices;
    private final FormerRecordRepository formerRecords;

    FactsRepository(JdbcClient jdbc, DisabledDevices disabledDevices, FormerRecordRepository formerRecords) {
        this.jdbc = jdbc;
        this.disabledDevices = disabledDevices;
        this.formerRecords = formerRecords;
    }

    @Transactional(readOnly = true)
    public List<DeviceFacts> page(long runId, @Nullable UUID after, int size) {
        return join(
                runId,
                jdbc.sql("""
                        select * from entra_device
                        where run_id = :run and object_id > coalesce(:after, '00000000-0000-0000-0000-000000000000'::uuid)
                        order by object_id limit :size
                        """)
                        .param("run", runId)
                        .param("after", after, java.sql.Types.OTHER)
                        .param("size", size)
                        .query(EntraDeviceTable::read)
                        .list());
    }

    @Transactional(readOnly = true)
    public Optional<DeviceFacts> find(long runId, UUID objectId) {
        return join(
                        runId,
                        jdbc.sql("select * from entra_device where run_id = :run and object_id = :id")
                                .param("run", runId)
                                .param("id", objectId)
                                .query(EntraDeviceTable::read)
                                .list())
                .stream()
                .findFirst();
    }

    @Transactional(readOnly = true)
    public List<DeviceFacts> find(long runId, Collection<UUID> objectIds) {
        return join(
                runId,
                jdbc.sql("select * from entra_device where run_id = :run and object_id = any(:ids) order by object_id")
                        .param("run", runId)
                        .param("ids", ids(objectIds.stream()))
                        .query(EntraDeviceTable::read)
                        .list());
    }

    /** Returns the events that name a device, also those that no look-back reaches any more; the latest first. */
    List<RemovalEvent> removals(UUID deviceId) {
        return jdbc.sql("select * from known_removal_event where entra_device_id = :id order by at desc limit 100")
                .param("id", deviceId)
                .query(RemovalEventTable::read)
                .list();
    }

    private List<DeviceFacts> join(long runId, List<EntraDevice> devices) {
        var managed = new ListMultimap<ManagedDevice>();
        var former = new ListMultimap<FormerRecord>();
        var removals = new ListMultimap<RemovalEvent>();
        var autopilotByDevice = new ListMultimap<AutopilotIdentity>();
        var autopilotByIntune = new ListMultimap<AutopilotIdentity>();

        var disabled = disabledDevices.inQueue(
                devices.stream().map(EntraDevice::objectId).toList());
        UUID[] deviceIds = ids(devices.stream().map(EntraDevice::deviceId));
        read(ManagedDeviceTable::read, runId, "managed_device", "entra_device_id", deviceIds, """
                 order by last_sync desc nulls last, intune_id""")
                .forEach(device -> managed.add(device.entraDeviceId(), device));
        read(RemovalEventTable::read, runId, "removal_event", "entra_device_id", deviceIds, """
                 order by at desc, event_id, part""")
                .forEach(event -> removals.add(event.entraDeviceId(), event));
        if (deviceIds.length > 0) {
            formerRecords
                    .of(runId, deviceIds)
                    .forEach(record -> former.add(record.last().entraDeviceId(), record));
        }
        autopilot(runId, "entra_device_id", deviceIds)
                .forEach(identity -> autopilotByDevice.add(identity.entraDeviceId(), identity));
        UUID[] intuneIds = ids(Stream.of(
                        managed.values().map(ManagedDevice::intuneId),
                        removals.values().map(RemovalEvent::intuneId),
                        former.values().map(FormerRecord::intuneId))
                .flatMap(each -> each));
        autopilot(runId, "managed_device_id", intuneIds)
                .forEach(identity -> autopilotByIntune.add(identity.managedDeviceId(), identity));

        var facts = new ArrayList<DeviceFacts>(devices.size());
        for (EntraDevice device : devices) {
            List<ManagedDevice> records = managed.of(device.deviceId());
            List<RemovalEvent> events = removals.of(device.deviceId());
            List<FormerRecord> known = former.of(device.deviceId());
            AutopilotIdentity autopilot = Stream.concat(
                            autopilotByDevice.of(device.deviceId()).stream(),
                            Stream.of(
                                            records.stream().map(ManagedDevice::intuneId),
                                            events.stream().map(RemovalEvent::intuneId),
                                            known.stream().map(FormerRecord::intuneId))
                                    .flatMap(each -> each)
                                    .flatMap(id -> autopilotByIntune.of(id).stream()))
                    .min(Comparator.comparing(AutopilotIdentity::former))
                    .orElse(null);
            DisabledDevice grace = disabled.get(device.objectId());
            facts.add(new DeviceFacts(
                    device,
                    records,
                    autopilot,
                    events,
                    grace == null ? null : grace.disabledAt(),
                    grace != null && grace.takenOver(),
                    known));
        }
        return facts;
    }

    private List<AutopilotIdentity> autopilot(long runId, String key, UUID[] ids) {
        return ids.length == 0
                ? List.of()
                : jdbc.sql(AutopilotIdentityTable.select(key))
                        .param("run", runId)
                        .param("ids", ids)
                        .query(AutopilotIdentityTable::read)
                        .list();
    }

    private <T> List<T> read(RowMapper<T> mapper, long runId, String table, String key, UUID[] ids, String order) {
        return ids.length == 0
                ? List.of()
                : jdbc.sql("select * from " + table + " where run_id = :run and " + key + " = any(:ids)" + order)
                        .param("run", runId)
                        .param("ids", ids)
                        .query(mapper)
                        .list();
    }

    private static UUID[] ids(Stream<? extends @Nullable UUID> ids) {
        return ids.filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toArray(UUID[]::new);
    }
}
