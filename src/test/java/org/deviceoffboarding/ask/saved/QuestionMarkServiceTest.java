package org.deviceoffboarding.ask.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.stream.IntStream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.language.Choice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(
        username = "anna",
        roles = {Roles.OPERATOR, Roles.READER})
class QuestionMarkServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final Actor BEN = new Actor("oid-ben", "ben@contoso.example");

    @Autowired
    private NamedQuestionService questions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private QuestionMarkService marks;

    @Autowired
    private QuestionNumberRepository numbers;

    @Test
    void aPinnedQuestionStandsOnOnesOwnOverviewWithItsLastNumbers() {
        NamedQuestion shared = questions.share("Macs", Understanding.of(AskedFor.devices(Choice.MACOS)));
        IntStream.rangeClosed(1, 15)
                .forEach(run -> numbers.put(QuestionNumber.counted(shared.id(), run, NOW, 100 + run)));

        marks.pin(shared.id());
        marks.pin(shared.id());

        assertThat(marks.pinned()).singleElement().satisfies(pinned -> {
            assertThat(pinned.question()).isEqualTo(shared);
            assertThat(pinned.numbers())
                    .extracting(QuestionNumber::runId)
                    .containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L);
            assertThat(pinned.newest().orElseThrow().devices()).isEqualTo(115);
        });
        assertThat(marks.of(shared.id())).isEqualTo(new QuestionMarks(true, false));
        As.person(BEN, () -> assertThat(marks.pinned()).isEmpty());

        marks.unpin(shared.id());

        assertThat(marks.pinned()).isEmpty();
    }

    @Test
    void noMoreArePinnedThanFitOnAPage() {
        for (int number = 0; number < QuestionMarkService.MOST_PINNED; number++) {
            marks.pin(questions
                    .save("Question " + number, Understanding.of(AskedFor.devices(Choice.MACOS)))
                    .id());
        }
        NamedQuestion more = questions.save("One more", Understanding.of(AskedFor.devices(Choice.MACOS)));

        assertThatExceptionOfType(QuestionRefusedException.class)
                .isThrownBy(() -> marks.pin(more.id()))
                .withMessageContaining("Take one off it first");
    }

    @Test
    void aRemovedQuestionIsOnNobodysOverviewAndWatchedByNobody() {
        NamedQuestion shared = questions.share("Macs", Understanding.of(AskedFor.devices(Choice.MACOS)));
        As.person(BEN, () -> {
            marks.pin(shared.id());
            marks.watch(shared.id());
        });

        questions.removeShared(shared);

        As.person(BEN, () -> {
            assertThat(marks.pinned()).isEmpty();
            assertThat(marks.of(shared.id())).isEqualTo(new QuestionMarks(false, false));
            assertThatExceptionOfType(QuestionRefusedException.class)
                    .isThrownBy(() -> marks.pin(shared.id()))
                    .withMessageContaining("removed meanwhile");
        });
    }

    @Test
    void whatIsNoLongerUnderstoodInFullIsNeitherPinnedNorWatched() {
        NamedQuestion saved = questions.save("Macs", Understanding.of(AskedFor.devices(Choice.MACOS)));
        jdbc.sql("update named_question set question = 'macs zzzz' where id = :id")
                .param("id", saved.id())
                .update();

        assertThatExceptionOfType(QuestionRefusedException.class)
                .isThrownBy(() -> marks.pin(saved.id()))
                .withMessageContaining("understood in full");
        assertThatExceptionOfType(QuestionRefusedException.class)
                .isThrownBy(() -> marks.watch(saved.id()))
                .withMessageContaining("understood in full");

        assertThat(marks.of(saved.id())).isEqualTo(new QuestionMarks(false, false));
    }
}
