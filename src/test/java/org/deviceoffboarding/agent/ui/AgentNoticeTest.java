package org.deviceoffboarding.agent.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.Component;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.agent.AgentFeatures;
import org.deviceoffboarding.agent.StoredAgent;
import org.deviceoffboarding.agent.removal.AgentRemovalService;
import org.deviceoffboarding.agent.setup.AgentService;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.TenantProperties;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.proof.ProofService;
import org.deviceoffboarding.proof.ProofServices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.context.support.WithMockUser;

/** What stands above every page of the agent's identity, for whom and when, and what its tile says. */
@PortalTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class AgentNoticeTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private AgentService agents;

    @Autowired
    private AgentRemovalService removals;

    @Autowired
    private AgentFeatures features;

    @Autowired
    private ProofService proof;

    @Autowired
    private CurrentActor currentActor;

    @Autowired
    private OpenPages openPages;

    @Autowired
    private JdbcClient jdbc;

    private final SettableClock clock = new SettableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private SecuredBrowserlessApplicationContext<Authentication> portal;

    @BeforeEach
    void open() {
        portal = SpringBrowserlessApplicationContext.createSecured(context, SettingsView.class);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void fromFourteenDaysBeforeOperatorsAndOwnersAreTold() {
        StoredAgent.as("oid", "admin@contoso.example", clock.instant(), jdbc);
        clock.forward(Duration.ofDays(75));
        assertThat(said("operator", Roles.READER, Roles.OPERATOR)).isEmpty();

        clock.forward(Duration.ofDays(2));

        assertThat(said("operator", Roles.READER, Roles.OPERATOR))
                .contains(
                        "The agent's identity expires on ", "You can run it, and admin@contoso.example can renew it.");
        assertThat(said("owner", Roles.READER, Roles.OPERATOR, Roles.OWNER))
                .contains("You can run it, and admin@contoso.example can renew it.");
        assertThat(said("oid", Roles.READER, Roles.OPERATOR, Roles.OWNER))
                .contains("You can run it, and renew it, now.");
        assertThat(said("reader", Roles.READER)).isEmpty();
    }

    @Test
    void onceItHasExpiredEverybodyIsTold() {
        StoredAgent.as("oid", "admin@contoso.example", clock.instant(), jdbc);
        clock.forward(Duration.ofDays(90));

        assertThat(said("reader", Roles.READER))
                .isEqualTo(
                        "The agent's identity has expired, so it cannot run. admin@contoso.example has to renew it under Settings, or"
                                + " an owner chooses another identity there.");
        assertThat(said("owner", Roles.READER, Roles.OWNER)).contains("or you choose another identity there.");
        assertThat(said("oid", Roles.READER, Roles.OWNER)).contains("You can renew it now.");
    }

    @Test
    void aRunStartsTheTimeAnewAndTheNoticeGoes() {
        StoredAgent.as("oid", "admin@contoso.example", clock.instant(), jdbc);
        clock.forward(Duration.ofDays(80));
        assertThat(said("operator", Roles.READER, Roles.OPERATOR)).isNotEmpty();

        jdbc.sql("update agent set used_at = used_at + interval '80 days'").update();

        assertThat(said("operator", Roles.READER, Roles.OPERATOR)).isEmpty();
    }

    @Test
    void afterARemovalItIsSaidWithWhatToDo() {
        assertThat(said("reader", Roles.READER)).contains("No agent is set up yet");
        jdbc.sql("""
                insert into agent_removal (removed_at, removed_by_id, removed_by_name, identity_name)
                values (now(), 'o', 'Olivia', 'admin')
                """).update();

        assertThat(said("reader", Roles.READER))
                .isEqualTo(
                        "No agent is set up: it was removed, with what it had read and found. Nothing is read from the tenant. An"
                                + " owner has to set it up again.");
    }

    @Test
    void theTileSaysHowManyDaysAreLeft() {
        StoredAgent.as("oid", "admin@contoso.example", clock.instant(), jdbc);
        clock.forward(Duration.ofDays(88));

        assertThat(tile()).contains("2 days left", "unless it runs before");

        clock.forward(Duration.ofDays(1));
        assertThat(tile()).contains("1 day left");
        clock.forward(Duration.ofDays(1));
        assertThat(tile()).contains("Expired", "admin@contoso.example has to renew it");
    }

    @Test
    void ofTheApplicationNothingIsToldHoweverLongNoRunUsedIt() {
        StoredAgent.asApplication(jdbc);
        clock.forward(Duration.ofDays(4_000));

        assertThat(said("owner", Roles.READER, Roles.OPERATOR, Roles.OWNER)).doesNotContain("expire");
        assertThat(tile()).contains("Application", "does not expire");
    }

    @Test
    void whatMicrosoftSaidOfATokenThatIsGoneIsNoLongerTold(@TempDir Path folder) throws Exception {
        StoredAgent.asApplication(jdbc);
        jdbc.sql("update agent set refusal_reason = 'FEDERATED_TOKEN', refusal_code = 'AADSTS50027',"
                        + " refusal_said = 'AADSTS50027: JWT token is invalid or malformed.', refused_at = now()")
                .update();
        Path token = Files.writeString(folder.resolve("token"), "aa.bb.cc");
        URI anywhere = URI.create("http://localhost:9");
        proof = ProofServices.of(
                new TenantProperties(anywhere, "portal", "", "", "", token.toString(), anywhere, false, ""), clock);
        assertThat(said("owner", Roles.READER, Roles.OWNER)).contains("AADSTS50027");
        assertThat(tile()).contains("AADSTS50027");

        Files.delete(token);

        assertThat(said("owner", Roles.READER, Roles.OWNER)).doesNotContain("AADSTS50027");
        assertThat(tile()).contains("the portal can't prove itself").doesNotContain("AADSTS50027");
    }

    private String tile() {
        return new AgentTile(agents, proof, clock)
                .create()
                .getFirst()
                .getElement()
                .getTextRecursively();
    }

    /** Returns what a person's window says once it is shown. */
    private String said(String name, String... roles) {
        BrowserlessUIContext ui = portal.newUser(name, roles).newWindow();
        ui.activate();
        Component line = new AgentNotice(agents, removals, features, proof, currentActor, openPages, clock).create();
        ui.getUI().add(line);
        ui.getUI().navigate("devices-of-nobody");
        ui.roundTrip();
        return line.isVisible() ? line.getElement().getTextRecursively() : "";
    }
}
