package org.deviceoffboarding.remediation.execution;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.delegation.ActionIdentityService;
import org.deviceoffboarding.delegation.ActionSignInPerson;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.population.ChangedState;
import org.deviceoffboarding.demotenant.population.DeviceWrite;
import org.deviceoffboarding.demotenant.population.IdKind;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.playbook.TickedSteps;
import org.deviceoffboarding.remediation.approval.ApprovalService;
import org.deviceoffboarding.remediation.asking.NewRequest;
import org.deviceoffboarding.remediation.asking.NewestResult;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Change requests against the demo tenant, carried out step by step on the test's own thread: the queue stands still
 * meanwhile, and time passes by moving what is planned into the past.
 */
class DemoRequests {

    static final Actor OPERATOR = DemoRuns.OPERATOR;

    /** The tables of which no row can be deleted, each after those that name its rows. */
    static final List<String> KEPT_FOR_GOOD = List.of("requested_device", "deleted_device", "change_request");

    /** The others that requests leave something in, or go by. */
    static final List<String> OTHERS = List.of("disabled_device", "action_identity", "remediation_rules");

    private final DemoRuns portal;
    private final DemoTenant tenant;
    private final RequestSubmissionService submissions;
    private final ApprovalService approvals;
    private final ActionIdentityService identities;
    private final RequestJob job;
    private final Scheduler scheduler;
    private final JdbcClient jdbc;
    private boolean ran;

    DemoRequests(
            DemoRuns portal,
            DemoTenant tenant,
            RequestSubmissionService submissions,
            ApprovalService approvals,
            ActionIdentityService identities,
            RequestJob job,
            Scheduler scheduler,
            JdbcClient jdbc) {
        this.portal = portal;
        this.tenant = tenant;
        this.submissions = submissions;
        this.approvals = approvals;
        this.identities = identities;
        this.job = job;
        this.scheduler = scheduler;
        this.jdbc = jdbc;
    }

    /** Begins with a result, without any request, and with nothing changed in the tenant. */
    void startAfresh() {
        portal.startAfresh();
        forget();
        portal.haveResult();
        scheduler.pause();
    }

    /** Leaves nothing behind for other tests, also where the newest result goes by what was changed since. */
    void tidyUpWithRun() {
        ran = true;
        tidyUp();
    }

    /** Leaves nothing behind for other tests. */
    void tidyUp() {
        portal.faults().clear();
        portal.population().resetSwitches();
        forget();
        scheduler.resume();
        if (ran) {
            portal.run();
        }
        ran = false;
    }

    /** Signs a person of the demo tenant in for actions. */
    Actor lend(String person) {
        ActionSignInPerson lender = ActionSignInPerson.of(tenant, person);
        As.person(lender.actor(), () -> identities.lend(lender.consent()));
        return lender.actor();
    }

    void takeBack(Actor person) {
        As.person(person, () -> identities.takeBack());
    }

