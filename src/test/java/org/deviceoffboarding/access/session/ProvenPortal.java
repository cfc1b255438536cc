package org.deviceoffboarding.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.setup.AgentService;
import org.deviceoffboarding.agent.setup.AgentWish;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.delegation.ActionIdentities;
import org.deviceoffboarding.delegation.ActionIdentityService;
import org.deviceoffboarding.delegation.ActionSignInPerson;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.identity.Consent;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.deviceoffboarding.demotenant.identity.Visit;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.proof.AppProof;
import org.deviceoffboarding.proof.ProofKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What every proof has to do for sign-in, agent and approver, over real HTTP against the demo tenant. */
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
abstract class ProvenPortal {

    private static final Actor OWNER = new Actor("owner-id", "owner@contoso.example");

    @Autowired
    private DemoTenant tenant;

    @Autowired
    private LocalSessions local;

    @Autowired
    private AgentService agents;

    @Autowired
    private AgentIdentity agent;

    @Autowired
    private ActionIdentityService lending;

    @Autowired
    private ActionIdentities identities;

    @Autowired
    private AppProof proof;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    /** The file that the portal proves itself with; empty where it is a secret. */
    @Value("${portal.tenant.certificate-file:}${portal.tenant.federated-token-file:}")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @BeforeEach
    void now() {
        clock.set(Instant.now());
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        clock.set(Instant.now());
        switches().reset();
        local.ids().forEach(id -> local.close(id, SessionOver.of(SessionEnd.CLOSED)));
        awaitTheFirstRun(); // of the test before
        jdbc.sql("delete from portal_session").update();
        jdbc.sql("delete from person").update();
        jdbc.sql("delete from action_identity").update();
        jdbc.sql("delete from agent").update();
        writeWhatIsAccepted();
    }

    /** Lets the file hold what the tenant accepts, as it did at first or anew. */
    abstract void writeWhatIsAccepted() throws Exception;

    abstract ProofKind kind();

    /** Lets the tenant refuse what is in the file or the setting; returns the number that it refuses with. */
    abstract String letTheTenantRefuseIt();

    @Test
    void thePortalProvesItselfInTheWayThatIsSet() {
        assertThat(proof.state().kind()).isEqualTo(kind());
        assertThat(proof.state().problem()).isEmpty();
    }

    @Test
    void aPersonSignsIn() {
        Visit visit = visit();

        assertThat(visit.signIn()).isNotEqualTo("/sign-in-problem");

        assertThat(visit.open("/devices")).isEqualTo("/devices");
    }

    @Test
    void theAgentReadsWithAPersonsIdentityAndAsTheApplication() {
        lendToTheAgent();
        assertThat(agent.tokens().get()).isNotEmpty();

        awaitTheFirstRun();
        As.person(
                OWNER,
                () -> agents.startAsApplication(AgentWish.choose(agents.find().orElseThrow())));

        assertThat(agent.tokens().get()).isNotEmpty();
        assertThat(agent.ofApplication()).isTrue();
    }

    @Test
    void anApproversIdentityIsUsed() {
        assertThat(tokensOfAnApprover().get()).isNotEmpty();
    }

    @Test
    void whatTheTenantRefusesIsToldToEachWithItsCode() throws Exception {
        lendToTheAgent();
        AccessTokens approver = tokensOfAnApprover();
        String number = letTheTenantRefuseIt();

        Visit visit = visit();
        assertThat(visit.signIn()).isEqualTo("/sign-in-problem");
        assertThat(visit.read()).contains("AADSTS" + number, "Whoever runs the portal");
        assertRefused(agent.tokens(), "AADSTS" + number);
        assertRefused(approver, "AADSTS" + number);

        switches().reset();
        writeWhatIsAccepted();
        assertThat(visit.signIn()).isNotEqualTo("/sign-in-problem");
        assertThat(agent.tokens().get()).isNotEmpty();
        assertThat(approver.get()).isNotEmpty();
    }

    @Test
    void nothingOfTheProofIsLogged() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger own = (Logger) LoggerFactory.getLogger("org.deviceoffboarding");
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        root.addAppender(appender);
        own.setLevel(Level.ALL);
        try {
            whatTheTenantRefusesIsToldToEachWithItsCode();
        } finally {
            own.setLevel(null);
            root.detachAppender(appender);
        }

        assertThat(List.copyOf(appender.list))
                .isNotEmpty()
                .noneMatch(event -> secretParts().stream()
                        .anyMatch(part -> (event.getFormattedMessage() + event.getKeyValuePairs()).contains(part)));
    }

    /** It reads as one identity to its end. */
    private void awaitTheFirstRun() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> jdbc.sql("select not exists (select from evaluation_run where status = 'RUNNING')")
                        .query(Boolean.class)
                        .single());
    }

    private List<String> secretParts() {
        try {
            return file.isEmpty()
                    ? List.of(tenant.clientSecret())
                    : Files.readString(Path.of(file))
                            .lines()
                            .filter(line -> line.length() >= 40)
                            .map(line -> line.substring(0, 40))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final void assertRefused(AccessTokens tokens, String... told) {
        tokens.drop(tokensInMemory(tokens), null);
        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(tokens::get)
                .withMessageContainingAll(told);
    }

    /** An access token that was got before would be used on. */
    private static String tokensInMemory(AccessTokens tokens) {
        try {
            return tokens.get();
        } catch (GraphSignInExpiredException refused) {
            return "none";
        }
    }

    final void lendToTheAgent() {
        List<String> permissions = agents.requirements().stream()
                .map(requirement -> requirement.permission())
                .toList();
        Consent consent = Consent.of(tenant, "owner", "openid profile offline_access " + String.join(" ", permissions));
        As.person(DemoRuns.actor(consent), () -> agents.start(DemoRuns.given(consent), AgentWish.SET_UP));
    }

    final AccessTokens tokensOfAnApprover() {
        ActionSignInPerson approver = ActionSignInPerson.of(tenant, "approver");
        As.person(approver.actor(), () -> lending.lend(approver.consent()));
        return identities.tokens(approver.actor().id());
    }

    final Visit visit() {
        return new Visit(URI.create("http://localhost:" + port), "owner");
    }

    final IdentitySwitches switches() {
        return tenant.context().getBean(IdentitySwitches.class);
    }

    final DemoTenant tenant() {
        return tenant;
    }

    final AgentIdentity agent() {
        return agent;
    }

    final SettableClock clock() {
        return clock;
    }

    final AppProof proof() {
        return proof;
    }

    final void write(String content) throws Exception {
        Files.writeString(Path.of(file), content);
    }

    final void delete() throws Exception {
        Files.delete(Path.of(file));
    }

    final Instant inDays(int days) {
        return Objects.requireNonNull(clock.instant()).plus(Duration.ofDays(days));
    }
}
