package org.deviceoffboarding.ask.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.RecordedEntries;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.language.Choice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(
        username = "anna",
        roles = {Roles.OPERATOR, Roles.READER})
class NamedQuestionServiceTest {

    private static final Actor BEN = new Actor("oid-ben", "ben@contoso.example");
    private static final Question MACS = AskedFor.devices(Choice.MACOS);
    private static final Question PERSONAL = AskedFor.devices(Choice.PERSONAL);

    @Autowired
    private NamedQuestionService questions;

    @Autowired
    private QuestionMarkService marks;

    @Autowired
    private QuestionNumberRepository numbers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aPersonsOwnQuestionIsSeenByNobodyElse() {
        NamedQuestion own = questions.save(" Macs ", Understanding.of(MACS));

        assertThat(own.name()).isEqualTo("Macs");
        assertThat(own.question()).isEqualTo(MACS.canonical());
        assertThat(questions.all()).containsExactly(own);
        As.person(BEN, () -> {
            assertThat(questions.all()).isEmpty();
            assertThat(questions.get(own.id())).isEmpty();
            assertThat(questions.numbers(own.id(), 5)).isEmpty();
            assertThatExceptionOfType(QuestionChangedException.class)
                    .isThrownBy(() -> questions.change(own, "Mine now", Understanding.of(MACS)));
            assertThatExceptionOfType(QuestionChangedException.class).isThrownBy(() -> questions.remove(own));
            assertThatExceptionOfType(QuestionChangedException.class)
                    .isThrownBy(() -> questions.shareOwn(own, "Macs", Understanding.of(MACS)));
            assertThatExceptionOfType(QuestionRefusedException.class).isThrownBy(() -> marks.pin(own.id()));
            assertThatExceptionOfType(QuestionRefusedException.class).isThrownBy(() -> marks.watch(own.id()));
        });
        assertThat(questions.get(own.id())).contains(own);
    }

    @Test
    void whatAllSeeIsOnRecordAndWhatAPersonKeepsIsNot() {
        RecordedEntries recorded = new RecordedEntries(jdbc);
        NamedQuestion own = questions.save("Mine", Understanding.of(MACS));
        questions.remove(questions.change(own, "Mine, renamed", Understanding.of(MACS)));

        NamedQuestion shared = questions.share("Macs", Understanding.of(MACS));
        NamedQuestion changed =
                As.person(BEN, () -> questions.changeShared(shared, "All Macs", Understanding.of(PERSONAL)));
        questions.removeShared(changed);
        questions.removeShared(changed);

        assertThat(recorded.all("question.shared"))
                .singleElement()
                .satisfies(details ->
                        assertThat(details).containsEntry("name", "Macs").containsEntry("asks", MACS.canonical()));
        assertThat(recorded.all("question.changed"))
                .singleElement()
                .satisfies(details -> assertThat(details)
                        .containsEntry("before", Map.of("name", "Macs", "asks", MACS.canonical()))
                        .containsEntry("after", Map.of("name", "All Macs", "asks", PERSONAL.canonical())));
        assertThat(recorded.all("question.removed")).hasSize(1);
    }

    @Test
    void aQuestionOfMyOwnBecomesEverybodysAndThatIsOnRecord() {
        NamedQuestion own = questions.save("Macs", Understanding.of(MACS));

        NamedQuestion shared = questions.shareOwn(own, "Macs", Understanding.of(MACS));

        assertThat(shared.shared()).isTrue();
        As.person(BEN, () -> assertThat(questions.get(own.id())).contains(shared));
        assertThat(new RecordedEntries(jdbc).details("question.shared")).containsEntry("name", "Macs");
        assertThatExceptionOfType(QuestionChangedException.class).isThrownBy(() -> questions.remove(shared));
    }

    @Test
    void aChangeFromAnOlderVersionIsRefusedAndNamesWhoWasFaster() {
        NamedQuestion seen = questions.share("Macs", Understanding.of(MACS));
        As.person(BEN, () -> questions.changeShared(seen, "Apple's", Understanding.of(MACS)));

        assertThatExceptionOfType(QuestionChangedException.class)
                .isThrownBy(() -> questions.changeShared(seen, "Macs, too", Understanding.of(MACS)))
                .withMessageContaining("ben@contoso.example changed this question meanwhile");
        assertThatExceptionOfType(QuestionChangedException.class).isThrownBy(() -> questions.removeShared(seen));

        assertThat(questions.get(seen.id())).map(NamedQuestion::name).contains("Apple's");
    }

    @Test
    void nothingChangedIsNoChange() {
        NamedQuestion shared = questions.share("Macs", Understanding.of(MACS));

        assertThat(questions.changeShared(shared, "Macs", Understanding.of(MACS)))
                .isEqualTo(shared);
        assertThat(new RecordedEntries(jdbc).all("question.changed")).isEmpty();
    }

