package org.deviceoffboarding.playbook.keycheck;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.database.PassingFaults;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphPermissionMissingException;
import org.deviceoffboarding.keys.DeviceKeyReader;
import org.deviceoffboarding.keys.KeyedDevice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out one reading of keys. What was read is stored after every few requests, and is not read again when the work
 * is taken up after it was cut off.
 */
@Component
class KeyCheckJob {

    /** How many devices are asked for between two short transactions: 20 requests at most. */
    private static final int CHUNK = 200;

    private static final Logger log = LoggerFactory.getLogger(KeyCheckJob.class);

    private final KeyCheckRepository checks;
    private final SuggestedDeviceRepository devices;
    private final DeviceKeyReader reader;
    private final AgentIdentity agent;
    private final AuditLog auditLog;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeyCheckJob(
            KeyCheckRepository checks,
            SuggestedDeviceRepository devices,
            DeviceKeyReader reader,
            AgentIdentity agent,
            AuditLog auditLog,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.checks = checks;
        this.devices = devices;
        this.reader = reader;
        this.agent = agent;
        this.auditLog = auditLog;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Carries the check out to its end, or does nothing if it has ended.
     *
     * @param stopping whether the portal is about to stop; the check then goes on with the next call
     */
    void execute(long checkId, BooleanSupplier stopping) {
        checks.get(checkId).filter(KeyCheck::active).ifPresent(check -> carryOut(check, stopping));
    }

    private void carryOut(KeyCheck check, BooleanSupplier stopping) {
        try {
            readAll(check);
            complete(check);
        } catch (GraphException e) {
            fail(check, e.reason(), e, stopping);
        } catch (AgentMissingException e) {
            fail(check, String.valueOf(e.getMessage()), e, stopping);
        } catch (RuntimeException e) {
            fail(
                    check,
                    "Something unexpected happened. The portal's log has the details for key check " + check.id() + ".",
                    e,
                    stopping);
        }
    }

    private void readAll(KeyCheck check) {
        List<KeyedDevice> next = devices.uncheckedSince(check.suggestionId(), check.requestedAt(), null, CHUNK);
        while (!next.isEmpty()) {
            List<UUID> asked = next.stream().map(KeyedDevice::objectId).toList();
            DeviceKeyReader.Reading reading = reader.read(next, agent.tokens());
            transactions.executeWithoutResult(transaction -> {
                reader.store(reading);
                if (!reading.refusals().isEmpty()) {
                    checks.note(check.id(), String.join(" ", reading.refusals()));
                }
                auditLog.record(
                        Actor.PORTAL,
                        new KeyCheckAction.Read(
                                check.suggestionId(),
                                devices.named(check.suggestionId(), asked),
                                List.copyOf(reading.refusals())));
            });
            announce(check);
            UUID last = next.getLast().objectId();
            next = devices.uncheckedSince(check.suggestionId(), check.requestedAt(), last, CHUNK);
        }
    }

    private void complete(KeyCheck check) {
        transactions.executeWithoutResult(transaction -> {
            if (checks.end(check.id(), KeyCheckStatus.COMPLETED, clock.instant(), null)) {
                auditLog.record(
                        Actor.PORTAL,
                        new KeyCheckAction.Completed(check.suggestionId(), devices.keys(check.suggestionId())));
            }
        });
        announce(check);
    }

    private void fail(KeyCheck check, String reason, RuntimeException fault, BooleanSupplier stopping) {
        if (stopping.getAsBoolean() || PassingFaults.arePassing(fault)) {
            throw fault;
        }
        log.atWarn().setCause(fault).addKeyValue("keyCheck", check.id()).log("Key check failed");
        transactions.executeWithoutResult(transaction -> {
            if (checks.end(check.id(), KeyCheckStatus.FAILED, clock.instant(), reason)) {
                auditLog.record(
                        Actor.PORTAL,
                        new KeyCheckAction.Failed(
                                check.suggestionId(),
                                reason,
                                GraphPermissionMissingException.permissionIn(fault)
                                        .orElse(null)));
            }
        });
        announce(check);
    }

    private void announce(KeyCheck check) {
        try {
            events.publishEvent(new KeyCheckChanged(check.suggestionId()));
        } catch (RuntimeException e) {
            // A page that cannot follow is no reason to stop.
            log.atWarn().setCause(e).addKeyValue("keyCheck", check.id()).log("A follower of the key check failed");
        }
    }
}
