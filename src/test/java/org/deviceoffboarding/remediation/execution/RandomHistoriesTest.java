package org.deviceoffboarding.remediation.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.DeviceWrite.What;
import org.deviceoffboarding.demotenant.population.ExpectedSituation;
import org.deviceoffboarding.demotenant.population.ObjectKind;
import org.deviceoffboarding.demotenant.population.Population;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.evaluation.rules.RulesService;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.instruction.version.InstructionService;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.remediation.approval.ApprovalService;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.recheck.RecheckService;
import org.deviceoffboarding.removed.DisabledDeviceService;
import org.deviceoffboarding.safeguard.LooseningService;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/**
 * Whatever happens to devices, in any order, in the tenant and in the portal: {@link HistoryInvariants} hold after every step.
 * Seeds are fixed; {@code -Dhistories.seeds=1000-1100} tries others, and {@code -Dhistories.steps} makes histories longer.
 */
@DemoPortal
@WithMockUser(
        username = "owner",
        roles = {"OWNER", "APPROVER", "OPERATOR", "READER"})
class RandomHistoriesTest {

    private static final int STEPS = Integer.getInteger("histories.steps", 30);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DemoRuns portal;

    @Autowired
    private DeviceService deviceList;

    @Autowired
    private RunService runs;

    @Autowired
    private SuggestionService suggestions;

    @Autowired
    private LeftOutService leftOut;

    @Autowired
    private RequestSubmissionService submissions;

    @Autowired
    private RequestQueryService queries;

    @Autowired
    private RecheckService rechecks;

    @Autowired
    private ApprovalService approvals;

    @Autowired
    private DisabledDeviceService disabledDevices;

    @Autowired
    private RulesService rules;

    @Autowired
    private InstructionService instructions;

    @Autowired
    private ExceptionService exceptions;

    @Autowired
    private LooseningService loosenings;

    @Autowired
    private JdbcClient jdbc;

    private final List<String> told = new ArrayList<>();

    private DemoRequests requests;
    private HistoryDecisions decisions;
    private List<HistoryDevice> devices = List.of();

    @SuppressWarnings("NullAway.Init") // each history begins with its own, as the next
    private HistoryTruth truth;

    @SuppressWarnings("NullAway.Init")
    private HistoryLedger ledger;

    private HistoryTimes times;

    static LongStream seeds() {
        String[] range = System.getProperty("histories.seeds", "1-2").split("-");
        return LongStream.rangeClosed(Long.parseLong(range[0]), Long.parseLong(range[range.length - 1]));
    }

    @BeforeEach
    void startAfresh() {
        requests = context.getAutowireCapableBeanFactory().createBean(DemoRequests.class);
        decisions = new HistoryDecisions(rules, instructions, exceptions, loosenings);
        times = new HistoryTimes(jdbc);
        requests.startAfresh();
    }

