package org.deviceoffboarding.evaluation.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Set;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.form.OpenForms;
import org.deviceoffboarding.evaluation.rules.RulesService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** What becomes of thresholds that were changed and not saved, and where it stands what is wrong with one. */
@PortalTest
@ViewPackages(packages = {"org.deviceoffboarding.evaluation.ui", "org.deviceoffboarding.evaluation.rules.ui"})
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.OWNER})
class UnsavedThresholdsTest extends SpringBrowserlessTest {

    @Autowired
    private RulesService rules;

    @Test
    void whoeverLeavesWithSomethingUnsavedIsAsked() {
        navigate(ThresholdsView.class);
        test(lookBack()).setValue(60);

        UI.getCurrent().navigate("");

        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(question.getElement().getProperty("header")).isEqualTo("Leave without saving?");
        test(question).confirm();
        assertThat(getCurrentView()).isInstanceOf(ThresholdsView.class);
        assertThat(lookBack().getValue()).isEqualTo(60);

        UI.getCurrent().navigate("");
        test(find(ConfirmDialog.class).single()).reject();

        assertThat(getCurrentView()).isNotInstanceOf(ThresholdsView.class);
        assertThat(rules.current().version()).isZero();
    }

    @Test
    void nobodyIsAskedWhereNothingWouldBeLost() {
        navigate(ThresholdsView.class);
        test(lookBack()).setValue(60);
        test(lookBack()).setValue(30);

        UI.getCurrent().navigate("");

        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(getCurrentView()).isNotInstanceOf(ThresholdsView.class);
    }

    @Test
    void whatIsSavedIsNotAskedAbout() {
        navigate(ThresholdsView.class);
        test(lookBack()).setValue(60);
        save();

        UI.getCurrent().navigate("");

        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(rules.current().rules().lookBack().toDays()).isEqualTo(60);
    }

    @Test
    void signingOutAsksToo() {
        navigate(ThresholdsView.class);
        test(lookBack()).setValue(60);
        boolean[] left = {false};

        OpenForms.of(UI.getCurrent()).leave(() -> left[0] = true);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(left[0]).isFalse();

        OpenForms.of(UI.getCurrent()).leave(() -> left[0] = true);
        test(find(ConfirmDialog.class).single()).reject();
        assertThat(left[0]).isTrue();
    }

    @Test
    void anErrorStandsAtItsFieldUntilThatIsMended() {
        navigate(ThresholdsView.class);
        TextArea phones = find(TextArea.class).single();
        test(phones).setValue("x".repeat(101));
        save();
        assertThat(phones.isInvalid()).isTrue();
        assertThat(phones.getErrorMessage()).isEqualTo("A line has more than 100 characters.");

        test(phones).setValue("x".repeat(102));
        assertThat(phones.isInvalid()).as("as wrong as before").isTrue();
        test(phones).setValue("Yealink");
        assertThat(phones.isInvalid()).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void ofSeveralErrorsEachIsSaidAndWhatHidesTheFirstOpens() {
        navigate(ThresholdsView.class);
        find(CheckboxGroup.class).all().getFirst().setValue(Set.of());
        IntegerField android =
                find(IntegerField.class).withCaption("Grace period, Android").single();
        android.setValue(1_000);
        find(Details.class).single().setOpened(false);

        save();

        assertThat(find(CheckboxGroup.class).all().getFirst().getErrorMessage()).startsWith("Pick at least one");
        assertThat(android.getErrorMessage()).isEqualTo("Not over 365 days.");
        assertThat(find(Details.class).single().isOpened()).isTrue();
    }

    private IntegerField lookBack() {
        return find(IntegerField.class)
                .withCaption("Look-back for removal events")
                .single();
    }

    private void save() {
        test(find(Button.class).withText("Save").single()).click();
    }
}
