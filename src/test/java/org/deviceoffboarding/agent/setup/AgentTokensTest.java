package org.deviceoffboarding.agent.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.access.token.ClaimsChallenges;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.delegation.DelegatedTokens;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.identity.Consent;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.graph.GraphUnavailableException;
import org.deviceoffboarding.proof.AppProof;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** The agent's access tokens, from the demo tenant's token endpoint. */
@DemoPortal
class AgentTokensTest {

    @Autowired
    private DemoRuns portal;

    @Autowired
    private DemoTenant tenant;

    @Autowired
    private AgentService agents;

    @Autowired
    private AgentIdentity identity;

    @Autowired
    private AuditLogService auditLog;

    @Autowired
    private ClientRegistrationRepository registrations;

    @Autowired
    private AgentTokenStore stored;

    @Autowired
    private AgentConsent agentConsent;

    @Autowired
    private TokenCipher cipher;

    @Autowired
    private ClaimsChallenges challenges;

    @Autowired
    private AppProof proof;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Consent consent;

    @BeforeEach
    void withANewConsent() {
        portal.startAfresh();
        consent = portal.consent();
        portal.start(consent);
    }

    @Test
    void anAccessTokenIsUsedForAsLongAsItIsGood() {
        AccessTokens tokens = identity.tokens();

        assertThat(tokens.get()).isEqualTo(tokens.get());
    }

    @Test
    void anAccessTokenThatIsAboutToExpireIsReplacedBeforeItDoes() {
        switches().setAccessTokenLifetime(Duration.ofMinutes(4));
        portal.start(portal.consent());
        AccessTokens tokens = identity.tokens();
        String first = tokens.get();

        switches().reset();
        String second = tokens.get();

        assertThat(second).isNotEqualTo(first);
        assertThat(tokens.get()).isEqualTo(second);
    }

    @Test
    void aTokenThatGraphDidNotAcceptIsNeverGivenAgain() {
        AccessTokens tokens = identity.tokens();
        String refused = tokens.get();

        assertThat(tokens.drop(refused, null)).isTrue();

        String next = tokens.get();
        assertThat(next).isNotEqualTo(refused);
        tokens.drop(refused, null); // by who found out later
        assertThat(tokens.get()).isEqualTo(next);
    }

