package org.deviceoffboarding.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunChanged;
import org.deviceoffboarding.evaluation.RunPace;
import org.deviceoffboarding.evaluation.RunPhase;
import org.deviceoffboarding.evaluation.RunProgress;
import org.deviceoffboarding.evaluation.RunStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** How long a run has taken goes on, whether or not anything else of it changes. */
@PortalTest
@ViewPackages(classes = OverviewView.class)
@WithMockUser(roles = Roles.READER)
class RunElapsedTest extends SpringBrowserlessTest {

    private static final Instant START = Instant.parse("2026-11-23T09:12:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final HandBeat beat = new HandBeat();
    private Optional<RunPace> earlier = Optional.empty();

    private final LatestRun latestRun = new LatestRun(clock, beat, Runnable::run);

    @Test
    void stripAndPanelCountOnWhileARunGoesOnAndSilently() {
        Component strip = shown(new RunStrip(latestRun).create());
        Component panel = shownPanel();
        tell(RunStatus.RUNNING);

        for (int second = 1; second <= 3; second++) {
            clock.forward(Duration.ofSeconds(1));
            beat.strike();
            runPendingSignalsTasks();

            assertThat(strip.getElement().getTextRecursively()).contains(second + " s so far");
            assertThat(panel.getElement().getTextRecursively()).contains(", " + second + " s ago");
            assertThat(find(Span.class, panel)
                            .withAttribute("role", "status")
                            .single()
                            .getText())
                    .isEqualTo("Run 7: Read devices.");
        }
    }

    @Test
    void whatARunHasReadReachesPagesWithTheNextBeat() {
        Component panel = shownPanel();
        tell(RunStatus.RUNNING);

        tell(RunStatus.RUNNING, 1500);
        assertThat(panel.getElement().getTextRecursively()).contains("1,214 Entra");

        beat.strike();
        runPendingSignalsTasks();
        assertThat(panel.getElement().getTextRecursively()).contains("1,500 Entra");
    }

    @Test
    void whatSaysHowTheLastRunEndedIsNotAskedAgainWhileTheNextGoesOn() {
        AtomicInteger asked = new AtomicInteger();
        shown(new RunLine<String>(latestRun, () -> Optional.of("asked " + asked.incrementAndGet())) {
            @Override
            void fill(String said) {
                add(new Span(said));
            }
        });
        tell(RunStatus.RUNNING);
        int before = asked.get();

        for (int second = 1; second <= 3; second++) {
            clock.forward(Duration.ofSeconds(1));
            tell(RunStatus.RUNNING, 1214 + second);
            beat.strike();
            runPendingSignalsTasks();
        }
        assertThat(asked).hasValue(before);

        tell(RunStatus.COMPLETED);
        assertThat(asked).hasValueGreaterThan(before);
    }

    @Test
    void nothingBeatsUnlessARunGoesOn() {
        assertThat(beat.goesOn()).isFalse();

        tell(RunStatus.RUNNING);
        tell(RunStatus.RUNNING);
        assertThat(beat.goesOn()).isTrue();
        tell(RunStatus.COMPLETED);
        assertThat(beat.goesOn()).isFalse();

        tell(RunStatus.RUNNING); // comes late
        assertThat(beat.goesOn()).isFalse();
    }

    @Test
    void aBeatThatComesAfterTheEndChangesNothing() {
        Component panel = shownPanel();
        tell(RunStatus.RUNNING);
        Runnable late = Objects.requireNonNull(beat.action);
        tell(RunStatus.FAILED);
        clock.forward(Duration.ofSeconds(9));

        late.run();
        runPendingSignalsTasks();

        assertThat(panel.isVisible()).isFalse();
        assertThat(panel.getElement().getTextRecursively()).doesNotContain("9 s");
    }

    @Test
    void howLongItHasLeftIsSaidAsAnEstimateByEarlierRunsAndNotAtAllWithoutOne() {
        earlier = Optional.of(new RunPace(0.1, 0, 0, 0, 3_000, 1_500, 0));
        Component panel = shownPanel();

        tell(RunStatus.RUNNING); // 2,335 of about 3,000 devices are read, at 10 a second

        assertThat(panel.getElement().getTextRecursively())
                .contains("Estimate from earlier runs: about 2 minutes are left.");

        earlier = Optional.empty();
        assertThat(shownPanel().getElement().getTextRecursively()).doesNotContain("Estimate");
    }

    @Test
    void ofARunThatIsSlowerThanEarlierOnesARangeIsSaidAndNothingOnceThatIsNotKnownEither() {
        earlier = Optional.of(new RunPace(0.01, 0, 0, 50, 3_000, 1_500, 0));
        Component panel = shownPanel();
        tell(RunStatus.RUNNING, 0);
        beat.strike();
        tell(RunStatus.RUNNING, 1_379); // 2,500 devices, which take 14 seconds

        waits(25);
        assertThat(panel.getElement().getTextRecursively())
                .contains("Estimate from earlier runs: about 1 to 2 minutes are left.");

        waits(80);
        assertThat(panel.getElement().getTextRecursively())
                .contains("It is slower than earlier runs: how long it still takes is not known.")
                .doesNotContain("Estimate");
    }

    private void waits(int seconds) {
        clock.forward(Duration.ofSeconds(seconds));
        beat.strike();
        runPendingSignalsTasks();
    }

    private Component shownPanel() {
        Div page = new Div();
        RunPanel panel = new RunPanel(latestRun.followedBy(page), id -> earlier);
        page.add(panel);
        shown(page);
        return panel;
    }

    private static Component shown(Component component) {
        UI.getCurrent().add(component);
        return component;
    }

    private void tell(RunStatus status) {
        tell(status, 1214);
    }

    private void tell(RunStatus status, long entraDevices) {
        latestRun.on(new RunChanged(new Run(
                7,
                status,
                RunPhase.READ,
                new Actor("o-1", "owner@contoso.example"),
                START,
                0,
                0,
                START,
                null,
                status == RunStatus.RUNNING ? null : START,
                new RunProgress(3, entraDevices, 1121, 200, 40, 0, 0, 0),
                0,
                0,
                0,
                status == RunStatus.FAILED ? "It failed." : null,
                null,
                0,
                null)));
        runPendingSignalsTasks();
    }

    private static final class HandBeat implements Beat {

        private @Nullable Runnable action;

        @Override
        public void start(Runnable wanted) {
            action = wanted;
        }

        @Override
        public void stop() {
            action = null;
        }

        boolean goesOn() {
            return action != null;
        }

        void strike() {
            Objects.requireNonNull(action).run();
        }
    }
}
