package org.deviceoffboarding.remediation.execution;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes the devices of a request from state to state, as {@link DeviceTransition} lists. Each update names the state that the
 * device leaves, so that of two portals that carry out the same request only one takes it.
 */
@Repository
class DeviceTransitions {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    DeviceTransitions(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /**
     * Stores devices that a request begins with.
     *
     * @throws org.springframework.dao.DuplicateKeyException if one of them is in another open request
     */
    void add(long requestId, List<DeviceSnapshot> devices, Instant dueAt) {
        List<RequestedDeviceTable.Added> rows = devices.stream()
                .map(device -> new RequestedDeviceTable.Added(requestId, device, dueAt))
                .toList();
        template.execute((ConnectionCallback<@Nullable Void>) connection -> {
            RequestedDeviceTable.COPY.write(connection, rows);
            return null;
        });
    }

    /**
     * Returns devices of a request as the audit log names them, in the order of their object IDs.
     *
     * @param state which all have; null for all
     * @param after the object ID of the last one before them; null for the first
     */
    List<AuditedDevice> named(long requestId, @Nullable DeviceState state, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select object_id, device_id, name from requested_device
                where request_id = :request and (cast(:state as text) is null or state = :state)
                  and (cast(:after as uuid) is null or object_id > :after)
                order by object_id limit :limit
                """)
                .param("request", requestId)
                .param("state", state == null ? null : state.name())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new AuditedDevice(
                        row.getObject("object_id", UUID.class),
                        row.getObject("device_id", UUID.class),
                        row.getString("name")))
                .list();
    }

    /** Returns how many devices of a request are in each state; states without any are missing. */
    Map<DeviceState, Long> countByState(long requestId) {
        Map<DeviceState, Long> counts = new EnumMap<>(DeviceState.class);
        jdbc.sql("select state, count(*) count from requested_device where request_id = :request group by state")
                .param("request", requestId)
                .query(row -> {
                    counts.put(DeviceState.valueOf(row.getString("state")), row.getLong("count"));
                });
        return counts;
    }

    /** Returns devices in a state that are to be looked at now, those that are longest due first. */
    List<RequestedDevice> due(long requestId, DeviceState state, Instant now, int limit) {
        return jdbc.sql("""
                select * from requested_device
                where request_id = :request and state = :state and due_at <= :now
                order by due_at, object_id limit :limit
                """)
                .param("request", requestId)
                .param("state", state.name())
                .param("now", Sql.timestamp(now))
                .param("limit", limit)
                .query(RequestedDeviceTable::read)
                .list();
    }

    /**
     * Returns when the next device of a request is to be looked at; null if all have ended. Those that wait to be sent
     * now do not count: they wait for their slot.
     */
    @Nullable
    Instant nextDue(long requestId, Instant now) {
        return jdbc.sql("""
                select min(due_at) due_at from requested_device
                where request_id = :request
                  and (state in ('SENT', 'ACCEPTED') or (state = 'WAITING' and due_at > :now))
                having count(*) > 0
                """)
                .param("request", requestId)
                .param("now", Sql.timestamp(now))
                .query((row, number) -> Sql.instant(row, "due_at"))
                .optional()
                .orElse(null);
    }

    /** Returns how many devices of a request wait to be sent now. */
    int countDue(long requestId, Instant now) {
        return jdbc.sql("""
                select count(*) from requested_device where request_id = :request and state = 'WAITING' and due_at <= :now
                """)
                .param("request", requestId)
                .param("now", Sql.timestamp(now))
                .query(Integer.class)
                .single();
    }

    /** Returns the last that Entra accepted for each of these devices, in whichever request; the others are missing. */
    Map<UUID, EarlierDoing> lastAccepted(Collection<UUID> objectIds) {
        Map<UUID, EarlierDoing> last = new HashMap<>();
        jdbc.sql("""
                select distinct on (d.object_id) d.object_id, r.action, d.request_id, d.accepted_at
                from requested_device d join change_request r on r.id = d.request_id
                where d.object_id = any(:objects) and d.accepted_at is not null
                order by d.object_id, d.accepted_at desc, d.request_id desc
                """).param("objects", objectIds.toArray(UUID[]::new)).query(row -> {
            last.put(
                    row.getObject("object_id", UUID.class),
                    new EarlierDoing(
                            Action.valueOf(row.getString("action")),
                            row.getLong("request_id"),
                            Sql.instant(row, "accepted_at")));
        });
        return last;
    }

    /** Returns who deleted a device that is gone from Entra, in words. */
    String whoDeleted(RequestedDevice device) {
        UUID id = device.device().objectId();
        return EarlierDoing.who(lastAccepted(List.of(id)).get(id), Action.DELETE, "deleted", false);
    }

    /** Notes, before Entra is asked, that it is going to be. Returns the devices that nobody else took meanwhile. */
    List<RequestedDevice> send(long requestId, Collection<UUID> objectIds, Instant now, Instant settleAt) {
        return jdbc.sql("""
                update requested_device set state = :to, sent_at = :now, due_at = :settle, attempts = attempts + 1
                where request_id = :request and object_id = any(:objects) and state in (:from)
                returning *
                """)
                .param("to", DeviceTransition.SEND.to().name())
                .param("from", names(DeviceTransition.SEND.from()))
                .param("request", requestId)
                .param("objects", objectIds.toArray(UUID[]::new))
                .param("now", Sql.timestamp(now))
                .param("settle", Sql.timestamp(settleAt))
                .query(RequestedDeviceTable::read)
                .list();
    }

    /** Notes that it was done as far as Entra says; returns false if somebody else did. */
    boolean accept(RequestedDevice device, Instant now, Instant readBackAt) {
        return take(DeviceTransition.ACCEPT, device, "", readBackAt, now, null);
    }

    /** Notes that a device is to be looked at later; its state stays. */
    void postpone(RequestedDevice device, Instant until) {
        store(device, device.state(), device.detail(), until, device.acceptedAt(), null);
    }

    /** Notes that nothing was done to a device, so that it waits to be sent again. */
    boolean waitAgain(RequestedDevice device, Instant dueAt) {
        return take(DeviceTransition.WAIT_AGAIN, device, device.detail(), dueAt, null, null);
    }

    /** Notes that Entra certainly did nothing to a device, so that the attempt does not count and it waits to be sent again. */
    void takeBack(RequestedDevice device, Instant dueAt) {
        jdbc.sql("""
                update requested_device set state = :to, attempts = attempts - 1, due_at = :due
                where request_id = :request and object_id = :object and state in (:from)
                """)
                .param("to", DeviceTransition.TAKE_BACK.to().name())
                .param("from", names(DeviceTransition.TAKE_BACK.from()))
                .param("request", device.requestId())
                .param("object", device.device().objectId())
                .param("due", Sql.timestamp(dueAt))
                .update();
    }

    /** Notes how a device ended; returns false if somebody else did. */
    boolean end(DeviceTransition end, RequestedDevice device, String detail, Instant now) {
        if (end.to().open()) {
            throw new IllegalArgumentException(end + " is no end");
        }
        return take(end, device, detail, device.dueAt(), device.acceptedAt(), now);
    }

    /** Ends the devices that nothing was done to yet. */
    int drop(long requestId, String detail, Instant now) {
        return jdbc.sql("""
                update requested_device set state = :to, detail = :detail, ended_at = :now
                where request_id = :request and state in (:from)
                """)
                .param("to", DeviceTransition.DROP.to().name())
                .param("from", names(DeviceTransition.DROP.from()))
                .param("request", requestId)
                .param("detail", detail)
                .param("now", Sql.timestamp(now))
                .update();
    }

    private static List<String> names(Collection<DeviceState> states) {
        return states.stream().map(Enum::name).toList();
    }

    private boolean take(
            DeviceTransition transition,
            RequestedDevice device,
            String detail,
            Instant dueAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant endedAt) {
        if (!transition.from().contains(device.state())) {
            throw new IllegalStateException(transition + " does not lead out of " + device.state());
        }
        return store(device, transition.to(), detail, dueAt, acceptedAt, endedAt);
    }

    private boolean store(
            RequestedDevice device,
            DeviceState state,
            String detail,
            Instant dueAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant endedAt) {
        return jdbc.sql("""
                update requested_device set state = :state, detail = :detail, due_at = :due, accepted_at = :accepted,
                    ended_at = :ended
                where request_id = :request and object_id = :object and state = :before
                """)
                        .param("request", device.requestId())
                        .param("object", device.device().objectId())
                        .param("before", device.state().name())
                        .param("state", state.name())
                        .param("detail", Sql.text(detail))
                        .param("due", Sql.timestamp(dueAt))
                        .param("accepted", acceptedAt == null ? null : Sql.timestamp(acceptedAt))
                        .param("ended", endedAt == null ? null : Sql.timestamp(endedAt))
                        .update()
                > 0;
    }
}
