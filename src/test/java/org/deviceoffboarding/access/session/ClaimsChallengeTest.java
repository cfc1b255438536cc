package org.deviceoffboarding.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.graph.faults.FaultSwitches;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.deviceoffboarding.demotenant.identity.Visit;
import org.deviceoffboarding.demotenant.identity.refusal.SignInFault;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant that lets people in only who ask for what it asked of them, over real HTTP: nobody accepts anybody again by a switch. */
@PortalOnAPort
class ClaimsChallengeTest {

    private static final String APPROVER = "approver@contoso.example";
    private static final String OWNER = "owner@contoso.example";

    @LocalServerPort
    private int port;

    @Autowired
    private DemoTenant tenant;

    @Autowired
    private SettableClock clock;

    @Autowired
    private LocalSessions local;

    @Autowired
    private AgentIdentity agent;

    @Autowired
    private JdbcClient jdbc;

    private IdentitySwitches switches;

    @BeforeEach
    void theTenantIsAsUsual() {
        switches = tenant.context().getBean(IdentitySwitches.class);
        switches.reset();
        clock.set(Instant.now());
        jdbc.sql("delete from claims_challenge").update();
    }

    @AfterEach
    void everybodyLeaves() {
        switches.reset();
        tenant.context().getBean(FaultSwitches.class).clear();
        local.ids().forEach(id -> local.close(id, SessionOver.of(SessionEnd.CLOSED)));
        jdbc.sql("delete from portal_session").update();
        jdbc.sql("delete from agent").update();
        jdbc.sql("delete from person").update();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLAIMS_CHALLENGE", "SECOND_FACTOR_CHALLENGE"})
    void whoseSessionEndsByAChallengeMeetsItWithTheirNextSignIn(SignInFault fault) {
        SignedInPerson approver = SignedInPerson.of(address(), "approver", local);
        switches.refuse(APPROVER, fault);
        clock.forward(Duration.ofMinutes(16));
        assertThat(approver.open("/devices")).isEqualTo("/session-ended");
        assertThat(approver.read()).contains(fault.code());

        approver.signInAgain();

        assertThat(approver.open("/devices")).isEqualTo("/devices");
        assertThat(waiting()).isZero();
    }

    @Test
    void whoIsChallengedWhileSigningInIsLetInTheSecondTime() {
        switches.refuse(APPROVER, SignInFault.SECOND_FACTOR_CHALLENGE);
        Visit visit = new Visit(address(), "approver");

        assertThat(visit.signIn()).isEqualTo("/sign-in-problem");
        assertThat(visit.read()).contains("AADSTS50076");

        assertThat(visit.signIn()).isNotEqualTo("/sign-in-problem");
        assertThat(visit.open("/devices")).isEqualTo("/devices");
        assertThat(waiting()).isZero();
    }

    @Test
    void anotherBrowserIsAskedItself() {
        SignedInPerson approver = SignedInPerson.of(address(), "approver", local);
        switches.refuse(APPROVER, SignInFault.SECOND_FACTOR_CHALLENGE);
        clock.forward(Duration.ofMinutes(16));
        approver.open("/devices");

        assertThat(new Visit(address(), "approver").signIn()).isEqualTo("/sign-in-problem");
    }

    @Test
    void whoSetTheAgentUpMeetsAChallengeByRenewingIt() {
        SignedInPerson owner = SignedInPerson.of(address(), "owner", local);
        owner.startAgent();
        String token = agent.tokens().get();
        switches.refuse(OWNER, SignInFault.SECOND_FACTOR_CHALLENGE);
        agent.tokens().drop(token, null);
        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(() -> agent.tokens().get())
                .withMessageContaining("AADSTS50076");

        owner.startAgent();

        assertThat(agent.tokens().get()).isNotEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void whatGraphAsksForTheNextSignInBringsWhereTheTenantGivesItForNothingLess() {
        SignedInPerson owner = SignedInPerson.of(address(), "owner", local);
        owner.startAgent();
        FaultSwitches faults = tenant.context().getBean(FaultSwitches.class);
        String token = agent.tokens().get();
        switches.refuse(OWNER, SignInFault.SECOND_FACTOR);
        agent.tokens().drop(token, "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1795860000\"}}}");
        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(() -> agent.tokens().get());
        switches.accept(OWNER);
        faults.add(Fault.of(Fault.Kind.CLAIMS_CHALLENGE, "*", -1).onlyOf(OWNER));

        owner.startAgent();

        assertThat(jdbc.sql("select expired from agent").query(Boolean.class).single())
                .as("renewed, for which Graph was asked who this is")
                .isFalse();
        assertThat(agent.tokens().get()).isNotEmpty();
        assertThat(waiting()).isZero();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from claims_challenge")
                .query(Long.class)
                .single();
    }

    private URI address() {
        return URI.create("http://localhost:" + port + "/");
    }
}
