package org.deviceoffboarding.ask.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunResults;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.exception.DeviceExceptions;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.inventory.criterion.AskedDevices;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.keys.DeviceKeyService;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.remediation.asking.ARequestedDevice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What answers find, against what each single device is like: for conditions that nobody thought of beforehand. */
@DemoPortal
class AnswerTruthTest {

    private static final long SEED = 17;
    private static final int TRIES = 400;

    private static final Set<ConditionType> NOT_COUNTED_BY =
            Set.of(ConditionType.IDS, ConditionType.GROUP, ConditionType.DEPARTMENT, ConditionType.PART_OF);

    @Autowired
    private DemoRuns portal;

    @Autowired
    private AnswerService answers;

    @Autowired
    private DeviceService devices;

    @Autowired
    private AskedDevices asked;

    @Autowired
    private Inventories inventories;

    @Autowired
    private RunService runs;

    @Autowired
    private RunResults results;

    @Autowired
    private FlaggedDevices flagged;

    @Autowired
    private DeviceExceptions exceptions;

    @Autowired
    private DeviceKeyService keys;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private final Map<UUID, DeviceFacts> all = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    private AskedTruth truth;

    @SuppressWarnings("NullAway.Init")
    private RandomConditions conditions;

    @BeforeEach
    void haveAResult() {
        portal.startAfresh();
        portal.haveResult();
    }

