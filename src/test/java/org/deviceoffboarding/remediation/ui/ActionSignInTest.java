package org.deviceoffboarding.remediation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.delegation.ActionIdentityChanged;
import org.deviceoffboarding.delegation.ActionSignInProblems;
import org.deviceoffboarding.delegation.ActionSignInVisit;
import org.deviceoffboarding.delegation.StoredActionIdentity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = ActionSignInPage.class)
@WithMockUser(
        username = "amara",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER})
class ActionSignInTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void beforeAPersonSignsInForActionsItSaysWhyAndWhatFor() {
        navigate(ActionSignInPage.class);

        assertThat(text())
                .contains(
                        "with your own identity in Entra",
                        "Cloud Device Administrator or Intune Administrator",
                        "encrypted for 12 hours");
        assertThat(find(Button.class).all()).extracting(Button::getText).containsExactly("Sign in for actions");
    }

    @Test
    void theButtonRemembersThePageToComeBackTo() {
        navigate(ActionSignInPage.class);

        test(find(Button.class).withText("Sign in for actions").single()).click();

        assertThat(Collections.list(session().getAttributeNames()).stream()
                        .map(session()::getAttribute)
                        .map(String::valueOf))
                .anyMatch(kept -> kept.contains("amara") && kept.contains("/approvals/42"));
    }

    @Test
    void whatWasLentIsShownWithItsEndAndCanBeTakenBack() {
        lent("amara", clock.instant(), false);
        navigate(ActionSignInPage.class);
        assertThat(text()).contains("Your actions are carried out as amara@contoso.example, until ");

        test(find(Button.class).withText("Take it back").single()).click();

        assertThat(jdbc.sql("select count(*) from action_identity")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(find(Button.class).all()).extracting(Button::getText).containsExactly("Sign in for actions");
    }

    @Test
    void whatSomeoneElseLentIsNotTheirs() {
        lent("olivia", clock.instant(), false);

        navigate(ActionSignInPage.class);

        assertThat(text()).doesNotContain("olivia");
        assertThat(find(Button.class).all()).extracting(Button::getText).containsExactly("Sign in for actions");
    }

    @Test
    void whatTheTenantNoLongerAcceptsIsSaidAndCanBePutRight() {
        lent("amara", clock.instant(), true);

        navigate(ActionSignInPage.class);

        assertThat(alert()).contains("the tenant no longer accepts it");
        assertThat(find(Button.class).withText("Sign in for actions").single().isEnabled())
                .isTrue();
    }

    @Test
    void whatTheTenantRefusesForGoodSaysWhyWithMicrosoftsCode() {
        lent("amara", clock.instant(), true);
        refused("REVOKED", "AADSTS50173");

        navigate(ActionSignInPage.class);

        assertThat(alert())
                .isEqualTo(
                        "The tenant refused your sign-in for actions (AADSTS50173): it was revoked, or the password was"
                                + " changed. Sign in for actions again.");
        assertThat(find(Button.class).all()).extracting(Button::getText).containsExactly("Sign in for actions");
    }

    @Test
    void whatTheTenantRefusesUntilItIsMendedSaysSoAndGoesWithTheNewsOfIt() {
        lent("amara", clock.instant(), false);
        refused("ACCOUNT_DISABLED", "AADSTS50057");
        navigate(ActionSignInPage.class);

        assertThat(alert()).contains("(AADSTS50057): your account is disabled in Entra. An administrator enables it");
        assertThat(find(Button.class).all())
                .extracting(Button::getText)
                .containsExactly("Take it back", "Sign in for actions");

        jdbc.sql("""
                update action_identity
                set refusal_reason = null, refusal_code = null, refusal_said = null, refused_at = null
                """).update();
        News.tell(events, new ActionIdentityChanged("amara"));

        assertThat(text()).doesNotContain("AADSTS50057");
        assertThat(find(Button.class).all()).extracting(Button::getText).containsExactly("Take it back");
    }

    @Test
    void whyItDidNotWorkIsSaidOnce() {
        ActionSignInProblems.keep(session(), new Actor("amara", "amara"), "It was cancelled.");

        navigate(ActionSignInPage.class);

        assertThat(alert()).isEqualTo("It was cancelled.");
        assertThat(new ActionSignInVisit(session(), new CurrentActor()).takeProblem())
                .isEmpty();
    }

    @Test
    void whatItsKeyNoLongerReadsIsNotUsableAndSaysHowToGoOn() {
        lent("amara", clock.instant(), false);
        jdbc.sql("update action_identity set key_id = 'another'").update();

        navigate(ActionSignInPage.class);

        assertThat(text())
                .contains("can't be read", "Sign in for actions again")
                .doesNotContain("Your actions are carried out as");
    }

    private static HttpSession session() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest().getSession();
    }

    private void lent(String person, Instant at, boolean expired) {
        StoredActionIdentity.by(person, person + "@contoso.example", at, expired, jdbc);
    }

    private void refused(String reason, String code) {
        jdbc.sql("""
                update action_identity
                set refusal_reason = :reason, refusal_code = :code, refusal_said = '', refused_at = now()
                """).param("reason", reason).param("code", code).update();
    }

    private String text() {
        return find(Div.class)
                .withClassName("action-sign-in")
                .single()
                .getElement()
                .getTextRecursively();
    }

    private String alert() {
        return find(Div.class)
                .withAttribute("role", "alert")
                .single()
                .getElement()
                .getTextRecursively();
    }
}
