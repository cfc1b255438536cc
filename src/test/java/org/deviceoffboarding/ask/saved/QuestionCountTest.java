package org.deviceoffboarding.ask.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.TenantCopy;
import org.deviceoffboarding.ask.answer.NotAnswerableException;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.StoredRun;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.removed.VerifiedChange;
import org.deviceoffboarding.removed.VerifiedChanges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(
        username = "anna",
        roles = {Roles.OPERATOR, Roles.READER})
class QuestionCountTest {

    private static final Actor BEN = new Actor("oid-ben", "ben@contoso.example");

    @Autowired
    private NamedQuestionService questions;

    @Autowired
    private QuestionMarkService marks;

    @Autowired
    private QuestionNumberRepository numbers;

    @Autowired
    private QuestionNumbers stored;

    @Autowired
    private QuestionRemains remains;

    @Autowired
    private Interpreter interpreter;

    @Autowired
    private Inventories inventories;

    @Autowired
    private VerifiedChanges changes;

    @Autowired
    private JdbcClient jdbc;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T10:00:00Z"));
    private final List<String> counted = new ArrayList<>();
    private long devices = 23;
    private NamedQuestion macs;
    private long run;

    @BeforeEach
    void haveAResult() {
        jdbc.sql("delete from named_question").update();
        newResult();
        macs = questions.share("Macs", Understanding.of(AskedFor.devices(Choice.MACOS)));
    }

    @Test
    void eachSavedQuestionIsCountedOnceForEachResult() {
        look();
        look();
        assertThat(numbers()).containsExactly(QuestionNumber.counted(macs.id(), run, clock.instant(), 23));
        assertThat(counted).containsExactly(macs.question());

        long next = newResult();
        devices = 21;
        look();

        assertThat(numbers()).extracting(QuestionNumber::runId).containsExactly(next - 1, next);
        assertThat(numbers()).extracting(QuestionNumber::devices).containsExactly(23L, 21L);
    }

    @Test
    void withoutAResultNothingIsCounted() {
        jdbc.sql("update inventory set published_at = null").update();

        look();

        assertThat(counted).isEmpty();
    }

    @Test
    void whatSomebodyLooksAtIsCountedAgainEachHour() {
        look();
        devices = 22;
        clock.forward(Duration.ofMinutes(61));
        look();
        assertThat(numbers()).extracting(QuestionNumber::devices).containsExactly(23L);

        marks.pin(macs.id());
        look();

        assertThat(numbers()).extracting(QuestionNumber::devices).containsExactly(22L);
    }

