package org.deviceoffboarding.remediation;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.delegation.ActionIdentityService;
import org.deviceoffboarding.delegation.ActionSignInPerson;
import org.deviceoffboarding.evaluation.Freshness;
import org.deviceoffboarding.exception.register.ExceptionKind;
import org.deviceoffboarding.exception.register.ExceptionReach;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.exception.register.ExceptionTarget;
import org.deviceoffboarding.exception.register.ExceptionUploadService;
import org.deviceoffboarding.exception.register.NewException;
import org.deviceoffboarding.exception.register.ReviewedExceptionService;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.remediation.approval.ApprovalService;
import org.deviceoffboarding.remediation.approval.OwnersRules;
import org.deviceoffboarding.remediation.approval.RemediationRules;
import org.deviceoffboarding.remediation.asking.NewRequest;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.query.RequestedDeviceFilter;
import org.deviceoffboarding.remediation.recheck.RecheckService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.upload.IdUploadService;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do with many devices at once, in a tenant that is made up in the database, and how long each part takes. */
public final class ManyAtOnce implements AutoCloseable {

    private static final List<String> ROLES = List.of(Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER);

    private final RemediationTestBed testBed = new RemediationTestBed(50, false);
    private final ConfigurableApplicationContext portal;
    private final JdbcClient jdbc = testBed.jdbc();
    private final ActionSignInPerson approver;
    private final long suggestion;
    private final long run;

    /** @param flagged how many of the devices are in one suggestion */
    public ManyAtOnce(int devices, int flagged) {
        portal = HeadlessPortal.start(testBed.settings());
        portal.getBean(Scheduler.class).stop(); // nothing is sent
        OwnersRules.set(jdbc, 1, RemediationRules.MOST, RemediationRules.MOST);
        FlaggedTenant tenant = FlaggedTenant.removed(jdbc);
        suggestion = tenant.suggestionId();
        run = tenant.runId();
        tenant.many(devices, flagged);
        approver = ActionSignInPerson.of(testBed.tenant(), "approver");
        As.person(
                approver.actor(),
                ROLES,
                () -> portal.getBean(ActionIdentityService.class).lend(approver.consent()));
    }

    /** Does all of it with so many devices, and returns the milliseconds of each part in their order. */
    public Map<String, Long> measure(int devices) {
        return As.person(DemoRuns.OPERATOR, ROLES, () -> {
            Map<String, Long> parts = new LinkedHashMap<>();
            requests(devices, parts);
            uploads(devices, parts);
            exceptions(devices, parts);
            return parts;
        });
    }

    private void requests(int devices, Map<String, Long> parts) {
        SuggestionService suggestions = portal.getBean(SuggestionService.class);
        RequestSubmissionService submissions = portal.getBean(RequestSubmissionService.class);
        RequestQueryService requests = portal.getBean(RequestQueryService.class);
        RecheckService rechecks = portal.getBean(RecheckService.class);
        timed(
                parts,
                "Devices: select all that match",
                () -> portal.getBean(DeviceService.class).ids(DeviceFilter.NONE, devices));
        List<UUID> ids = timed(
                        parts,
                        "suggestion: select all that match",
                        () -> suggestions.foundDevices(suggestion, "", devices))
                .stream()
                .map(device -> device.objectId())
                .toList();
        timed(parts, "the suggestion that all are in", () -> suggestions.withAll(java.util.Set.copyOf(ids)));
        timed(parts, "dialog: each looked at", () -> submissions.preview(Action.DISABLE, ids));
        timed(parts, "dialog: 50 of them shown", () -> submissions.devices(Action.DISABLE, ids.subList(0, 50)));
        ChangeRequest first = timed(parts, "asked for", () -> submissions.ask(wanted(ids)));
        timed(parts, "request: risk", () -> requests.risk(first));
        timed(parts, "request: how far it is", () -> requests.progress(first));
        timed(
                parts,
                "request: 50 of its devices",
                () -> requests.devices(first.id(), RequestedDeviceFilter.NONE, PageRequest.ofSize(50)));
        timed(parts, "request: each looked at", () -> rechecks.of(first, Freshness.STORED));
        timed(parts, "withdrawn", () -> {
            submissions.withdraw(first.id());
            return first;
        });
        ChangeRequest second = submissions.ask(wanted(ids));
        As.person(approver.actor(), ROLES, () -> {
            timed(parts, "approved", () -> {
                portal.getBean(ApprovalService.class).approve(second.id(), "");
                return second;
            });
        });
        timed(parts, "stopped", () -> {
            submissions.stop(second.id());
            return second;
        });
    }

    private void uploads(int devices, Map<String, Long> parts) {
        byte[] file = jdbc
                .sql("select device_id from finding where run_id = :run order by object_id limit :devices")
                .param("run", run)
                .param("devices", devices)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        timed(
                parts,
                "upload of IDs checked",
                () -> portal.getBean(IdUploadService.class).check(file));
        String lines = new String(file, StandardCharsets.UTF_8)
                .lines()
                .map(id -> "device," + id + ",on leave,")
                .collect(Collectors.joining("\n"));
        timed(
                parts,
                "upload of exceptions checked",
                () -> portal.getBean(ExceptionUploadService.class).check(lines.getBytes(StandardCharsets.UTF_8)));
    }

    private void exceptions(int devices, Map<String, Long> parts) {
        ReviewedExceptionService reviewed = portal.getBean(ReviewedExceptionService.class);
        ExceptionService exceptions = portal.getBean(ExceptionService.class);
        ExceptionTarget pattern = exceptions.target(ExceptionKind.NAME_PATTERN, "LAPTOP-00*");
        timed(parts, "exception for a name pattern: what it leaves out", () -> reviewed.reach(List.of(pattern)));
        List<NewException> wanted = jdbc
                .sql("select object_id from finding where run_id = :run order by object_id limit :devices")
                .param("run", run)
                .param("devices", devices)
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> new NewException(ExceptionTarget.ofDevice(id, "LAPTOP"), "on leave", null, false))
                .toList();
        ExceptionReach reach = timed(
                parts,
                "exceptions: what they leave out",
                () -> reviewed.reach(new ArrayList<>(
                        wanted.stream().map(NewException::target).toList())));
        timed(parts, "exceptions: made", () -> reviewed.add(wanted, reach, Progress.UNSEEN));
        jdbc.sql("truncate device_exception cascade").update();
    }

    private NewRequest wanted(List<UUID> ids) {
        return new NewRequest(Action.DISABLE, ids, "They left", "a measurement", suggestion, 0, true, run);
    }

    private static <T> T timed(Map<String, Long> parts, String part, Supplier<T> what) {
        long begin = System.nanoTime();
        T result = what.get();
        parts.put(part, (System.nanoTime() - begin) / 1_000_000);
        return result;
    }

    @Override
    public void close() {
        portal.close();
        testBed.close();
    }
}
