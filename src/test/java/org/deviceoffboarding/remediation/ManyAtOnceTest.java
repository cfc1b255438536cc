package org.deviceoffboarding.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.exception.register.ExceptionFilter;
import org.deviceoffboarding.exception.register.ExceptionKind;
import org.deviceoffboarding.exception.register.ExceptionReach;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.exception.register.ExceptionTarget;
import org.deviceoffboarding.exception.register.NewException;
import org.deviceoffboarding.exception.register.ReviewedExceptionService;
import org.deviceoffboarding.remediation.approval.OwnersRules;
import org.deviceoffboarding.remediation.asking.NewRequest;
import org.deviceoffboarding.remediation.asking.Preview;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceTally;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What is done with more devices than are looked at together, and what happens in between. */
class ManyAtOnceTest {

    private static final List<String> OPERATOR = List.of(Roles.READER, Roles.OPERATOR);
    private static final int DEVICES = 4_100;

    private static RemediationTestBed testBed;
    private static ConfigurableApplicationContext portal;
    private static FlaggedTenant tenant;
    private static long newerRun;
    private static List<UUID> devices;
    private static RequestSubmissionService submissions;
    private static ReviewedExceptionService reviewed;

    private long entriesBefore;

    @BeforeAll
    static void haveManyFlaggedDevices() {
        testBed = new RemediationTestBed(50, false);
        portal = HeadlessPortal.start(testBed.settings());
        portal.getBean(Scheduler.class).stop();
        submissions = portal.getBean(RequestSubmissionService.class);
        reviewed = portal.getBean(ReviewedExceptionService.class);
        OwnersRules.set(testBed.jdbc(), 1, DEVICES, DEVICES);
        tenant = FlaggedTenant.removed(testBed.jdbc());
        newerRun = FlaggedTenant.removed(testBed.jdbc()).runId();
        publish(tenant.runId());
        tenant.many(DEVICES + 100, DEVICES);
        devices = tenant.all();
    }

    @AfterAll
    static void stop() {
        portal.close();
        testBed.close();
    }

    @BeforeEach
    void beginAfresh() {
        publish(tenant.runId());
        testBed.jdbc()
                .sql("truncate change_request, requested_device, device_exception, disabled_device cascade")
                .update();
        entriesBefore = testBed.count("select count(*) from audit_entry");
    }

    /** Lets the result of one of the two runs count. */
    private static void publish(long run) {
        testBed.jdbc().sql("""
                update evaluation_run set status = case when id = :newer and :run <> :newer then 'RUNNING' else 'COMPLETED' end,
                    finished_at = case when id = :newer and :run <> :newer then null else now() end
                """).param("newer", newerRun).param("run", run).update();
        testBed.jdbc().sql("update inventory set published_at = null").update();
        testBed.jdbc()
                .sql("update inventory set published_at = now() where run_id = :run")
                .param("run", run)
                .update();
    }

    @Test
    void manyAreLookedAtAsFewAre() {
        tenant.disabled(devices.get(7), "LAPTOP-8", 3);
        except(devices.get(2_500));
        List<UUID> mixed = new ArrayList<>(devices);
        mixed.add(1_000, UUID.randomUUID());
        mixed.add(devices.get(3)); // named twice

        Preview all = asOperator(() -> submissions.preview(Action.DISABLE, mixed));

        List<UUID> allowed = new ArrayList<>();
        List<Preview.Refused> refused = new ArrayList<>();
        DeviceTally tally = DeviceTally.NONE;
        for (int from = 0; from < mixed.size() - 1; from += 500) {
            List<UUID> few = mixed.subList(from, Math.min(from + 500, mixed.size() - 1));
            Preview part = asOperator(() -> submissions.preview(Action.DISABLE, few));
            allowed.addAll(part.objectIds());
            refused.addAll(part.refused());
            tally = tally.plus(part.tally());
        }
        assertThat(all.objectIds()).isEqualTo(allowed).hasSize(DEVICES - 1);
        assertThat(all.refused()).isEqualTo(refused).hasSize(2);
        assertThat(all.tally()).isEqualTo(tally);
    }

    @Test
    void whatIsStoredOfManyIsWhatWasAskedFor() {
        ChangeRequest request = ask(Progress.UNSEEN);

        assertThat(request.devices()).isEqualTo(DEVICES);
        assertThat(testBed.jdbc()
                        .sql("select object_id from requested_device where request_id = :id order by name, object_id")
                        .param("id", request.id())
                        .query(UUID.class)
                        .list())
                .isEqualTo(devices);
        assertThat(testBed.count("select count(*) from requested_device d join entra_device e using (object_id)"
                        + " where d.device_id = e.device_id and d.name = e.display_name and d.state = 'WAITING'"))
                .isEqualTo(DEVICES);
        assertThat(testBed.count("select count(*) from audit_entry where action = 'request.asked' and id > "
                        + "(select max(id) from audit_entry) - 5 and details -> 'part' ->> 'of' = '" + DEVICES + "'"))
                .as("entries that name up to 1,000 devices each")
                .isEqualTo(5);
        assertThat(testBed.count("select count(*) from audit_entry")).isEqualTo(entriesBefore + 5);
        assertThat(testBed.count(
                        "select count(distinct d.object_id) from audit_entry_device d join audit_entry e on e.id = d.entry_id"
                                + " join requested_device r on r.object_id = d.object_id and r.device_id = d.device_id and r.name = d.name"
                                + " where e.subject = 'request:" + request.id() + "'"))
                .isEqualTo(DEVICES);
    }