    @Test
    void whatThePortalDidToADeviceIsCountedSoonButNotAfterEachDevice() {
        marks.pin(macs.id());
        look();
        clock.forward(Duration.ofSeconds(20));
        change();
        devices = 22;

        look();
        assertThat(counted).hasSize(1);

        clock.forward(Duration.ofSeconds(41));
        look();
        assertThat(counted).hasSize(2);
        assertThat(numbers()).extracting(QuestionNumber::devices).containsExactly(22L);

        clock.forward(Duration.ofMinutes(3));
        look();
        look();
        assertThat(counted).as("once more, for what was committed late").hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void whoeverWatchesIsToldOnceOfEachNumberThatIsAnother() {
        look();
        As.person(BEN, () -> marks.watch(macs.id()));
        clock.forward(Duration.ofHours(2));
        look();
        assertThat(told("oid-ben")).isEmpty();

        devices = 25;
        clock.forward(Duration.ofHours(2));
        look();
        look();

        assertThat(told("oid-ben")).containsExactly("“Macs”: 25 devices, 2 more than the 23 before.");
        assertThat(told("anna")).isEmpty();

        devices = 24;
        newResult();
        look();

        assertThat(told("oid-ben"))
                .containsExactlyInAnyOrder(
                        "“Macs”: 25 devices, 2 more than the 23 before.",
                        "“Macs”: 24 devices, 1 fewer than the 25 before.");
    }

    @Test
    void whoeverWatchesBeforeTheFirstCountIsToldOfTheSecond() {
        marks.watch(macs.id());
        look();
        assertThat(told("anna")).isEmpty();

        devices = 1;
        newResult();
        look();

        assertThat(told("anna")).containsExactly("“Macs”: 1 device, 22 fewer than the 23 before.");
    }

    @Test
    void whoeverWatchesNoLongerIsToldNothing() {
        marks.watch(macs.id());
        look();
        marks.unwatch(macs.id());

        devices = 1;
        newResult();
        look();

        assertThat(told("anna")).isEmpty();
    }

    @Test
    void aQuestionThatIsNoLongerUnderstoodSaysSoInsteadOfANumber() {
        jdbc.sql("update named_question set question = 'Devices with colour \"green\"' where id = :id")
                .param("id", macs.id())
                .update();

        look();

        assertThat(numbers()).singleElement().satisfies(number -> {
            assertThat(number.devices()).isNull();
            assertThat(number.problem()).contains("no longer understands");
        });
        assertThat(counted).isEmpty();
    }

    @Test
    void whatCannotBeCountedSaysWhyAndHoldsNobodyElseUp() {
        NamedQuestion personal = questions.share("Personal", Understanding.of(AskedFor.devices(Choice.PERSONAL)));

        count(question -> {
            if (question.canonical().equals(macs.question())) {
                throw new NotAnswerableException("The group is not there.");
            }
            return 5;
        });

        assertThat(numbers()).extracting(QuestionNumber::problem).containsExactly("The group is not there.");
        assertThat(numbers.newest(personal.id(), 5))
                .extracting(QuestionNumber::devices)
                .containsExactly(5L);
    }

    @Test
    void aQuestionThatTheDatabaseCannotAnswerHoldsNobodyElseUp() {
        NamedQuestion personal = questions.share("Personal", Understanding.of(AskedFor.devices(Choice.PERSONAL)));

        count(question -> {
            if (question.canonical().equals(macs.question())) {
                throw new UncategorizedSQLException("count", "select", new SQLException("Wrong", "22P02"));
            }
            return 5;
        });

        assertThat(numbers()).singleElement().satisfies(number -> {
            assertThat(number.devices()).isNull();
            assertThat(number.problem()).contains("could not be counted");
        });
        assertThat(numbers.newest(personal.id(), 5))
                .extracting(QuestionNumber::devices)
                .containsExactly(5L);
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsSaidOfAnyQuestion() {
        assertThatExceptionOfType(UncategorizedSQLException.class)
                .isThrownBy(() -> count(question -> {
                    throw new UncategorizedSQLException("count", "select", new SQLException("Away", "57P01"));
                }));

        assertThat(numbers()).isEmpty();
    }

    @Test
    void whatWasCountedOfAResultThatIsGoneByThenIsNotStoredAndNobodyIsTold() {
        marks.watch(macs.id());
        look();
        remains.withdraw();
        jdbc.sql("update inventory set published_at = null").update();

        stored.put(macs, QuestionNumber.counted(macs.id(), run, clock.instant(), 21));

        assertThat(numbers()).isEmpty();
        assertThat(told("anna")).isEmpty();
    }

    @Test
    void whileNumbersAreWithdrawnNoneIsStored() {
        NamedQuestion untouched = questions.share("Personal", Understanding.of(AskedFor.devices(Choice.PERSONAL)));
        assertThat(isLocked(untouched)).isFalse();

        remains.withdraw();

        assertThat(isLocked(untouched)).isTrue();
    }

    private boolean isLocked(NamedQuestion question) {
        return jdbc.sql("select xmax <> cast('0' as xid) from named_question where id = :id")
                .param("id", question.id())
                .query(Boolean.class)
                .single();
    }

    @Test
    void aNumberOfAQuestionThatWasChangedMeanwhileIsNotStored() {
        count(question -> {
            questions.changeShared(macs, "Personal", Understanding.of(AskedFor.devices(Choice.PERSONAL)));
            return 23;
        });

        assertThat(numbers()).isEmpty();
    }

    @Test
    void whatWasCountedWhileANewerResultCameIsOfNeither() {
        count(question -> {
            newResult();
            return 23;
        });

        assertThat(numbers()).isEmpty();
    }

    @Test
    void aPortalThatStopsGoesOnLater() {
        ToLongFunction<Question> counter = question -> devices;
        QuestionCount count = new QuestionCount(numbers, stored, counter, interpreter, inventories, changes, clock);

        count.look(() -> true);
        assertThat(numbers()).isEmpty();

        count.look(() -> false);
        assertThat(numbers()).hasSize(1);
    }

    private void look() {
        count(question -> {
            counted.add(question.canonical());
            return devices;
        });
    }

    private void count(ToLongFunction<Question> counter) {
        new QuestionCount(numbers, stored, counter, interpreter, inventories, changes, clock).look(() -> false);
    }

    private List<QuestionNumber> numbers() {
        return numbers.newest(macs.id(), 10);
    }

    private void change() {
        changes.put(new VerifiedChange(
                UUID.randomUUID(), VerifiedChange.Kind.DISABLED, clock.instant(), clock.instant(), 1));
    }

    private long newResult() {
        run = run == 0 ? 900_001 : run + 1;
        StoredRun.add(jdbc, run);
        TenantCopy.publish(jdbc, run);
        return run;
    }

    private List<String> told(String person) {
        return jdbc.sql("""
                select n.sentence from notice n join told_notice t on t.notice_id = n.id
                where t.person_id = :person and n.kind = 'QUESTION_CHANGED'
                """).param("person", person).query(String.class).list();
    }
}
