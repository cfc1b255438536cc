package org.deviceoffboarding.evaluation.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.agent.StoredAgent;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.evaluation.effect.ui.EffectSection;
import org.deviceoffboarding.evaluation.rules.RulesService;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.safeguard.LooseningService;
import org.deviceoffboarding.safeguard.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = ThresholdsView.class)
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.OWNER})
class ThresholdsViewTest extends SpringBrowserlessTest {

    private static final String PHONES =
            String.join("\n", JudgingRules.defaults().teamsPhones());

    @Autowired
    private RulesService rules;

    @Autowired
    private LooseningService loosenings;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatAnOwnerEntersIsSaved() {
        navigate(ThresholdsView.class);

        test(field("Look-back for removal events")).setValue(365);
        test(find(TextArea.class).single()).setValue(PHONES + "\n\n  Fabrikam One \nYealink");
        find(Checkbox.class).all().stream()
                .filter(box -> box.getLabel().startsWith("Keep status"))
                .forEach(box -> test(box).click());
        save();

        SavedRules saved = rules.current();
        assertThat(saved.rules().lookBack()).isEqualTo(Duration.ofDays(365));
        assertThat(saved.rules().teamsPhones())
                .endsWith("Lenovo ThinkSmart", "Fabrikam One")
                .hasSize(7);
        assertThat(saved.keepProgress()).isTrue();
        assertThat(find(Paragraph.class).all()).anyMatch(text -> text.getText().contains("user changed them"));
    }

    @Test
    void aNumberThatIsRefusedIsMarkedAndNothingIsSaved() {
        navigate(ThresholdsView.class);

        field("Silent after").setValue(29);
        save();

        assertThat(field("Silent after").isInvalid()).isTrue();
        assertThat(rules.current().version()).isZero();
    }

