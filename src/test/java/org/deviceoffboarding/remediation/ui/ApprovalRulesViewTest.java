package org.deviceoffboarding.remediation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.IntegerField;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.remediation.approval.RemediationRules;
import org.deviceoffboarding.remediation.approval.RemediationRulesService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = ApprovalRulesView.class)
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class ApprovalRulesViewTest extends SpringBrowserlessTest {

    @Autowired
    private RemediationRulesService rules;

    @Test
    void whatAnOwnerEntersIsSavedWithWhoDidIt() {
        navigate(ApprovalRulesView.class);
        assertThat(sentences()).contains("nobody has changed them");
        assertThat(field("Approval is needed from").getValue()).isEqualTo(1);

        test(field("Approval is needed from")).setValue(5);
        test(field("Most devices of a request")).setValue(200);
        test(field("Most devices in 24 hours")).setValue(300);
        save();

        assertThat(rules.current().rules()).isEqualTo(new RemediationRules(1, 200, 300));
        assertThat(sentences()).contains("user changed them");
        assertThat(field("Approval is needed from").getValue()).as("in force").isEqualTo(1);
        assertThat(sentences())
                .contains("You proposed to loosen a safeguard: approval is needed from 5 devices on (was 1)");
        assertThat(test(find(Notification.class).single()).getText()).contains("waits for another owner");
    }

    @Test
    void whatIsOverTheCeilingIsMarkedAndNothingIsSaved() {
        navigate(ApprovalRulesView.class);

        field("Most devices in 24 hours").setValue(5_001);
        save();

        assertThat(field("Most devices in 24 hours").isInvalid()).isTrue();
        assertThat(rules.current().version()).isZero();
        assertThat(sentences()).doesNotContain("proposed");
    }

    @Test
    void whatIsRefusedIsMarkedAndNothingIsSaved() {
        navigate(ApprovalRulesView.class);

        field("Most devices of a request").setValue(0);
        save();
        assertThat(field("Most devices of a request").isInvalid()).isTrue();
        field("Most devices of a request").clear();
        save();

        assertThat(rules.current().version()).isZero();
        assertThat(field("Most devices of a request").getErrorMessage()).isEqualTo("Enter a number of devices.");
        assertThat(notices()).isEmpty();
    }

    @Test
    void aChangeOfSomeoneElseIsExplainedAndShown() {
        navigate(ApprovalRulesView.class);
        As.person(new Actor("o", "Olga"), () -> rules.save(rules.current(), new RemediationRules(1, 50, 60)));

        test(field("Most devices of a request")).setValue(200);
        save();

        assertThat(notices()).contains("Someone else changed these rules meanwhile");
        assertThat(field("Most devices of a request").getValue()).isEqualTo(50);
        assertThat(rules.current().rules().perRequest()).isEqualTo(50);
    }

    @Test
    void theSettingsLeadThere() {
        navigate(ApprovalRulesView.class);

        assertThat(find(Anchor.class).withText("Approval").single().getHref()).isEqualTo("settings/approval");
    }

    private IntegerField field(String label) {
        return find(IntegerField.class).withCaption(label).single();
    }

    private String sentences() {
        return String.join(
                " ",
                find(Paragraph.class).all().stream().map(Paragraph::getText).toList());
    }

    private String notices() {
        return String.join(
                " ",
                find(Notification.class).all().stream()
                        .map(notice -> notice.getElement().getTextRecursively())
                        .toList());
    }

    private void save() {
        test(find(Button.class).withText("Save").single()).click();
    }
}
