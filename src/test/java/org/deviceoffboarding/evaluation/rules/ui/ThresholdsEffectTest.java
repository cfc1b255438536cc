package org.deviceoffboarding.evaluation.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.effect.ui.EffectSection;
import org.deviceoffboarding.evaluation.rules.RulesService;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.deviceoffboarding.judging.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What a change of thresholds would do to the demo tenant's result, as it is counted beside the page. */
@DemoPortal
@ViewPackages(classes = ThresholdsView.class)
class ThresholdsEffectTest extends SpringBrowserlessTest {

    @Autowired
    private DemoRuns portal;

    @Autowired
    private RunService runs;

    @Autowired
    private RulesService rules;

    @Autowired
    private ApplicationEventPublisher events;

    @BeforeEach
    void startAfresh() {
        portal.startAfresh();
        portal.haveResult();
    }

    @Test
    void whichDevicesComeAndGoIsCountedAndListedBeforeAnythingIsSaved() {
        long before = rules.current().version();
        long result = runs.latestCompleted().orElseThrow().id();
        navigate(ThresholdsView.class);

        test(field("Silent after")).setValue(180);

        until("would no longer be suggested");
        assertThat(effect()).contains("Judged is what run " + result + " read ", "Silent everywhere");
        test(find(Button.class).withText("Show which…").all().getFirst()).click();
        assertThat(test(find(Grid.class).withClassName("whole-list").single()).getRow(0))
                .isNotNull();
        test(find(Button.class).withText("Close").single()).click();

        test(field("Silent after")).setValue(90);
        optInAll();

        until("would come");
        assertThat(effect()).doesNotContain("would no longer be suggested");
        assertThat(rules.current().version()).isEqualTo(before);
    }

    @Test
    void aNewerResultIsJudgedAnewWhileTheFieldsHoldAChange() {
        navigate(ThresholdsView.class);
        test(field("Silent after")).setValue(180);
        until("would no longer be suggested");

        Run newer = portal.run();
        assertThat(newer.status()).isEqualTo(RunStatus.COMPLETED);

        untilTold("Judged is what run " + newer.id() + " read ", new InventoryReplaced(newer.id()));
        assertThat(field("Silent after").getValue()).isEqualTo(180);
    }

    @SuppressWarnings("unchecked")
    private void optInAll() {
        CheckboxGroup<Kind> kinds = find(CheckboxGroup.class).all().stream()
                .filter(group -> "Suggest these kinds, too".equals(group.getLabel()))
                .findFirst()
                .orElseThrow();
        kinds.setValue(Stream.of(Kind.values()).filter(Kind::leftOut).collect(Collectors.toSet()));
    }

    private IntegerField field(String label) {
        return find(IntegerField.class).withCaption(label).single();
    }

    private String effect() {
        return find(EffectSection.class).single().getElement().getTextRecursively();
    }

    /** A thread that tells a page has no person here, where nobody signed in by a browser: so the page is told until it is heard by ours. */
    private void untilTold(String shown, Object news) {
        for (int told = 0; told < 10 && !effect().contains(shown); told++) {
            events.publishEvent(news);
            lookFor(shown, Duration.ofSeconds(6));
        }
        assertThat(effect()).contains(shown);
    }

    private void until(String shown) {
        lookFor(shown, Duration.ofMinutes(1));
        assertThat(effect()).contains(shown);
    }

    private void lookFor(String shown, Duration longest) {
        Instant end = Instant.now().plus(longest);
        while (!effect().contains(shown) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            runPendingSignalsTasks();
        }
    }
}
