package org.deviceoffboarding.evaluation.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunFailedException;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.notification.ToldSentences;
import org.deviceoffboarding.person.SeenPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Who is told how a run ended. */
@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class RunNoticesTest {

    private static final Actor ANNA = new Actor("anna", "anna@contoso.example");

    @Autowired
    private RunService runs;

    @Autowired
    private RunsByHand byHand;

    @Autowired
    private ScriptedInventory tenant;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, suggestion, scheduled_tasks, notice, person cascade")
                .update();
        tenant.reset();
        SeenPeople people = new SeenPeople(events);
        people.signIn("anna", "Anna", clock.instant(), Roles.OPERATOR);
        people.signIn("ben", "Ben", clock.instant(), Roles.OWNER);
        people.signIn("rita", "Rita", clock.instant(), Roles.READER);
    }

    @Test
    void whoStartedItAndWhoMayAreToldThatItFinished() {
        Run run = As.person(ANNA, () -> runs.start());

        byHand.carryOut(run);

        String told = "RUN_FINISHED: Run " + run.id() + " finished: 0 devices are flagged.";
        assertThat(ToldSentences.to("anna", jdbc)).containsExactly(told);
        assertThat(ToldSentences.to("ben", jdbc)).containsExactly(told);
        assertThat(ToldSentences.to("rita", jdbc)).isEmpty();
        assertThat(jdbc.sql("select reason from told_notice where person_id = 'anna'")
                        .query(String.class)
                        .single())
                .isEqualTo("You started it.");
    }

    @Test
    void thatItFailedIsToldWithTheReasonAndOnce() {
        tenant.failsIn("read", new RunFailedException("Microsoft Graph could not be reached.", null));
        Run run = As.person(ANNA, () -> runs.start());

        byHand.carryOut(run);
        byHand.carryOut(run);

        assertThat(ToldSentences.to("anna", jdbc))
                .containsExactly("RUN_FAILED: Run " + run.id() + " failed. Microsoft Graph could not be reached.");
    }
}
