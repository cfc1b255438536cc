package org.deviceoffboarding.agent.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.access.token.TokenOwner;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.agent.AgentFeaturesChanged;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.RunObstacles;
import org.deviceoffboarding.remediation.ui.News;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What Microsoft refuses the agent, and what it lacks. */
@PortalTest
@ViewPackages(classes = SettingsView.class)
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class AgentTroubleTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AgentNotice notice;

    @Autowired
    private AgentTile tile;

    @Autowired
    private List<RunObstacles> obstacles;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void whyMicrosoftRefusesIsSaidWithItsAnswerAndOfferedToBeTriedAgain() {
        refused("CONDITIONAL_ACCESS", false);

        SettingsView page = navigate(SettingsView.class);

        assertThat(page.getElement().getTextRecursively())
                .contains(
                        "Blocked by a policy",
                        "The tenant refused the agent's sign-in (AADSTS1234): a Conditional Access policy blocks it.",
                        "Microsoft's answer",
                        "AADSTS1234: Said. Trace ID: 5c3bd525");
        assertThat(find(Button.class).withText("Try again").single().isEnabled())
                .isTrue();
    }

    @Test
    void whereOnlyANewSignInHelpsNothingElseIsOffered() {
        refused("REVOKED", true);

        navigate(SettingsView.class);

        assertThat(find(Button.class).all())
                .extracting(Button::getText)
                .contains("Renew identity…")
                .doesNotContain("Try again");
    }

    @Test
    void whoeverIsAboutToStartARunReadsThatTheIdentityIsRefusedAndWhoCanMendIt() {
        refused("REVOKED", true);

        assertThat(obstacles.stream().flatMap(each -> each.find().stream()))
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.sentences())
                        .startsWith(
                                "The next run fails unless this was put right: The tenant refused the agent's sign-in")
                        .endsWith(
                                "admin@contoso.example has to renew the agent under Settings, or an owner gives it another"
                                        + " identity there."));

        jdbc.sql("update agent set expired = false, refusal_reason = null, refusal_code = null, refusal_said = null,"
                        + " refused_at = null")
                .update();
        assertThat(obstacles.stream().flatMap(each -> each.find().stream())).isEmpty();
    }

    @Test
    void theReasonGoesWithTheNewsThatItWasMended() {
        refused("ACCOUNT_DISABLED", false);
        SettingsView page = navigate(SettingsView.class);
        assertThat(page.getElement().getTextRecursively()).contains("the agent's account is disabled in Entra");

        mend();

        assertThat(page.getElement().getTextRecursively()).doesNotContain("the agent's account is disabled in Entra");
    }

    @Test
    void theNoticeAndTheTileSayItOnOtherPagesAndGoWithTheNews() {
        UI.getCurrent().navigate("audit");
        Component line = notice.create();
        UI.getCurrent().add(line);
        refused("NO_INTUNE", false);
        News.tell(events, new AgentChanged());

        assertThat(line.getElement().getTextRecursively())
                .contains("(AADSTS1234): the tenant does not have Intune. The tenant needs a subscription");
        assertThat(tile.create())
                .singleElement()
                .satisfies(shown -> assertThat(shown.getElement().getTextRecursively())
                        .contains("No Intune", "refused with AADSTS1234"));

        mend();
        assertThat(line.getElement().getTextRecursively()).doesNotContain("AADSTS1234");
        assertThat(tile.create().getFirst().getElement().getTextRecursively()).doesNotContain("AADSTS1234");
    }

    @Test
    void whatLacksIsSaidWithWhatItIsForAndHowToGrantItAndGoesWithTheNews() {
        refused("ACCOUNT_DISABLED", false);
        found("BitlockerKey.ReadBasic.All", "MISSING", "403 Forbidden: No.");
        found("DeviceLocalCredential.ReadBasic.All", "UNKNOWN", "Microsoft Graph had no time.");
        found("SECURITY_READER", "MISSING", "403 Forbidden: No.");
        SettingsView page = navigate(SettingsView.class);

        assertThat(page.getElement().getTextRecursively())
                .contains(
                        "Readiness",
                        "Whether BitLocker recovery keys are kept can't be used without.",
                        "adds the delegated permission BitlockerKey.ReadBasic.All of Microsoft Graph",
                        "Microsoft's answer: 403 Forbidden: No.",
                        "Not known",
                        "Microsoft's answer: Microsoft Graph had no time.",
                        "Security Reader (Entra role)",
                        "An administrator assigns the Entra role Security Reader",
                        "/adminconsent?client_id=");
        assertThat(find(Button.class).withText("Check now").single().isEnabled())
                .isTrue();

        found("BitlockerKey.ReadBasic.All", "GIVEN", "");
        News.tell(events, new AgentFeaturesChanged());

        assertThat(page.getElement().getTextRecursively())
                .doesNotContain("adds the delegated permission BitlockerKey.ReadBasic.All");
    }

    @Test
    void whatAPageNeedsAndLacksIsSaidThereWithTheReason() {
        refused("ACCOUNT_DISABLED", false);
        jdbc.sql("update agent set refusal_reason = null, refusal_code = null, refusal_said = null, refused_at = null")
                .update();
        found("GroupMember.Read.All", "MISSING", "403 Forbidden: No.");
        UI.getCurrent().navigate("exceptions");
        Component line = notice.create();
        UI.getCurrent().add(line);
        UI.getCurrent().navigate("exceptions");
        News.tell(events, new AgentFeaturesChanged());

        assertThat(line.getElement().getTextRecursively()).contains("The agent lacks ", "GroupMember.Read.All");
    }

    private void found(String needed, String state, String said) {
        jdbc.sql("""
                insert into agent_readiness values (:needed, true, :state, :state, :said, now(), now())
                on conflict (needed) do update set state = :state, works = :state, said = :said
                """)
                .param("needed", needed)
                .param("state", state)
                .param("said", said)
                .update();
    }

    private void mend() {
        jdbc.sql("update agent set refusal_reason = null, refusal_code = null, refusal_said = null, refused_at = null")
                .update();
        News.tell(events, new AgentChanged());
    }

    private void refused(String reason, boolean expired) {
        EncryptedToken token =
                new TokenCipher(PortalTest.SECRET_KEY).encrypt("not a token", new TokenOwner("agent", "oid"));
        jdbc.sql("""
                insert into agent (identity_id, identity_name, tenant_name, scopes, refresh_token, token_salt, key_id,
                    token_obtained_at, set_up_at, set_up_by, expired, refusal_reason, refusal_code, refusal_said, refused_at)
                values ('oid', 'admin@contoso.example', 'Contoso', '{}', :token, :salt, :key, now(), now(), 'admin', :expired,
                    :reason, 'AADSTS1234', 'AADSTS1234: Said. Trace ID: 5c3bd525-61b3-44d4-a70a-fb93e9ddc500', now())
                """)
                .param("token", token.text())
                .param("salt", token.salt())
                .param("key", token.keyId())
                .param("expired", expired)
                .param("reason", reason)
                .update();
    }
}
