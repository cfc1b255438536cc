package org.deviceoffboarding.inventory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.inventory.facts.FactsStream;
import org.deviceoffboarding.inventory.facts.JoinedRecords;
import org.deviceoffboarding.inventory.facts.OtherKeys;
import org.deviceoffboarding.inventory.table.AutopilotIdentityTable;
import org.deviceoffboarding.inventory.table.EntraDeviceTable;
import org.deviceoffboarding.inventory.table.ManagedDeviceTable;
import org.deviceoffboarding.inventory.table.RemovalEventTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Joins what is known about single devices, by ID only. Those of all devices are a {@linkplain FactsStream stream}. */
@Repository
class FactsRepository {

    private final JdbcClient jdbc;
    private final FormerRecordRepository formerRecords;
    private final OtherKeys otherKeys;

    FactsRepository(JdbcClient jdbc, FormerRecordRepository formerRecords, OtherKeys otherKeys) {
        this.jdbc = jdbc;
        this.formerRecords = formerRecords;
        this.otherKeys = otherKeys;
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

    /** Returns how many devices a run has read. */
    long count(long runId) {
        return jdbc.sql("select count(*) from entra_device where run_id = :run")
                .param("run", runId)
                .query(Long.class)
                .single();
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
        var registrations = new ListMultimap<AutopilotIdentity>();

        UUID[] deviceIds = ids(devices.stream().map(EntraDevice::deviceId));
        if (deviceIds.length > 0) {
            read(ManagedDeviceTable::read, runId, "managed_device", deviceIds, "last_sync desc nulls last, intune_id")
                    .forEach(device -> managed.add(device.entraDeviceId(), device));
            read(RemovalEventTable::read, runId, "removal_event", deviceIds, "at desc, event_id, part")
                    .forEach(event -> removals.add(event.entraDeviceId(), event));
            formerRecords
                    .of(runId, deviceIds)
                    .forEach(record -> former.add(record.last().entraDeviceId(), record));
            jdbc.sql(AutopilotIdentityTable.select("entra_device_id = any(:ids)", "former, id, managed_device_id"))
                    .param("run", runId)
                    .param("ids", deviceIds)
                    .query(AutopilotIdentityTable::read)
                    .list()
                    .forEach(identity -> registrations.add(identity.entraDeviceId(), identity));
        }
        return otherKeys.complete(
                runId,
                devices.stream()
                        .map(device -> new JoinedRecords(
                                device,
                                managed.of(device.deviceId()),
                                removals.of(device.deviceId()),
                                former.of(device.deviceId()),
                                registrations.of(device.deviceId())))
                        .toList());
    }

    private <T> List<T> read(RowMapper<T> mapper, long runId, String table, UUID[] deviceIds, String order) {
        return jdbc.sql("select * from " + table + " where run_id = :run and entra_device_id = any(:ids) order by "
                        + order)
                .param("run", runId)
                .param("ids", deviceIds)
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