    @Test
    void twoThatMeetTheSameRefusalGetOneTokenTogether() throws Exception {
        AccessTokens tokens = identity.tokens();
        String refused = tokens.get();
        var start = new CyclicBarrier(2);
        Callable<String> again = () -> {
            start.await();
            tokens.drop(refused, null);
            return tokens.get();
        };

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var got = threads.invokeAll(List.of(again, again));
            assertThat(got.getFirst().get())
                    .isNotEqualTo(refused)
                    .isEqualTo(got.getLast().get());
        }
    }

    @Test
    void aRefusedTokenAfterARevocationExpiresTheAgent() {
        identity.tokens().get();
        switches().revokeRefreshTokens();
        portal.strike(Fault.of(Fault.Kind.CLAIMS_CHALLENGE, "/devices", -1));

        Run run = portal.run();

        assertThat(run.failure())
                .contains("owner@contoso.example has to renew the agent under Settings, or an owner gives it another");
        assertThat(agents.find().orElseThrow().expired()).isTrue();
    }

    @Test
    void aTokenThatAnotherPortalGotIsNotAskedForWithAnOldOne() {
        AccessTokens here = identity.tokens();
        AccessTokens there = tokens(agentRegistration());
        String refused = here.get();
        here.drop(refused, null);
        there.get();

        assertThat(here.get()).isNotEqualTo(refused);
        assertThat(agents.find().orElseThrow().expired()).isFalse();
    }

    @Test
    void aRenewedIdentityIsUsedAtOnce() {
        String before = identity.tokens().get();

        portal.start(portal.consent());

        assertThat(identity.tokens().get()).isNotEqualTo(before);
    }

    @Test
    void everyRunStartsTheNinetyDaysAnewAndNoOtherUseDoes() {
        daysSinceTheLastRun(80);
        Agent before = agents.find().orElseThrow();

        identity.tokens().get();

        assertThat(agents.find().orElseThrow().tokenObtainedAt()).isAfter(before.tokenObtainedAt());
        assertThat(agents.find().orElseThrow().expiresAt()).isEqualTo(before.expiresAt());
        Run run = portal.run();
        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(agents.find().orElseThrow().expiresAt())
                .isAfter(run.requestedAt().plus(Agent.IDENTITY_LIFETIME))
                .isBefore(clock.instant().plus(Agent.IDENTITY_LIFETIME));
    }

    @Test
    void afterNinetyDaysWithoutARunTheIdentityIsNotUsedAnyMoreUntilItIsRenewed() {
        daysSinceTheLastRun(90);

        Run run = portal.run();

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.failure())
                .isEqualTo("The agent's identity, owner@contoso.example, has expired: no run used it for 90 days."
                        + " owner@contoso.example has to renew the agent under Settings, or an owner gives it another"
                        + " identity there.");
        assertThat(agents.find().orElseThrow().usable(clock.instant())).isFalse();
        portal.start(portal.consent());
        assertThat(agents.find().orElseThrow().usable(clock.instant())).isTrue();
        assertThat(portal.run().status()).isEqualTo(RunStatus.COMPLETED);
    }

    private void daysSinceTheLastRun(int days) {
        jdbc.sql("""
                update agent
                set used_at = now() - make_interval(days => :days), set_up_at = now() - interval '200 days', renewed_at = null
                """).param("days", days).update();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExpiredOrRevokedIdentityFailsTheRunAndSaysRenew(boolean expired) {
        portal.haveResult();
        var before = portal.result();
        portal.start(consent = portal.consent());
        if (expired) {
            switches().expireRefreshTokens();
        } else {
            switches().revokeRefreshTokens();
        }
        long already = expiries();

        Run run = portal.run();
        Run again = portal.run();

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.failure())
                .startsWith("The tenant refused the agent's sign-in (AADSTS")
                .endsWith(
                        " owner@contoso.example has to renew the agent under Settings, or an owner gives it another identity"
                                + " there.");
        assertThat(again.failure()).isEqualTo(run.failure());
        assertThat(agents.find().orElseThrow().expired()).isTrue();
        assertThat(expiries()).isEqualTo(already + 1);
        assertThat(portal.result()).isEqualTo(before);
    }

    @Test
    void renewingMakesAnExpiredAgentUsable() {
        switches().revokeRefreshTokens();
        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(() -> identity.tokens().get());

        portal.start(portal.consent());

        assertThat(agents.find().orElseThrow().expired()).isFalse();
        assertThat(portal.run().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void aWrongClientSecretIsNamedAndDoesNotExpireTheAgent() {
        AccessTokens tokens = tokens(ClientRegistration.withClientRegistration(agentRegistration())
                .clientSecret("a-secret-of-last-year")
                .build());

        assertThatExceptionOfType(GraphException.class)
                .isThrownBy(tokens::get)
                .withMessageContainingAll("AADSTS7000215", "PORTAL_TENANT_CLIENT_SECRET")
                .withMessageNotContaining("a-secret-of-last-year");
        assertThat(agents.find().orElseThrow().expired()).isFalse();
    }

    @Test
    void aSignInServiceThatCannotBeReachedIsNamed() {
        AccessTokens tokens = tokens(ClientRegistration.withClientRegistration(agentRegistration())
                .tokenUri("http://localhost:9/token")
                .build());

        assertThatExceptionOfType(GraphUnavailableException.class)
                .isThrownBy(tokens::get)
                .withMessageContainingAll("sign-in service did not answer", "Check the network");
        assertThat(agents.find().orElseThrow().expired()).isFalse();
    }

    @Test
    void withoutAnAgentThereAreNoTokens() {
        portal.removeAgent();

        assertThat(identity.present()).isFalse();
        assertThatExceptionOfType(AgentMissingException.class)
                .isThrownBy(identity::tokens)
                .withMessageContaining("An owner has to set it up under Settings");
    }

    @Test
    void aPortalWithAnotherKeyFailsInASentenceAndSaysAtItsStartWhatItCannotRead() {
        AgentRepository otherKey = new AgentRepository(jdbc, new TokenCipher("another-key"));
        AccessTokens tokens = new DelegatedTokens(
                        registrations, new TokenCipher("another-key"), proof, challenges, transaction, clock)
                .of(agentConsent, stored, new AgentRefusals(Optional::empty));

        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(tokens::get)
                .withMessageContainingAll(
                        "the agent's sign-in can't be read",
                        "Start the portal with the key it had before",
                        "whoever lent the identity renews the agent under Settings");
        assertThat(otherKey.unreadable()).containsExactly("the agent's sign-in (owner@contoso.example)");
        assertThat(otherKey.find().orElseThrow().usable(clock.instant())).isFalse();
        assertThat(agents.find().orElseThrow().readable())
                .as("with the key of before")
                .isTrue();
    }

    @Test
    void theTokenOfAnotherPersonDoesNotBecomeTheAgents() {
        jdbc.sql("update agent set identity_id = 'another'").update();

        Run run = portal.run();

        assertThat(run.failure()).startsWith("What the portal keeps of the agent's sign-in can't be read");
    }

    @Test
    void noTokenReachesTheLogOrAnException() {
        List<String> said = new ArrayList<>();
        List<String> logged = logged(() -> {
            portal.start(consent = portal.consent());
            said.add(identity.tokens().get());
            portal.run();
            switches().revokeRefreshTokens();
            try {
                tokens(agentRegistration()).get();
            } catch (GraphException e) {
                logged(e, said);
            }
        });

        String accessToken = said.removeFirst();
        assertThat(said).isNotEmpty();
        logged.addAll(said);
        assertThat(logged)
                .hasSizeGreaterThan(3)
                .noneMatch(line -> line.contains(accessToken))
                .noneMatch(line -> line.contains(consent.accessToken()))
                .noneMatch(line -> line.contains(consent.refreshToken()))
                .noneMatch(line -> line.contains(tenant.clientSecret()));
    }

    @Test
    void aConsentShowsNoTokenAsText() {
        assertThat(DemoRuns.given(consent).toString())
                .doesNotContain(consent.accessToken(), consent.refreshToken())
                .contains("Device.Read.All");
    }

    private static void logged(Throwable thrown, List<String> to) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            to.add(String.valueOf(one));
        }
    }

    /** Returns all that is logged meanwhile, even what is too detailed for an operator. */
    private static List<String> logged(Runnable work) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger own = (Logger) LoggerFactory.getLogger("org.deviceoffboarding");
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        root.addAppender(appender);
        own.setLevel(Level.ALL);
        try {
            work.run();
        } finally {
            own.setLevel(null);
            root.detachAppender(appender);
        }
        return new ArrayList<>(List.copyOf(appender.list).stream()
                .map(event -> event.getFormattedMessage()
                        + event.getKeyValuePairs()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList());
    }

    private AccessTokens tokens(ClientRegistration registration) {
        return new DelegatedTokens(id -> registration, cipher, proof, challenges, transaction, clock)
                .of(agentConsent, stored, new AgentRefusals(Optional::empty));
    }

    private ClientRegistration agentRegistration() {
        return java.util.Objects.requireNonNull(registrations.findByRegistrationId(AgentConsent.REGISTRATION));
    }

    private IdentitySwitches switches() {
        return tenant.context().getBean(IdentitySwitches.class);
    }

    private long expiries() {
        return auditLog
                .find(new AuditFilter("", null, "agent.identity-expired", null, null), PageRequest.of(0, 100))
                .stream()
                .map(AuditEntry::id)
                .count();
    }
}