    @AfterEach
    void takeEverythingBack() {
        population().resetSwitches();
        population().changes().showAll();
        devices.forEach(device -> requests.restoreInTenant(device.id()));
        decisions.takeAllBack();
        times.forget(population(), devices);
        requests.tidyUpWithRun();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverHappensTheRightDeviceIsTouchedAndEverythingSaysSo(long seed) {
        Random random = new Random(seed);
        begin(random);
        HistoryInvariants invariants = new HistoryInvariants(
                new HistoryPages(deviceList, runs, suggestions, leftOut, disabledDevices),
                submissions,
                queries,
                jdbc,
                truth,
                ledger,
                devices);
        invariants.begin();
        Map<Supplier<String>, Integer> steps = steps(random);
        try {
            for (int step = 0; step < STEPS; step++) {
                told.add(next(steps, random));
                invariants.hold();
            }
        } catch (Throwable e) {
            throw new AssertionError(
                    "Seed " + seed + " ends after\n  " + String.join("\n  ", told) + "\nwith: " + e.getMessage(), e);
        }
    }

    private void begin(Random random) {
        devices = pick(random);
        truth = new HistoryTruth(population(), decisions, devices);
        ledger = new HistoryLedger(population(), devices);
        truth.read();
        for (HistoryDevice device : devices) {
            DemoEntraDevice entra = truth.entra(device);
            told.add("device " + devices.indexOf(device) + ": " + entra.kind() + " " + entra.operatingSystem() + ", "
                    + entra.situation() + " " + device.id());
        }
    }

    /** A few of each sort: well, removed, broken, silent, and those that nothing may be done to. */
    private List<HistoryDevice> pick(Random random) {
        List<HistoryDevice> picked = new ArrayList<>();
        pick(picked, 5, random, ordinary(ExpectedSituation.NONE).and(device -> records(device) == 1));
        pick(picked, 3, random, ordinary(ExpectedSituation.REMOVED_FROM_INTUNE));
        pick(picked, 1, random, ordinary(ExpectedSituation.BROKEN_LINK));
        pick(picked, 3, random, ordinary(ExpectedSituation.SILENT_EVERYWHERE));
        pick(picked, 2, random, ordinary(ExpectedSituation.SILENT_AND_UNMANAGED));
        pick(picked, 1, random, device -> device.kind() == ObjectKind.HYBRID && isFlagged(device));
        pick(picked, 1, random, device -> device.kind() == ObjectKind.TEAMS_PHONE && isFlagged(device));
        return picked;
    }

    private void pick(List<HistoryDevice> picked, int count, Random random, Predicate<DemoEntraDevice> wanted) {
        int size = population().size();
        int last = picked.size() + count;
        for (int number = random.nextInt(size); picked.size() < last; number = (number + 1) % size) {
            DemoEntraDevice device = population().entraDevice(number, Instant.MAX);
            if (device != null
                    && device.state().present()
                    && device.accountEnabled()
                    && wanted.test(device)
                    && picked.stream().noneMatch(other -> other.number() == device.number())) {
                picked.add(HistoryDevice.of(device));
            }
        }
    }

    private static Predicate<DemoEntraDevice> ordinary(ExpectedSituation situation) {
        return device -> device.kind() == ObjectKind.ORDINARY
                && device.situation() == situation
                && device.deviceId().matches("[1-9a-f].*");
    }

    private static boolean isFlagged(DemoEntraDevice device) {
        return device.situation() != ExpectedSituation.NONE;
    }

    private int records(DemoEntraDevice device) {
        return population().managedDevicesOf(device.deviceId()).size();
    }

    private Map<Supplier<String>, Integer> steps(Random random) {
        HistoryPick pick = new HistoryPick(devices, random, jdbc);
        HistoryTenantSteps tenant = new HistoryTenantSteps(population(), portal.faults(), truth, pick);
        HistoryPortalSteps people =
                new HistoryPortalSteps(requests, submissions, queries, rechecks, approvals, jdbc, decisions, pick);
        Map<Supplier<String>, Integer> steps = new LinkedHashMap<>();
        steps.put(tenant::enrolled, 2);
        steps.put(tenant::removed, 4);
        steps.put(tenant::hidden, 1);
        steps.put(tenant::renamed, 1);
        steps.put(tenant::losesItsDeviceId, 2);
        steps.put(tenant::namesAnother, 2);
        steps.put(tenant::namesItAgain, 1);
        steps.put(tenant::isShared, 2);
        steps.put(tenant::isLeaving, 1);
        steps.put(tenant::isHeardOf, 1);
        steps.put(tenant::isManagedByAnother, 1);
        steps.put(() -> tenant.somebody(What.DISABLED), 3);
        steps.put(() -> tenant.somebody(What.ENABLED), 3);
        steps.put(() -> tenant.somebody(What.DELETED), 1);
        steps.put(() -> tenant.somebody(What.RESTORED), 1);
        steps.put(tenant::entraIsOdd, 2);
        steps.put(tenant::listsLag, 1);
        List<Supplier<String>> others = new ArrayList<>(steps.keySet());
        others.addAll(List.of(
                people::exception,
                people::exception,
                people::exception,
                people::newInstructions,
                people::newThresholds));
        steps.put(() -> meanwhile(people, others, random), 12);
        steps.put(people::asked, 10);
        steps.put(people::approved, 10);
        steps.put(people::rejected, 1);
        steps.put(people::withdrawn, 1);
        steps.put(people::stopped, 1);
        steps.put(people::goesOn, 4);
        steps.put(people::carriedOut, 8);
        steps.put(people::triedAgain, 3);
        steps.put(people::newThresholds, 2);
        steps.put(people::newInstructions, 2);
        steps.put(people::exception, 3);
        steps.put(this::runs, 7);
        steps.put(() -> timePasses(tenant, Duration.ofMinutes(61)), 3);
        steps.put(() -> timePasses(tenant, Duration.ofDays(31)), 2);
        return steps;
    }

    /** Takes steps by their weight until one has something to do. */
    private static String next(Map<Supplier<String>, Integer> steps, Random random) {
        int all = steps.values().stream().mapToInt(weight -> weight).sum();
        while (true) {
            int left = random.nextInt(all);
            for (Map.Entry<Supplier<String>, Integer> step : steps.entrySet()) {
                left -= step.getValue();
                if (left < 0) {
                    String told = step.getKey().get();
                    if (told != null) {
                        return told;
                    }
                    break;
                }
            }
        }
    }

    /** What this is about: something happens between approving and sending. */
    private static String meanwhile(HistoryPortalSteps people, List<Supplier<String>> others, Random random) {
        String asked = people.asked();
        String approved = people.approved();
        String other = others.get(random.nextInt(others.size())).get();
        String carriedOut = people.carriedOut();
        return asked + "; " + approved + "; " + other + "; " + carriedOut;
    }

    private String runs() {
        Instant listed = Instant.now().minus(population().changes().lag());
        RunStatus status = requests.run();
        if (status == RunStatus.COMPLETED) {
            truth.read();
            devices.stream()
                    .filter(device -> ledger.of(device.id()).seenSince(listed))
                    .forEach(device -> ledger.seenEnabled(device.id()));
        }
        return "a run: " + status;
    }

    private String timePasses(HistoryTenantSteps tenant, Duration time) {
        times.pass(time);
        ledger.letPass(time);
        tenant.allIsSeen();
        jdbc.sql("select id from change_request where status = 'RUNNING'")
                .query(Long.class)
                .list()
                .forEach(requests::letTimePass);
        return time.toHours() + " hours pass";
    }

    private Population population() {
        return portal.population();
    }
}
