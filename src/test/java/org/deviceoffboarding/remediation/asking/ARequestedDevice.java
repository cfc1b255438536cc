package org.deviceoffboarding.remediation.asking;

import java.time.Instant;
import java.util.UUID;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A device of a request made up by a test: an ordinary, joined Windows device that waits. */
public final class ARequestedDevice {

    private UUID objectId = UUID.randomUUID();
    private final String name;
    private DeviceState state = DeviceState.WAITING;
    private String detail = "";
    private Platform platform = Platform.WINDOWS;
    private Kind kind = Kind.ORDINARY;
    private @Nullable String joinType = "AzureAd";
    private String serialNumber = "SN-1";
    private String user = "ada@contoso.example";
    private String evidence = "No Intune record has its ID.";

    private ARequestedDevice(String name) {
        this.name = name;
    }

    public static ARequestedDevice named(String name) {
        return new ARequestedDevice(name);
    }

    /** Lets it be a device that the portal knows. */
    public ARequestedDevice is(UUID known) {
        objectId = known;
        return this;
    }

    public UUID objectId() {
        return objectId;
    }

    public ARequestedDevice that(DeviceState became) {
        return that(became, "");
    }

    /** @param why why it was skipped, failed or not verified */
    public ARequestedDevice that(DeviceState became, String why) {
        state = became;
        detail = why;
        return this;
    }

    public ARequestedDevice of(Platform system) {
        platform = system;
        return this;
    }

    public ARequestedDevice of(Kind sort) {
        kind = sort;
        return this;
    }

    /** @param type Entra's {@code trustType}; null where no recycle bin would keep it */
    public ARequestedDevice joined(@Nullable String type) {
        joinType = type;
        return this;
    }

    public ARequestedDevice serialNumber(String number) {
        serialNumber = number;
        return this;
    }

    public ARequestedDevice ofUser(String person) {
        user = person;
        return this;
    }

    public ARequestedDevice because(String why) {
        evidence = why;
        return this;
    }

    public void store(JdbcClient jdbc, long requestId) {
        var now = Sql.timestamp(Instant.now());
        boolean sent = state != DeviceState.WAITING && state != DeviceState.SKIPPED && state != DeviceState.DROPPED;
        boolean accepted = sent && state != DeviceState.SENT && state != DeviceState.FAILED;
        jdbc.sql("""
                insert into requested_device (request_id, object_id, device_id, intune_id, name, serial_number, user_name,
                    platform, ownership, kind, situation, enabled, join_type, operating_system, evidence, state, due_at,
                    attempts, sent_at, accepted_at, ended_at, detail)
                values (:request, :object, gen_random_uuid(), gen_random_uuid(), :name, :serial, :user, :platform,
                    'CORPORATE', :kind, 'REMOVED_FROM_INTUNE', true, cast(:join as text), 'Windows', :evidence, :state,
                    :now, :attempts, cast(:sent as timestamptz), cast(:accepted as timestamptz),
                    cast(:ended as timestamptz), :detail)
                """)
                .param("request", requestId)
                .param("object", objectId)
                .param("name", name)
                .param("serial", serialNumber)
                .param("user", user)
                .param("platform", platform.name())
                .param("kind", kind.name())
                .param("join", joinType)
                .param("evidence", evidence)
                .param("state", state.name())
                .param("now", now)
                .param("attempts", sent ? 1 : 0)
                .param("sent", sent ? now : null)
                .param("accepted", accepted ? now : null)
                .param("ended", state.open() ? null : now)
                .param("detail", detail)
                .update();
    }
}