    @Test
    void anotherQuestionUnderTheSameNameBeginsItsNumbersAnew() {
        NamedQuestion own = questions.save("Macs", Understanding.of(MACS));
        numbers.put(QuestionNumber.counted(own.id(), 7, own.changedAt(), 12));
        marks.watch(own.id());

        NamedQuestion renamed = questions.change(own, "Apple's", Understanding.of(MACS));
        assertThat(questions.numbers(own.id(), 5)).hasSize(1);

        questions.change(renamed, "Apple's", Understanding.of(PERSONAL));

        assertThat(questions.numbers(own.id(), 5)).isEmpty();
        assertThat(jdbc.sql("select told_number from question_watch where question_id = :id")
                        .param("id", own.id())
                        .query(Long.class)
                        .list())
                .containsOnlyNulls()
                .hasSize(1);
    }

    @Test
    void aNameIsThereOnceForWhoSeesIt() {
        questions.share("Silent", Understanding.of(MACS));
        NamedQuestion mine = questions.save("Mine", Understanding.of(MACS));

        for (String taken : List.of("silent", " SILENT ")) {
            assertThatExceptionOfType(QuestionRefusedException.class)
                    .isThrownBy(() -> questions.save(taken, Understanding.of(MACS)))
                    .withMessageContaining("already")
                    .satisfies(refused -> assertThat(refused.about()).isEqualTo(QuestionRefusedException.NAME));
            assertThatExceptionOfType(QuestionRefusedException.class)
                    .isThrownBy(() -> questions.change(mine, taken, Understanding.of(MACS)));
        }
        As.person(BEN, () -> questions.save("Mine", Understanding.of(MACS)));
    }

    @Test
    void whatIsNoNameOrOfOneDeviceIsRefused() {
        for (String name : List.of("", "   ", "x".repeat(NamedQuestion.LONGEST_NAME + 1))) {
            assertThatExceptionOfType(QuestionRefusedException.class)
                    .isThrownBy(() -> questions.save(name, Understanding.of(MACS)));
        }
        assertThatExceptionOfType(QuestionRefusedException.class)
                .isThrownBy(() -> questions.save("One", Understanding.of(AskedFor.device("LAPTOP-1"))))
                .withMessageContaining("single devices");
    }

    @Test
    void aPersonHasSoManyAndNoMore() {
        for (int number = 0; number < NamedQuestion.MOST; number++) {
            questions.save("Question " + number, Understanding.of(MACS));
        }

        assertThatExceptionOfType(QuestionRefusedException.class)
                .isThrownBy(() -> questions.save("One more", Understanding.of(MACS)))
                .withMessageContaining("Remove one first");
        questions.share("One more", Understanding.of(MACS));
        As.person(BEN, () -> questions.save("Ben's first", Understanding.of(MACS)));
    }

    @Test
    @WithMockUser(username = "rita", roles = Roles.READER)
    void aReaderSavesQuestionsAndSharesNone() {
        NamedQuestion own = questions.save("Macs", Understanding.of(MACS));

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> questions.share("Macs, too", Understanding.of(MACS)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> questions.shareOwn(own, "Macs", Understanding.of(MACS)));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> questions.removeShared(own));
        questions.remove(own);
        assertThat(questions.all()).isEmpty();
    }

    @Test
    void halfAQuestionIsNotKept() {
        Missed missed = new Missed(5, 9, "zzzz", "That is no word here.", List.of());
        Understanding half = new Understanding("macs zzzz", MACS, List.of(), List.of(missed), List.of(), List.of());
        NamedQuestion own = questions.save("Mine", Understanding.of(PERSONAL));
        NamedQuestion shared = questions.share("All", Understanding.of(PERSONAL));

        for (ThrowingCallable keeping : List.<ThrowingCallable>of(
                () -> questions.save("Macs", half),
                () -> questions.share("Macs", half),
                () -> questions.change(own, "Macs", half),
                () -> questions.shareOwn(own, "Macs", half),
                () -> questions.changeShared(shared, "Macs", half),
                () -> questions.save(
                        "Macs", new Understanding("zzzz", null, List.of(), List.of(missed), List.of(), List.of())))) {
            assertThatExceptionOfType(QuestionRefusedException.class)
                    .isThrownBy(keeping)
                    .withMessageContaining("understood in full");
        }

        assertThat(questions.all()).containsExactlyInAnyOrder(own, shared);
    }

    @Test
    void whatWasSavedInAnEarlierWordingAndAsksTheSameKeepsItsNumbers() {
        NamedQuestion own = questions.save("Macs", Understanding.of(MACS));
        jdbc.sql("update named_question set question = 'Devices with platform macOS' where id = :id")
                .param("id", own.id())
                .update();
        jdbc.sql("insert into question_number (question_id, run_id, counted_at, devices) values (:id, 1, now(), 3)")
                .param("id", own.id())
                .update();

        NamedQuestion renamed = questions.change(own, "Apple's", Understanding.of(MACS));

        assertThat(renamed.question()).isEqualTo("Devices with platform macOS");
        assertThat(questions.numbers(own.id(), 5)).hasSize(1);
    }
}