    /** Returns devices that the newest run flagged, in the order of their object IDs. */
    List<UUID> flagged(String situation, String platform, int limit) {
        return jdbc.sql("""
                select object_id from finding
                where run_id = (select max(id) from evaluation_run where status = 'COMPLETED')
                  and situation = :situation and platform = :platform and kind = 'ORDINARY' and enabled
                order by object_id limit :limit
                """)
                .param("situation", situation)
                .param("platform", platform)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Returns an iPhone that is well, with its record in Intune. */
    UUID inIntune() {
        return jdbc.sql("""
                select e.object_id from entra_device e
                join inventory i on i.run_id = e.run_id and i.published_at is not null
                join managed_device m on m.run_id = e.run_id and m.entra_device_id = e.device_id
                where e.operating_system = 'iOS' and e.account_enabled and m.management_state = 'managed'
                  and m.last_sync > now() - interval '20 days'
                order by e.object_id limit 1
                """).query(UUID.class).single();
    }

    /** Returns the Intune IDs of a device's records. */
    List<String> recordsOf(UUID objectId) {
        var device =
                Objects.requireNonNull(portal.population().findEntraDevice(IdKind.ENTRA_OBJECT, objectId.toString()));
        return portal.population().managedDevicesOf(device.deviceId()).stream()
                .map(record -> record.id())
                .toList();
    }

    ChangeRequest ask(Action action, List<UUID> devices) {
        if (action == Action.DELETE) {
            TickedSteps.everywhere(jdbc);
        }
        return As.person(
                OPERATOR,
                () -> submissions.ask(
                        new NewRequest(action, devices, "They left", "a test", null, 0, false, NewestResult.of(jdbc))));
    }

    /** Asks, approves as a person who has signed in for actions, and returns the request's ID. */
    long approved(Action action, List<UUID> devices, Actor approver) {
        long id = ask(action, devices).id();
        As.person(approver, () -> approvals.approve(id, ""));
        return id;
    }

    /** Carries out what is due now; returns when to go on. */
    @Nullable
    Instant goOn(long request) {
        return job.execute(request, () -> false);
    }

    /** Lets everything come due that is planned, again and again, until the request has ended or waits for a person. */
    void carryOut(long request) {
        for (int round = 0; round < 100; round++) {
            if (goOn(request) == null) {
                return;
            }
            letTimePass(request);
        }
        throw new AssertionError("Request " + request + " does not end: " + states(request));
    }

    void letTimePass(long request) {
        jdbc.sql("update requested_device set due_at = now() - interval '1 second' where request_id = :request")
                .param("request", request)
                .update();
        jdbc.sql(
                        "update change_request set slot_at = now() - interval '1 second' where id = :request and slot_at is not null")
                .param("request", request)
                .update();
        jdbc.sql("delete from write_pace").update();
        jdbc.sql("delete from write_slot").update();
    }

    /** Lets devices that were sent have been read as if nothing was done to them, as Entra shows it for some time. */
    void seemNotDone(long request) {
        jdbc.sql("update requested_device set state = 'WAITING' where request_id = :request and state = 'SENT'")
                .param("request", request)
                .update();
        letTimePass(request);
    }

    /** Lets an hour and more pass since devices were accepted. */
    void letAnHourPass(long request) {
        jdbc.sql(
                        "update requested_device set accepted_at = now() - interval '61 minutes' where request_id = :request and accepted_at is not null")
                .param("request", request)
                .update();
        letTimePass(request);
    }

    /** Returns the states of a request's devices, each once. */
    Set<String> states(long request) {
        return Set.copyOf(jdbc.sql("select distinct state from requested_device where request_id = :request")
                .param("request", request)
                .query(String.class)
                .list());
    }

    String detail(long request, UUID device) {
        return jdbc.sql("select detail from requested_device where request_id = :request and object_id = :device")
                .param("request", request)
                .param("device", device)
                .query(String.class)
                .single();
    }

    String state(long request, UUID device) {
        return jdbc.sql("select state from requested_device where request_id = :request and object_id = :device")
                .param("request", request)
                .param("device", device)
                .query(String.class)
                .single();
    }

    String status(long request) {
        return jdbc.sql("select status from change_request where id = :request")
                .param("request", request)
                .query(String.class)
                .single();
    }

    String problem(long request) {
        return jdbc.sql("select coalesce(problem, '') from change_request where id = :request")
                .param("request", request)
                .query(String.class)
                .single();
    }

    /** Returns the details of the newest entry of an action. */
    String details(String action) {
        return jdbc.sql("select details::text from audit_entry where action = :action order by id desc limit 1")
                .param("action", action)
                .query(String.class)
                .single();
    }

    /** Returns what the audit log says of a device, the oldest first, with who did it. */
    List<String> audit(UUID device) {
        return jdbc.sql("""
                select action || ' by ' || split_part(actor_name, '@', 1) from audit_entry where subject = :subject order by id
                """)
                .param("subject", "device:" + device)
                .query(String.class)
                .list();
    }

    /** Returns devices, other than Windows, that were silent for months. */
    List<UUID> silent(int limit) {
        return jdbc.sql("""
                select object_id from finding
                where run_id = (select max(id) from evaluation_run where status = 'COMPLETED')
                  and situation in ('SILENT_EVERYWHERE', 'SILENT_AND_UNMANAGED') and platform <> 'WINDOWS'
                  and join_type in ('AzureAd', 'Workplace') and kind = 'ORDINARY' and enabled
                order by object_id limit :limit
                """).param("limit", limit).query(UUID.class).list();
    }

    /** Lets somebody tick all that playbooks require. */
    void tick() {
        TickedSteps.everywhere(jdbc);
    }

    /** Lets somebody take the ticks of a step back. */
    void untick(String step) {
        jdbc.sql("delete from step_tick where step = :step").param("step", step).update();
    }

    /** Lets devices have been disabled by this portal so many days ago, and a run find them ready to delete. */
    void readyToDelete(List<UUID> devices, int daysAgo) {
        letHaveBeenDisabled(devices, daysAgo);
        run();
    }

    void letHaveBeenDisabled(List<UUID> devices, int daysAgo) {
        jdbc.sql(
                        "update disabled_device set disabled_at = now() - make_interval(days => :days) where object_id = any(:devices)")
                .param("days", daysAgo)
                .param("devices", devices.toArray(UUID[]::new))
                .update();
    }

    /** Runs the agent, and carries no request out meanwhile; returns what became of the run. */
    RunStatus run() {
        ran = true;
        jdbc.sql(
                        "update scheduled_tasks set execution_time = now() + interval '1 day' where task_name = 'change-request'")
                .update();
        scheduler.resume();
        Run run = portal.run();
        scheduler.pause();
        return run.status();
    }

    /** What requests did to the tenant is undone there, and forgotten here. */
    private void forget() {
        jdbc.sql("select distinct object_id from requested_device")
                .query(UUID.class)
                .list()
                .forEach(this::restoreInTenant);
        jdbc.sql("truncate " + String.join(", ", KEPT_FOR_GOOD)).update();
        OTHERS.forEach(table -> jdbc.sql("delete from " + table).update());
        portal.takeDecisionsBack();
        jdbc.sql("delete from scheduled_tasks where task_name = 'change-request'")
                .update();
        forgetChanges();
    }

    /** Lets the inventory and the newest result say of devices what they said before; those that were deleted a run finds. */
    private void forgetChanges() {
        jdbc.sql("""
                update entra_device set account_enabled = true
                where object_id in (select object_id from verified_change where kind <> 'TAKEN_OVER')
                """).update();
        jdbc.sql("""
                update finding
                set enabled = true, portal_change = null, portal_changed_at = null, portal_verified_at = null,
                    portal_request_id = null
                where portal_change is not null
                """).update();
        jdbc.sql("delete from verified_change").update();
    }

    void restoreInTenant(UUID objectId) {
        ChangedState state = inEntra(objectId);
        if (!state.present()) {
            somebody(DeviceWrite.What.RESTORED, objectId);
        }
        if (Boolean.FALSE.equals(state.enabled())) {
            somebody(DeviceWrite.What.ENABLED, objectId);
        }
    }

    /** Lets somebody else change a device in Entra. */
    void somebody(DeviceWrite.What what, UUID objectId) {
        Instant now = Instant.now();
        portal.population()
                .changes()
                .write(number(objectId), new DeviceWrite(what, now, now, "somebody@contoso.example", Map.of()));
    }

    /** Returns who changed a device in Entra, the first first. */
    List<String> writers(UUID objectId) {
        return portal.population().changes().history(number(objectId)).stream()
                .map(DeviceWrite::by)
                .toList();
    }

    /** Returns how a device is in Entra. */
    ChangedState inEntra(UUID objectId) {
        return portal.population().changes().current(number(objectId));
    }

    /** Lets the newest run not have flagged a device. */
    void forgetFinding(UUID objectId) {
        ran = true;
        jdbc.sql("delete from finding where object_id = :object")
                .param("object", objectId)
                .update();
    }

    private int number(UUID objectId) {
        return Objects.requireNonNull(portal.population().findEntraDevice(IdKind.ENTRA_OBJECT, objectId.toString()))
                .number();
    }
}
