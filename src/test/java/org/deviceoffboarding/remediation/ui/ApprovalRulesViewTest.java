package org.deviceoffboarding.remediation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.stream.IntStream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.remediation.approval.RemediationRules;
import org.deviceoffboarding.remediation.approval.RemediationRulesService;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = ApprovalRulesView.class)
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class ApprovalRulesViewTest extends SpringBrowserlessTest {

    @Autowired
    private RemediationRulesService rules;

    @Autowired
    private JdbcClient jdbc;

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
    void whatItWouldMeanForRequestsIsShownBeforeItIsSaved() {
        jdbc.sql("truncate change_request cascade").update();
        ARequest.in(jdbc).store();
        ARequest.in(jdbc).that(RequestStatus.RUNNING).store();
        navigate(ApprovalRulesView.class);
        assertThat(page()).contains("Nothing is changed.");

        test(field("Most devices in 24 hours")).setValue(1);

        assertThat(page())
                .contains(
                        "No device comes or goes by this",
                        "1 request waits for approval and would go on waiting",
                        "1 request that is approved would be carried out as approved.",
                        "1 of these holds more devices than could be approved in 24 hours.",
                        "In the last 24 hours 2 devices were approved to be disabled or deleted, so that 0 more could be now.");
        assertThat(rules.current().version()).isZero();

        field("Most devices in 24 hours").setValue(0);
        assertThat(page()).contains("A field holds what can't be saved.");
    }

    @Test
    void anEarlierVersionIsTakenBackIntoTheFieldsAndLoosensAsAnyOtherChange() {
        As.person(new Actor("o", "Olga"), () -> rules.save(rules.current(), new RemediationRules(1, 50, 60)));
        navigate(ApprovalRulesView.class);
        assertThat(page()).contains("Last changed by Olga", "a request holds at most 50 devices (was 500)");

        test(goBack("Go back to what the portal comes with")).click();
        assertThat(field("Most devices of a request").getValue()).isEqualTo(500);
        assertThat(rules.current().version()).isEqualTo(1);
        save();

        assertThat(rules.current().rules()).isEqualTo(new RemediationRules(1, 50, 60));
        assertThat(sentences())
                .contains("You proposed to loosen a safeguard: a request holds at most 500 devices (was 50)");
    }

    @Test
    void aChangeOfSomeoneElseIsShownBesideWhatIsEntered() {
        navigate(ApprovalRulesView.class);
        As.person(new Actor("o", "Olga"), () -> rules.save(rules.current(), new RemediationRules(1, 50, 60)));

        test(field("Most devices of a request")).setValue(200);
        save();

        assertThat(notices()).contains("someone else changed these rules meanwhile");
        assertThat(field("Most devices of a request").getValue()).isEqualTo(200);
        assertThat(field("Most devices in 24 hours").getValue()).isEqualTo(60);
        assertThat(page())
                .contains("Olga changed them")
                .doesNotContain("nobody has changed them")
                .contains(
                        "Olga saved rules meanwhile: a request holds at most 50 devices (was 500)",
                        "Olga saved 50 devices here meanwhile.");
        assertThat(rules.current().rules().perRequest()).isEqualTo(50);

        test(field("Most devices of a request")).setValue(40);
        save();
        assertThat(rules.current().rules().perRequest()).as("not answered yet").isEqualTo(50);
        test(find(Button.class).withText("Keep mine there").single()).click();
        save();

        assertThat(rules.current().rules()).isEqualTo(new RemediationRules(1, 40, 60));
    }

    @Test
    void whatSomeoneElseSavedCanTakeThePlaceOfWhatIsEnteredWhereBothChangedIt() {
        navigate(ApprovalRulesView.class);
        As.person(new Actor("o", "Olga"), () -> rules.save(rules.current(), new RemediationRules(1, 50, 60)));
        test(field("Most devices of a request")).setValue(200);
        test(field("Most devices in 24 hours")).setValue(70);
        save();

        test(find(Button.class).withText("Take theirs there").single()).click();

        assertThat(field("Most devices of a request").getValue()).isEqualTo(50);
        assertThat(field("Most devices in 24 hours").getValue()).isEqualTo(60);
        assertThat(page()).doesNotContain("meanwhile");
    }

    @Test
    void theSettingsLeadThere() {
        navigate(ApprovalRulesView.class);

        assertThat(find(Anchor.class).withText("Approval").single().getHref()).isEqualTo("settings/approval");
    }

    private String page() {
        return find(ApprovalRulesView.class).single().getElement().getTextRecursively()
                + find(IntegerField.class).all().stream()
                        .map(field -> field.getHelperComponent().getElement().getTextRecursively())
                        .toList();
    }

    private Button goBack(String label) {
        Grid<?> grid = find(Grid.class).withClassName("setting-history").single();
        return IntStream.range(0, test(grid).size())
                .mapToObj(row -> test(grid).getCellComponent(row, 4))
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
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
