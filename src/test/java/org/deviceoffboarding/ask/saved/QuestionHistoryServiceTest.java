package org.deviceoffboarding.ask.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(username = "rita", roles = Roles.READER)
class QuestionHistoryServiceTest {

    private static final Instant NOW = Instant.parse("2026-01-30T10:00:00Z");
    private static final Actor BEN = new Actor("oid-ben", "ben@contoso.example");

    @Autowired
    private QuestionHistoryService history;

    @Autowired
    private QuestionHistoryRepository stored;

    @Test
    void everybodyFindsWhatTheyAskedThemselves() {
        history.note(" macs silent 90d ");
        As.person(BEN, () -> history.note("personal iPhones"));

        assertThat(prompts()).containsExactly("macs silent 90d");

        history.clear();

        assertThat(prompts()).isEmpty();
        As.person(BEN, () -> assertThat(prompts()).containsExactly("personal iPhones"));
    }

    @Test
    void whatIsAskedAgainStandsThereOnceAndFirst() {
        stored.put("rita", "one", NOW);
        stored.put("rita", "two", NOW.plusSeconds(1));
        stored.put("rita", "one", NOW.plusSeconds(2));

        assertThat(prompts()).containsExactly("one", "two");
    }

    @Test
    void onlyTheLatestAreKept() {
        for (int number = 0; number < QuestionHistoryService.MOST + 3; number++) {
            stored.put("rita", "prompt " + number, NOW.plusSeconds(number));
        }
        history.note("the last one");

        assertThat(prompts()).hasSize(QuestionHistoryService.MOST).startsWith("the last one");
        assertThat(prompts()).doesNotContain("prompt 0", "prompt 1", "prompt 2", "prompt 3");
    }

    @Test
    void nothingIsKeptOfWhatIsBlankOrTooLong() {
        history.note("   ");
        history.note("x".repeat(QuestionHistoryService.LONGEST_PROMPT + 1));

        assertThat(prompts()).isEmpty();
    }

    @Test
    void whatWasAskedMonthsAgoIsForgotten() {
        stored.put("rita", "long ago", NOW.minus(Duration.ofDays(91)));
        stored.put("rita", "lately", NOW.minus(Duration.ofDays(89)));

        QuestionTasks.forget(stored, NOW);

        assertThat(prompts()).containsExactly("lately");
    }

    private List<String> prompts() {
        return history.own(100).stream().map(AskedQuestion::prompt).toList();
    }
}