    @Test
    void nothingOfManyIsStoredWhereARunPublishesInBetween() {
        assertThatThrownBy(() -> ask(once(() -> publish(newerRun))))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("newer run has replaced");

        assertNothingIsStored();
    }

    @Test
    void nothingOfManyIsStoredWhereAnExceptionIsMadeInBetween() {
        assertThatThrownBy(() -> ask(once(() -> except(devices.getLast()))))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("this has changed for 1 device");

        assertNothingIsStored();
    }

    @Test
    void nothingOfManyIsStoredWhereTheDatabaseIsCutInBetweenAndAskedAgainAllIs() {
        assertThatThrownBy(() -> ask(once(this::cut))).isNotInstanceOf(RequestRefusedException.class);
        assertNothingIsStored();

        ask(Progress.UNSEEN);

        assertThat(testBed.count("select count(*) from requested_device")).isEqualTo(DEVICES);
    }

    @Test
    void noneOfManyExceptionsIsMadeWhereTheDatabaseIsCutInBetweenAndAskedAgainAllAre() {
        List<NewException> all = devices.stream()
                .map(id -> new NewException(ExceptionTarget.ofDevice(id, "LAPTOP"), "on leave", null, false))
                .toList();
        ExceptionReach seen = asOperator(
                () -> reviewed.reach(all.stream().map(NewException::target).toList()));
        assertThat(seen.devices()).hasSize(DEVICES);

        assertThatThrownBy(() -> asOperator(() -> reviewed.importAll("leave.csv", all, seen, once(this::cut))));

        assertThat(exceptions()).isZero();
        asOperator(() -> reviewed.importAll("leave.csv", all, seen, Progress.UNSEEN));
        assertThat(exceptions()).isEqualTo(DEVICES);
        assertThat(testBed.count("select count(distinct e.id) from device_exception e join audit_entry a on a.id > "
                        + entriesBefore + " and a.action = 'exception.added'"
                        + " and position(e.target in a.summary) > 0"))
                .as("each is on record")
                .isEqualTo(DEVICES);
    }

    @Test
    void whatAPatternLeavesOutOfManyIsWhatExceptionsForEachDeviceDo() {
        List<UUID> some = devices.subList(0, 999); // LAPTOP-0000001 to LAPTOP-0000999

        ExceptionReach each = asOperator(() -> reviewed.reach(
                some.stream().map(id -> ExceptionTarget.ofDevice(id, "any")).toList()));
        ExceptionReach pattern = asOperator(() -> reviewed.reach(
                List.of(portal.getBean(ExceptionService.class).target(ExceptionKind.NAME_PATTERN, "LAPTOP-0000*"))));

        assertThat(each).isEqualTo(pattern);
        assertThat(each.devices()).hasSize(999);
    }

    private ChangeRequest ask(Progress progress) {
        return asOperator(() -> submissions.ask(wanted(), progress));
    }

    private NewRequest wanted() {
        return new NewRequest(
                Action.DISABLE, devices, "They left", "a test", tenant.suggestionId(), 0, true, tenant.runId());
    }

    private void except(UUID device) {
        As.person(
                new Actor("owner", "Owner"),
                OPERATOR,
                () -> portal.getBean(ExceptionService.class)
                        .add(List.of(new NewException(ExceptionTarget.ofDevice(device, "any"), "kept", null, false))));
    }

    /** Does something once the first of several pages was looked at, beside the transaction that goes on. */
    private static Progress once(Runnable what) {
        AtomicBoolean done = new AtomicBoolean();
        return (looked, all) -> {
            if (looked > 0 && done.compareAndSet(false, true)) {
                Thread beside = Thread.ofPlatform().start(what);
                try {
                    beside.join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private void cut() {
        testBed.count(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'");
    }

    private void assertNothingIsStored() {
        assertThat(testBed.count("select count(*) from change_request")).isZero();
        assertThat(testBed.count("select count(*) from requested_device")).isZero();
    }

    private long exceptions() {
        return asOperator(() -> portal.getBean(ExceptionService.class).count(ExceptionFilter.NONE));
    }

    private static <T> T asOperator(Supplier<T> what) {
        return As.person(DemoRuns.OPERATOR, OPERATOR, what);
    }
}
