package org.deviceoffboarding.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.util.Map;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.evaluation.rules.RulesService;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.safeguard.LooseningService;
import org.deviceoffboarding.safeguard.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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

    private void save() {
        test(find(Button.class).withText("Save").single()).click();
    }
}
