package org.deviceoffboarding.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.person.SeenPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.transaction.IllegalTransactionStateException;

/** Who is told what, and that it is told once. */
@PortalTest
class NoticeOutboxTest {

    private static final Actor ANNA = new Actor("anna", "anna@contoso.example");

    @Autowired
    private NoticeOutbox outbox;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private SeenPeople people;

    @BeforeEach
    void letThemSignIn() {
        people = new SeenPeople(events);
        people.signIn("anna", "Anna", clock.instant(), Roles.OWNER);
        people.signIn("ben", "Ben", clock.instant(), Roles.APPROVER);
        people.signIn("rita", "Rita", clock.instant(), Roles.READER);
    }

    @Test
    void aNoticeWithoutTheCallersTransactionIsRefused() {
        TestTransaction
                .end(); // who signed in goes with it: a test without one from the start would leave them to all others

        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> outbox.tell(SampleNotice.runFailed(1, Recipient.person("ben", "You asked for it."))));
    }

    @Test
    void whoHasARoleIsToldIfOnlyAsPartOfAnother() {
        outbox.tell(SampleNotice.runFailed(1, Recipient.everyoneWith(Roles.APPROVER, "You are an approver.")));

        assertThat(told("run:1:failed")).containsExactly("anna: You are an approver.", "ben: You are an approver.");
    }

    @Test
    void whoWasNotSeenWithTheRoleFor90DaysIsNotTold() {
        people.signIn("olga", "Olga", clock.instant().minus(Duration.ofDays(91)), Roles.APPROVER);
        people.signIn("otto", "Otto", clock.instant().minus(Duration.ofDays(89)), Roles.APPROVER);

        outbox.tell(SampleNotice.runFailed(1, Recipient.everyoneWith(Roles.APPROVER, "You are an approver.")));

        assertThat(told("run:1:failed"))
                .anyMatch(each -> each.startsWith("otto"))
                .noneMatch(each -> each.startsWith("olga"));
    }

    @Test
    void nobodyIsToldOfWhatTheyDidThemselves() {
        SampleNotice notice = SampleNotice.runFailed(
                1,
                Recipient.person("anna", "You asked for it."),
                Recipient.everyoneWith(Roles.APPROVER, "You are an approver."));

        As.person(ANNA, () -> outbox.tell(notice));

        assertThat(told("run:1:failed")).containsExactly("ben: You are an approver.");
    }

    @Test
    void whatAJobDoesForSomebodyIsNotToldThemEither() {
        outbox.tell(
                ANNA,
                SampleNotice.runFailed(
                        1, Recipient.person("anna", "You asked for it."), Recipient.person("ben", "You approved it.")));

        assertThat(told("run:1:failed")).containsExactly("ben: You approved it.");
    }

    @Test
    void whoeverIsNamedTwiceIsToldOnceForTheFirstReason() {
        outbox.tell(SampleNotice.runFailed(
                1,
                Recipient.person("ben", "You asked for it."),
                Recipient.everyoneWith(Roles.APPROVER, "You are an approver.")));

        assertThat(told("run:1:failed")).containsExactly("anna: You are an approver.", "ben: You asked for it.");
    }

    @Test
    void theSameNoticeToldAgainIsOne() {
        SampleNotice notice = SampleNotice.runFailed(1, Recipient.person("ben", "You asked for it."));
        outbox.tell(notice);
        jdbc.sql("update told_notice set read_at = told_at from notice where id = notice_id")
                .update();

        outbox.tell(notice);
        outbox.tell(Actor.PORTAL, List.of(notice, notice));

        assertThat(told("run:1:failed")).containsExactly("ben: You asked for it.");
        assertThat(jdbc.sql("select count(*) from told_notice where read_at is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsAboutNobodyIsKeptForOtherSystems() {
        outbox.tell(SampleNotice.runFailed(7));

        assertThat(told("run:7:failed")).isEmpty();
        assertThat(jdbc.sql("select sentence from notice where key = 'run:7:failed'")
                        .query(String.class)
                        .single())
                .isEqualTo("Run 7 failed.");
    }

    @Test
    void manyAreToldInOneStep() {
        List<SampleNotice> many = IntStream.rangeClosed(1, 500)
                .mapToObj(run -> SampleNotice.runFailed(run, Recipient.everyoneWith(Roles.READER, "You see runs.")))
                .toList();

        outbox.tell(ANNA, many);

        assertThat(jdbc.sql("select count(*) from told_notice where person_id in ('ben', 'rita')")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1000);
        assertThat(told("run:500:failed")).contains("ben: You see runs.", "rita: You see runs.");
    }

    @Test
    void whatIsTooLongIsToldShortened() {
        String device = "💻";

        outbox.tell(new SampleNotice(
                NoticeKind.RUN_FAILED,
                "run:1:failed",
                "run:1",
                "." + device.repeat(1_200),
                List.of(Recipient.person("ben", "x".repeat(501)))));

        assertThat(jdbc.sql("select sentence from notice where key = 'run:1:failed'")
                        .query(String.class)
                        .single())
                .isEqualTo("." + device.repeat(999) + "…");
        assertThat(told("run:1:failed")).containsExactly("ben: " + "x".repeat(499) + "…");
    }

    private List<String> told(String key) {
        return jdbc.sql("""
                select person_id || ': ' || reason from told_notice join notice on id = notice_id
                where key = :key order by person_id
                """).param("key", key).query(String.class).list();
    }
}