    @Test
    void aPlatformCanHaveAGracePeriodOfItsOwnOrGoByThatOfAllOthers() {
        navigate(ThresholdsView.class);
        assertThat(field("Grace period, iOS/iPadOS")
                        .getHelperComponent()
                        .getElement()
                        .getTextRecursively())
                .as("what a screen reader says of it")
                .contains("7 to 365 days.");
        test(field("Grace period, iOS/iPadOS")).setValue(7);
        test(field("Grace period, Android")).setValue(60);
        save();
        assertThat(rules.current().rules().gracePeriods()).isEqualTo(Map.of(Platform.ANDROID, Duration.ofDays(60)));
        assertThat(find(Paragraph.class).all())
                .anyMatch(
                        text -> text.getText()
                                .startsWith(
                                        "You proposed to loosen a safeguard: grace period of iOS/iPadOS devices: 7 days (was 30 days, as for all others). It takes effect"));
        SignedIn.asOwner(
                "Olga", () -> loosenings.confirm(loosenings.pending().getFirst().id()));
        assertThat(rules.current().rules().gracePeriods())
                .isEqualTo(Map.of(Platform.IOS, Duration.ofDays(7), Platform.ANDROID, Duration.ofDays(60)));

        UI.getCurrent().refreshCurrentRoute(false);
        assertThat(field("Grace period, iOS/iPadOS").getValue()).isEqualTo(7);
        test(field("Grace period, iOS/iPadOS")).setValue(null);
        save();

        assertThat(rules.current().rules().gracePeriods()).isEqualTo(Map.of(Platform.ANDROID, Duration.ofDays(60)));
        assertThat(rules.current().rules().gracePeriodFor(Platform.IOS)).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void beforeAnythingIsChangedAndBeforeAnyResultItSaysWhyNothingIsCounted() {
        jdbc.sql("delete from evaluation_run").update();
        navigate(ThresholdsView.class);
        assertThat(effect()).contains("Nothing is changed.");

        test(field("Silent after")).setValue(120);
        assertThat(effect()).contains("No agent is set up");
        StoredAgent.in(jdbc);
        test(field("Silent after")).setValue(121);
        assertThat(effect()).contains("No run has found anything yet");

        field("Silent after").setValue(29);
        assertThat(effect()).contains("A field holds what can't be saved.");

        test(field("Silent after")).setValue(90);
        assertThat(effect()).contains("Nothing is changed.");
    }

    @Test
    void whatChangesNoDeviceSaysWhatItDoesChange() {
        navigate(ThresholdsView.class);

        find(Checkbox.class).all().stream()
                .filter(box -> box.getLabel().startsWith("Keep status"))
                .forEach(box -> test(box).click());

        assertThat(effect()).contains("No device comes or goes by this. A run takes status and assignee over");
    }

    @Test
    void besideEachFieldStandsWhoChangedItLastAndToWhat() {
        SignedIn.asOwner(
                "Olga",
                () -> rules.save(
                        rules.current(), JudgingRules.defaults().withSilentAfter(Duration.ofDays(120)), false));

        navigate(ThresholdsView.class);

        assertThat(helpOf("Silent after"))
                .contains("30 to 3,650 days", "Last changed by Olga", "120 days (was 90 days)");
        assertThat(helpOf("Look-back for removal events")).doesNotContain("Last changed");
    }

    @Test
    void anEarlierVersionIsTakenBackIntoTheFieldsAndSavedAsAnyOtherChange() {
        SignedIn.asOwner(
                "Olga",
                () -> rules.save(rules.current(), JudgingRules.defaults().withLookBack(Duration.ofDays(60)), true));
        navigate(ThresholdsView.class);

        test(goBack("Go back to what the portal comes with")).click();

        assertThat(field("Look-back for removal events").getValue()).isEqualTo(30);
        assertThat(page()).contains("The fields hold what the portal comes with now. Nothing is saved yet");
        assertThat(rules.current().version()).isEqualTo(1);

        save();

        assertThat(rules.current().version()).isEqualTo(2);
        assertThat(rules.current().rules()).isEqualTo(JudgingRules.defaults());
        assertThat(rules.current().keepProgress()).isFalse();
    }

    @Test
    void anEarlierVersionThatIsOutOfTodaysRangesIsMarkedAtItsField() {
        jdbc.sql("""
                insert into evaluation_rules (version, saved_at, saved_by_id, saved_by_name, look_back, silent_after, grace_period,
                    teams_phones, opted_in, situations, keep_progress)
                values (1, now(), 'o', 'Olga', 30, 90, 3, '{Yealink}', '{}', '{BROKEN_LINK}', false),
                       (2, now(), 'o', 'Olga', 30, 90, 30, '{Yealink}', '{}', '{BROKEN_LINK}', false)
                """).update();
        navigate(ThresholdsView.class);

        test(goBack("Go back to version 1")).click();
        save();

        assertThat(field("Grace period after disabling").isInvalid()).isTrue();
        assertThat(field("Grace period after disabling").getErrorMessage()).isEqualTo("Not under 7 days.");
        assertThat(rules.current().version()).isEqualTo(2);
    }

    @Test
    void whatAnotherOwnerSavedMeanwhileStandsBesideWhatIsEnteredAndNothingIsLost() {
        navigate(ThresholdsView.class);
        test(field("Look-back for removal events")).setValue(45);
        test(field("Grace period after disabling")).setValue(60);
        SignedIn.asOwner(
                "Olga",
                () -> rules.save(
                        rules.current(),
                        JudgingRules.defaults()
                                .withLookBack(Duration.ofDays(60))
                                .withSilentAfter(Duration.ofDays(120)),
                        false));

        save();

        assertThat(field("Look-back for removal events").getValue()).isEqualTo(45);
        assertThat(field("Grace period after disabling").getValue()).isEqualTo(60);
        assertThat(field("Silent after").getValue()).isEqualTo(120);
        assertThat(page())
                .contains("Olga changed them")
                .doesNotContain("nobody has changed them")
                .contains(
                        "Olga saved thresholds meanwhile: look-back: 60 days (was 30 days)",
                        "also where both of you changed something: look-back.");
        assertThat(helpOf("Look-back for removal events")).contains("Olga saved something else here meanwhile");
        assertThat(helpOf("Grace period after disabling")).doesNotContain("meanwhile");
        assertThat(rules.current().version()).isEqualTo(1);

        save();
        assertThat(rules.current().version()).as("not answered yet").isEqualTo(1);
        test(find(Button.class).withText("Keep mine there").single()).click();
        save();

        assertThat(rules.current().rules())
                .isEqualTo(JudgingRules.defaults()
                        .withLookBack(Duration.ofDays(45))
                        .withSilentAfter(Duration.ofDays(120))
                        .withGracePeriod(Duration.ofDays(60)));
    }

    @Test
    void whoLostTheRoleBetweenOpeningAndSavingIsRefusedAndWhatIsEnteredStays() {
        navigate(ThresholdsView.class);
        test(field("Look-back for removal events")).setValue(45);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> SignedIn.as("user", this::save, Roles.READER));

        assertThat(rules.current().version()).isZero();
        assertThat(field("Look-back for removal events").getValue()).isEqualTo(45);
    }

    @Test
    void anEmptyNumberIsRefused() {
        navigate(ThresholdsView.class);

        field("Grace period after disabling").clear();
        save();

        assertThat(rules.current().version()).isZero();
    }

    private IntegerField field(String label) {
        return find(IntegerField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private String effect() {
        return find(EffectSection.class).single().getElement().getTextRecursively();
    }

    private String helpOf(String label) {
        return field(label).getHelperComponent().getElement().getTextRecursively();
    }

    private String page() {
        return find(ThresholdsView.class).single().getElement().getTextRecursively();
    }

    @SuppressWarnings("unchecked")
    private Button goBack(String label) {
        Grid<?> grid = find(Grid.class).withClassName("setting-history").all().getFirst();
        return IntStream.range(0, test(grid).size())
                .mapToObj(row -> test(grid).getCellComponent(row, 4))
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void save() {
        test(find(Button.class).withText("Save").single()).click();
    }
}
