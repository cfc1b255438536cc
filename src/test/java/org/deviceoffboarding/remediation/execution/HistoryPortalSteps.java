package org.deviceoffboarding.remediation.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.evaluation.Freshness;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.playbook.TickedSteps;
import org.deviceoffboarding.remediation.approval.ApprovalService;
import org.deviceoffboarding.remediation.asking.NewRequest;
import org.deviceoffboarding.remediation.asking.NewestResult;
import org.deviceoffboarding.remediation.asking.Preview;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.recheck.Recheck;
import org.deviceoffboarding.remediation.recheck.RecheckService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do with the portal in a history. Each step says what it did; nothing where it had nothing to do. */
class HistoryPortalSteps {

    private final DemoRequests requests;
    private final RequestSubmissionService submissions;
    private final RequestQueryService queries;
    private final RecheckService rechecks;
    private final ApprovalService approvals;
    private final JdbcClient jdbc;
    private final HistoryDecisions decisions;
    private final HistoryPick pick;
    private final List<HistoryDevice> devices;
    private final Random random;
    private final Actor approver;

    HistoryPortalSteps(
            DemoRequests requests,
            RequestSubmissionService submissions,
            RequestQueryService queries,
            RecheckService rechecks,
            ApprovalService approvals,
            JdbcClient jdbc,
            HistoryDecisions decisions,
            HistoryPick pick) {
        this.requests = requests;
        this.submissions = submissions;
        this.queries = queries;
        this.rechecks = rechecks;
        this.approvals = approvals;
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.pick = pick;
        this.devices = pick.devices();
        this.random = pick.random();
        this.approver = requests.lend("approver");
    }

    @Nullable
    String asked() {
        Action action = List.of(
                        Action.DISABLE, Action.DISABLE, Action.ENABLE, Action.DELETE, Action.DELETE, Action.RESTORE)
                .get(random.nextInt(6));
        if (action == Action.DELETE) {
            TickedSteps.everywhere(jdbc);
        }
        Preview preview = submissions.preview(action, ids());
        List<UUID> allowed = new ArrayList<>(preview.objectIds());
        if (allowed.isEmpty() || !preview.hindrance().isEmpty()) {
            return null;
        }
        Collections.sort(allowed); // so that a seed always tells the same
        Collections.shuffle(allowed, random);
        List<UUID> some = allowed.subList(0, 1 + random.nextInt(allowed.size()));
        int finalOnes = submissions.preview(action, some).finalOnes();
        ChangeRequest asked = As.person(
                DemoRequests.OPERATOR,
                () -> submissions.ask(new NewRequest(
                        action, some, "They left", "a test", null, finalOnes, false, NewestResult.of(jdbc))));
        return "request " + asked.id() + ": " + action + " " + names(some);
    }

    @Nullable
    String approved() {
        Long id = any("WAITING");
        if (id == null) {
            return null;
        }
        Recheck recheck = rechecks.of(queries.get(id).orElseThrow(), Freshness.NOW);
        try {
            As.person(approver, () -> approvals.approve(id, "", recheck.leftAloneIds()));
            return "request " + id + " is approved, without " + names(recheck.leftAloneIds());
        } catch (RequestRefusedException e) {
            return "request " + id + " is not approved: " + e.getMessage();
        }
    }

    @Nullable
    String rejected() {
        Long id = any("WAITING");
        if (id == null) {
            return null;
        }
        As.person(approver, () -> approvals.reject(id, "not now"));
        return "request " + id + " is rejected";
    }

    @Nullable
    String withdrawn() {
        Long id = any("WAITING");
        if (id == null) {
            return null;
        }
        As.person(DemoRequests.OPERATOR, () -> submissions.withdraw(id));
        return "request " + id + " is withdrawn";
    }

    @Nullable
    String stopped() {
        Long id = any("RUNNING");
        if (id == null) {
            return null;
        }
        As.person(DemoRequests.OPERATOR, () -> submissions.stop(id));
        return "request " + id + " is stopped";
    }

    @Nullable
    String goesOn() {
        Long id = any("RUNNING");
        if (id == null) {
            return null;
        }
        requests.letTimePass(id);
        requests.goOn(id);
        return "request " + id + " goes on: " + requests.states(id);
    }

    @Nullable
    String carriedOut() {
        Long id = any("RUNNING");
        if (id == null) {
            return null;
        }
        for (int round = 0; round < 8 && requests.goOn(id) != null; round++) {
            requests.letTimePass(id);
        }
        return "request " + id + " is carried out: " + requests.states(id);
    }

    @Nullable
    String triedAgain() {
        Long id = any("BLOCKED");
        if (id == null) {
            return null;
        }
        As.person(approver, () -> approvals.tryAgain(id));
        return "request " + id + " is tried again";
    }

    String newThresholds() {
        JudgingRules changed =
                switch (random.nextInt(6)) {
                    case 0 -> JudgingRules.defaults().withSilentAfter(Duration.ofDays(3_000));
                    case 1 -> JudgingRules.defaults().withSilentAfter(Duration.ofDays(30));
                    case 2 -> JudgingRules.defaults().withLookBack(Duration.ofDays(1));
                    case 3 -> JudgingRules.defaults().withGracePeriod(Duration.ofDays(random.nextBoolean() ? 1 : 60));
                    case 4 -> {
                        Set<Situation> some = new HashSet<>(Set.of(Situation.values()));
                        some.remove(Situation.values()[random.nextInt(Situation.values().length)]);
                        yield JudgingRules.defaults().withSituations(some);
                    }
                    default -> JudgingRules.defaults();
                };
        decisions.change(changed);
        return "thresholds: silent after " + changed.silentAfter().toDays() + " days, looking back "
                + changed.lookBack().toDays() + ", grace "
                + changed.gracePeriod().toDays() + ", "
                + changed.situations();
    }

    String newInstructions() {
        Map<String, Set<String>> platforms = new LinkedHashMap<>();
        Set<UUID> without = new HashSet<>();
        Set<UUID> only = new HashSet<>();
        switch (random.nextInt(6)) {
            case 0 -> platforms.put("macOS", Set.of("MacOS", "MacMDM"));
            case 1 -> platforms.put("iOS", Set.of("iOS", "IPad", "IPhone"));
            case 2 -> without.addAll(some(4));
            case 3 -> only.addAll(some(10));
            default -> {}
        }
        decisions.instruct(platforms, without, only);
        return "instructions: no " + platforms.keySet() + ", without " + names(without) + ", only " + names(only);
    }

    String exception() {
        UUID device = pick.any().id();
        if (decisions.isExcepted(device)) {
            decisions.lift(device);
            return "the exception of " + names(List.of(device)) + " is lifted";
        }
        decisions.except(device);
        return "an exception for " + names(List.of(device));
    }

    List<UUID> ids() {
        return devices.stream().map(HistoryDevice::id).toList();
    }

    private Set<UUID> some(int count) {
        List<UUID> all = new ArrayList<>(ids());
        Collections.shuffle(all, random);
        return Set.copyOf(all.subList(0, count));
    }

    private String names(Iterable<UUID> some) {
        List<Integer> numbers = new ArrayList<>();
        some.forEach(id -> numbers.add(ids().indexOf(id)));
        Collections.sort(numbers);
        return numbers.toString();
    }

    private @Nullable Long any(String status) {
        List<Long> ids = jdbc.sql("select id from change_request where status = :status order by id")
                .param("status", status)
                .query(Long.class)
                .list();
        return ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
    }
}
