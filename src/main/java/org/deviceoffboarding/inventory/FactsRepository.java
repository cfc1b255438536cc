package org.deviceoffboarding.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

    FactsRepository(JdbcClient jdbc, DisabledDevices disabledDevices) {
        this.jdbc = jdbc;
        this.disabledDevices = disabledDevices;
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

    private List<DeviceFacts> join(long runId, List<EntraDevice> devices) {
        var managed = new ListMultimap<ManagedDevice>();
        var removals = new ListMultimap<RemovalEvent>();
        var autopilotByDevice = new ListMultimap<AutopilotIdentity>();
        var autopilotByIntune = new ListMultimap<AutopilotIdentity>();

        var disabled =
                disabledDevices.of(devices.stream().map(EntraDevice::objectId).toList());
        UUID[] deviceIds = ids(devices.stream().map(EntraDevice::deviceId));
        read(ManagedDeviceTable::read, runId, "managed_device", "entra_device_id", deviceIds, """
                 order by last_sync desc nulls last, intune_id""")
                .forEach(device -> managed.add(device.entraDeviceId(), device));
        read(RemovalEventTable::read, runId, "removal_event", "entra_device_id", deviceIds, """
                 order by at desc, event_id, part""")
                .forEach(event -> removals.add(event.entraDeviceId(), event));
        read(AutopilotIdentityTable::read, runId, "autopilot_identity", "entra_device_id", deviceIds, " order by id")
                .forEach(identity -> autopilotByDevice.add(identity.entraDeviceId(), identity));
        UUID[] intuneIds = ids(Stream.concat(
                managed.values().map(ManagedDevice::intuneId), removals.values().map(RemovalEvent::intuneId)));
        read(AutopilotIdentityTable::read, runId, "autopilot_identity", "managed_device_id", intuneIds, " order by id")
                .forEach(identity -> autopilotByIntune.add(identity.managedDeviceId(), identity));

        var facts = new ArrayList<DeviceFacts>(devices.size());
        for (EntraDevice device : devices) {
            List<ManagedDevice> records = managed.of(device.deviceId());
            List<RemovalEvent> events = removals.of(device.deviceId());
            AutopilotIdentity autopilot = Stream.concat(
                            autopilotByDevice.of(device.deviceId()).stream(),
                            Stream.concat(
                                            records.stream().map(ManagedDevice::intuneId),
                                            events.stream().map(RemovalEvent::intuneId))
                                    .flatMap(id -> autopilotByIntune.of(id).stream()))
                    .findFirst()
                    .orElse(null);
            facts.add(new DeviceFacts(device, records, autopilot, events, disabled.get(device.objectId())));
        }
        return facts;
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
