package org.deviceoffboarding.ask.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.language.Choice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** What another portal on the same database did is known by what is stored alone. */
@PortalTest
@WithMockUser(
        username = "anna",
        roles = {Roles.OPERATOR, Roles.READER})
class QuestionNewsTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @Autowired
    private NamedQuestionService questions;

    @Autowired
    private QuestionNumberRepository numbers;

    @Autowired
    private QuestionMarkRepository marks;

    private final List<Object> told = new ArrayList<>();
    private NamedQuestion macs;
    private QuestionNews news;

    @BeforeEach
    void haveLooked() {
        macs = questions.share("Macs", Understanding.of(AskedFor.devices(Choice.MACOS)));
        numbers.put(QuestionNumber.counted(macs.id(), 7, NOON, 23));
        news = new QuestionNews(numbers, marks, told::add);
        news.look();
        assertThat(news()).isEmpty();
    }

    @Test
    void whatIsSavedChangedPinnedOrWatchedElsewhereIsNewsOnce() {
        NamedQuestion renamed =
                questions.changeShared(macs, "All Macs", Understanding.of(AskedFor.devices(Choice.MACOS)));
        assertThat(news()).containsExactly(new QuestionsChanged());

        marks.pin("oid-ben", macs.id(), NOON);
        assertThat(news()).containsExactly(new QuestionsChanged());
        marks.unpin("oid-ben", macs.id());
        marks.pin("oid-cleo", macs.id(), NOON);
        assertThat(news()).containsExactly(new QuestionsChanged());

        marks.watch("oid-ben", macs.id(), NOON);
        assertThat(news()).containsExactly(new QuestionsChanged());
        marks.unwatch("oid-ben", macs.id());
        assertThat(news()).containsExactly(new QuestionsChanged());

        questions.removeShared(renamed);
        assertThat(news()).contains(new QuestionsChanged());
        assertThat(news()).isEmpty();
    }

    @Test
    void whatIsCountedByAPortalWhoseClockIsBehindIsNewsToo() {
        numbers.put(QuestionNumber.counted(macs.id(), 7, NOON.minusSeconds(90), 22));
        assertThat(news()).containsExactly(new QuestionsCounted());

        numbers.put(QuestionNumber.counted(macs.id(), 8, NOON.minusSeconds(90), 22));
        assertThat(news()).containsExactly(new QuestionsCounted());

        numbers.forgetAll();
        assertThat(news()).containsExactly(new QuestionsCounted());
    }

    private List<Object> news() {
        told.clear();
        news.look();
        return List.copyOf(told);
    }
}