    /** Takes back what is made up beside the result. */
    private void withWorkOnIt(Runnable asking) {
        transactions.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            workOnIt();
            asking.run();
        });
    }

    private void workOnIt() {
        Run run = runs.latestCompleted().orElseThrow();
        List<DeviceFacts> facts = Collections.synchronizedList(new ArrayList<>());
        inventories.forEachFacts(run.id(), 500, facts::addAll);
        facts.sort(Comparator.comparing(device -> device.entra().objectId()));
        facts.forEach(device -> all.put(device.entra().objectId(), device));
        Random random = new Random(SEED);
        work(facts, random);
        Map<UUID, List<RemovalEvent>> removals = new HashMap<>();
        facts.stream()
                .map(device -> device.entra().deviceId())
                .filter(Objects::nonNull)
                .forEach(id -> removals.put(id, devices.removals(id)));
        Instant now = Instant.now();
        truth = new AskedTruth(
                situations(run),
                known(facts),
                removals,
                results.rules(run.id()).rules(),
                Objects.requireNonNull(run.readAt()),
                now);
        List<String> actors = removals.values().stream()
                .flatMap(List::stream)
                .map(RemovalEvent::actor)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        conditions = new RandomConditions(random, facts, actors, now);
    }

    @Test
    void eachChoiceOfEachSortFindsTheDevicesThatHaveIt() {
        withWorkOnIt(() -> Stream.of(Choice.values()).forEach(choice -> assertAnswered(Groupings.is(choice))));
    }

    @Test
    void anyConditionFindsTheDevicesThatMeetIt() {
        withWorkOnIt(() -> {
            int some = 0;
            for (int i = 0; i < TRIES; i++) {
                some += assertAnswered(conditions.next(i % 4));
            }
            assertThat(some).as("conditions that find some devices and not all").isGreaterThan(TRIES / 3);
        });
    }

    /** What an answer says, and the first pages of its list. */
    private record Told(
            Answer.Devices answer, List<DeviceRow> byName, List<DeviceRow> byActivity, List<Answer.Group> groups) {

        /** The moment at which it was asked is another one. */
        private static Answer.Devices timeless(Answer.Devices answer) {
            return new Answer.Devices(
                    answer.question(),
                    new Answer.Basis(answer.basis().runId(), answer.basis().readAt(), Instant.EPOCH),
                    answer.summary(),
                    answer.count(),
                    answer.fitting(),
                    answer.flagged(),
                    answer.factors(),
                    answer.besides(),
                    answer.playbooks(),
                    DeviceFilter.NONE,
                    answer.order(),
                    answer.comparison(),
                    answer.notes(),
                    answer.near(),
                    answer.further());
        }
    }

    @Test
    void anyConditionIsAnsweredAlikeWhereTheCopyIsNotPacked() {
        withWorkOnIt(() -> {
            List<Condition> some = Stream.iterate(0, i -> i + 1)
                    .limit(TRIES)
                    .map(i -> conditions.next(i % 4))
                    .toList();
            long run = runs.latestCompleted().orElseThrow().id();
            assertThat(asked.marks(run, DeviceCondition.ALL))
                    .as("the copy is packed")
                    .isPresent();
            List<Told> packed = some.stream().map(this::told).toList();

            jdbc.sql("alter table packed_device detach partition portal_copies.packed_device_" + run)
                    .update();

            assertThat(asked.marks(run, DeviceCondition.ALL))
                    .as("the copy is packed")
                    .isEmpty();
            for (int i = 0; i < TRIES; i++) {
                assertThat(told(some.get(i)))
                        .as(Question.devices(some.get(i)).canonical())
                        .isEqualTo(packed.get(i));
            }
        });
    }

    private Told told(Condition condition) {
        Answer.Devices answer = (Answer.Devices) answers.answer(Question.devices(condition));
        Answer.Groups groups = (Answer.Groups) answers.answer(new Question(
                Wish.GROUPS,
                condition,
                List.of(ConditionType.PLATFORM, ConditionType.ENTRA_ACTIVITY),
                null,
                null,
                List.of()));
        return new Told(
                Told.timeless(answer),
                devices.find(answer.devices(), PageRequest.of(0, 40)),
                devices.find(
                        answer.devices(),
                        PageRequest.of(1, 25, Sort.by("lastSignIn").descending())),
                groups.groups());
    }

    @Test
    void theGroupsOfAnySortAddUpAndEachAsksForItsOwnDevices() {
        withWorkOnIt(() -> Stream.of(ConditionType.values())
                .filter(type -> !NOT_COUNTED_BY.contains(type))
                .forEach(this::assertCounted));
    }

    private void assertCounted(ConditionType type) {
        Answer answer = answers.answer(new Question(Wish.GROUPS, null, List.of(type), null, null, List.of()));
        assertThat(answer).as("%s", type).isInstanceOf(Answer.Groups.class);
        Answer.Groups groups = (Answer.Groups) answer;

        assertThat(groups.count()).as("%s", type).isEqualTo(all.size());
        groups.groups().stream()
                .filter(group -> group.narrowed() != null)
                .limit(8)
                .forEach(group -> assertThat(answers.count(Objects.requireNonNull(group.narrowed())))
                        .as("%s %s", type, group.labels())
                        .hasValue(group.devices()));
    }

    /** Returns 1 if it finds some and not all. */
    private int assertAnswered(Condition condition) {
        Question question = Question.devices(condition);
        Set<UUID> expected = all.values().stream()
                .filter(device -> truth.meets(device, condition))
                .map(device -> device.entra().objectId())
                .collect(Collectors.toSet());

        Answer answer = answers.answer(question);

        assertThat(answer).as(question.canonical()).isInstanceOf(Answer.Devices.class);
        Answer.Devices found = (Answer.Devices) answer;
        assertThat(Set.copyOf(devices.ids(found.devices(), 10_000)))
                .as(question.canonical())
                .isEqualTo(expected);
        assertThat(found.count()).as(question.canonical()).isEqualTo(expected.size());
        assertThat(found.flagged())
                .as(question.canonical())
                .isEqualTo(
                        expected.stream().filter(truth.flagged()::containsKey).count());
        return expected.isEmpty() || expected.size() == all.size() ? 0 : 1;
    }

    private Map<UUID, Situation> situations(Run run) {
        Map<UUID, Situation> situations = new HashMap<>();
        flagged.find(run.id(), all.keySet()).forEach((id, finding) -> situations.put(id, finding.situation()));
        return situations;
    }

    private Map<Choice, Set<UUID>> known(List<DeviceFacts> facts) {
        Map<Choice, Set<UUID>> known = new EnumMap<>(Choice.class);
        known.put(
                Choice.IN_TASK,
                ids("select d.object_id from task_device d join task t on t.id = d.task_id where t.open"));
        known.put(Choice.IN_REQUEST, ids("select object_id from requested_device"));
        known.put(
                Choice.IN_EXCEPTION,
                exceptions.sentences(facts).entrySet().stream()
                        .filter(device -> !device.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
        var kept = keys.find(all.keySet());
        known.put(
                Choice.BITLOCKER_KNOWN,
                kept.values().stream()
                        .filter(key -> key.bitlockerKeys() != null && key.bitlockerKeys() > 0)
                        .map(key -> key.objectId())
                        .collect(Collectors.toSet()));
        known.put(
                Choice.LAPS_KNOWN,
                kept.values().stream()
                        .filter(key -> Boolean.TRUE.equals(key.laps()))
                        .map(key -> key.objectId())
                        .collect(Collectors.toSet()));
        return known;
    }

    private Set<UUID> ids(String sql) {
        return Set.copyOf(jdbc.sql(sql).query(UUID.class).list());
    }

    /** A task, a request, exceptions of each sort, and keys, each of some devices. */
    private void work(List<DeviceFacts> facts, Random random) {
        long task = jdbc.sql("""
                insert into task (title, source_kind, source_name, priority, note, status, taken, created_at, created_by_id,
                    created_by_name, updated_at, updated_by_id, updated_by_name)
                values ('Look', 'DEVICES', 'Some', 'NORMAL', '', 'PENDING', false, now(), 'ada', 'Ada', now(), 'ada', 'Ada')
                returning id
                """).query(Long.class).single();
        ARequest request = ARequest.in(jdbc);
        for (int i = 0; i < 25; i++) {
            DeviceFacts inTask = facts.get(i * 7);
            jdbc.sql("""
                    insert into task_device (task_id, object_id, name, in_intune, state, state_since)
                    values (:task, :id, :name, false, 'THERE', now())
                    """)
                    .param("task", task)
                    .param("id", inTask.entra().objectId())
                    .param("name", inTask.entra().displayName())
                    .update();
            DeviceFacts requested = facts.get(i * 11 + 3);
            request = request.with(ARequestedDevice.named(requested.entra().displayName())
                    .is(requested.entra().objectId()));
            jdbc.sql("""
                    insert into device_key (object_id, bitlocker_keys, laps, checked_at, problem)
                    values (:id, :keys, :laps, now(), 'Not told') on conflict do nothing
                    """)
                    .param("id", facts.get(i * 13 + 1).entra().objectId())
                    .param("keys", i % 3 == 0 ? null : i % 3 - 1, Types.INTEGER)
                    .param("laps", i % 4 == 0 ? null : i % 2 == 0, Types.BOOLEAN)
                    .update();
        }
        request.store();
        except("DEVICE", facts.get(5).entra().objectId().toString());
        except(
                "NAME_PATTERN",
                "*-"
                        + facts.get(40)
                                .entra()
                                .displayName()
                                .toLowerCase(Locale.ROOT)
                                .substring(2, 4) + "*");
        except("NAME_PATTERN", "a_%");
        long user = except("USER", UUID.randomUUID().toString());
        long run = runs.latestCompleted().orElseThrow().id();
        jdbc.sql("insert into exception_reading (run_id, exception_id) values (:run, :id)")
                .param("run", run)
                .param("id", user)
                .update();
        facts.stream()
                .filter(device -> device.user() != null)
                .limit(9)
                .forEach(device -> jdbc.sql(
                                "insert into exception_member (run_id, exception_id, user_name) values (:run, :id, :user)")
                        .param("run", run)
                        .param("id", user)
                        .param("user", Objects.requireNonNull(device.user()).toLowerCase(Locale.ROOT))
                        .update());
    }

    private long except(String kind, String target) {
        return jdbc.sql("""
                insert into device_exception (kind, target, name, reason, legal_hold, created_at, created_by_id, created_by_name)
                values (:kind, :target, :target, 'Because', false, :then, 'ada', 'Ada') returning id
                """)
                .param("kind", kind)
                .param("target", target)
                .param("then", Timestamp.from(Instant.now().minus(1, ChronoUnit.DAYS)))
                .query(Long.class)
                .single();
    }
}
