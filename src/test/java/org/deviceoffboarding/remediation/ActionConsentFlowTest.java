package org.deviceoffboarding.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.delegation.ActionIdentities;
import org.deviceoffboarding.delegation.ActionSignInVisit;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.deviceoffboarding.demotenant.identity.Visit;
import org.deviceoffboarding.demotenant.identity.refusal.SignInFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Signing in for actions from the button to the way back, with the demo tenant's own pages in between. */
@DemoPortal
class ActionConsentFlowTest {

    private static final Actor APPROVER = new Actor("0b6d2f54-1c8e-4f0a-8a57-3e9d61c4a003", "approver@contoso.example");

    @Autowired
    private DemoRuns portal;

    @Autowired
    private DemoTenant tenant;

    @Autowired
    private ActionIdentities identities;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private final MockHttpSession session = new MockHttpSession();
    private String role = "OPERATOR";

    @BeforeEach
    void withoutIdentities() {
        portal.startAfresh();
        jdbc.sql("delete from action_identity").update();
    }

    @Test
    void whoSignsInForActionsComesBackToTheirPageWithTheirIdentityLent() {
        visit(APPROVER).begin("/approvals/42");

        assertThat(signIn("approver")).hasRedirectedUrl("/approvals/42");

        assertThat(identities.present(APPROVER.id())).isTrue();
        assertThat(visit(APPROVER).takeProblem()).isEmpty();
        assertThat(tokensInSession()).isEmpty();
    }

    @Test
    void thePersonIsNotAskedForAConsentThatAnAdministratorGave() {
        assertThat(request().getQuery())
                .contains("login_hint=approver@contoso.example", "Directory.AccessAsUser.All", "offline_access")
                .doesNotContain("prompt=");
    }

    @Test
    void anotherAccountThanOnesOwnIsRefusedAndThePersonToldOnce() {
        visit(APPROVER).begin("/approvals/42");

        assertThat(signIn("owner")).hasRedirectedUrl("/approvals/42");

        assertThat(lent()).isZero();
        assertThat(visit(APPROVER).takeProblem())
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains("but owner@contoso.example signed in for actions"));
        assertThat(visit(APPROVER).takeProblem()).isEmpty();
        assertThat(tokensInSession()).isEmpty();
    }

    @Test
    void aForeignAddressIsNeverFollowed() {
        visit(APPROVER).begin("https://elsewhere.example/approvals");

        assertThat(signIn("approver")).hasRedirectedUrl("/approvals");
    }

    @Test
    void aSignInThatNoButtonBeganIsNotUsed() {
        assertThat(signIn("approver")).hasRedirectedUrl("/approvals");

        assertThat(lent()).isZero();
        assertThat(visit(APPROVER).takeProblem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("not begun here"));
        assertThat(tokensInSession()).isEmpty();
    }

    @Test
    void aSignInThatSomeoneElseBeganInThisSessionIsNotUsed() {
        visit(new Actor("owner-id", "owner@contoso.example")).begin("/approvals/42");

        assertThat(signIn("approver")).hasRedirectedUrl("/approvals");

        assertThat(lent()).isZero();
    }

    @Test
    void whoCancelsComesBackAndNothingIsLent() {
        visit(APPROVER).begin("/approvals/42");

        assertThat(get("/actions-consent?error=access_denied&"
                        + request().getQuery().replaceAll(".*(state=[^&]*).*", "$1")))
                .hasRedirectedUrl("http://localhost/actions-consent?error=access_denied");
        assertThat(get("/actions-consent?error=access_denied")).hasRedirectedUrl("/approvals/42");

        assertThat(lent()).isZero();
        assertThat(visit(APPROVER).takeProblem())
                .hasValueSatisfying(problem -> assertThat(problem)
                        .contains("cancelled or refused", "admin consent for Directory.AccessAsUser.All"));
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN_CONSENT_NEEDED, true, only an administrator may consent",
        "CONSENT_DECLINED, true, accept what the portal asks for",
        "BLOCKED_BY_CONDITIONAL_ACCESS, false, sign-in logs",
        "CLIENT_SECRET_EXPIRED, false, PORTAL_TENANT_CLIENT_SECRET",
    })
    void whomTheTenantRefusesComesBackWithMicrosoftsCodeAndTheReason(
            SignInFault fault, boolean whileSigningIn, String told) {
        visit(APPROVER).begin("/approvals/42");
        if (whileSigningIn) {
            switches().refuseWhileSigningIn(APPROVER.name(), fault);
        } else {
            switches().refuse(APPROVER.name(), fault);
        }

        URI back = new Visit(URI.create("http://localhost"), "approver").answer(request());
        String again =
                get(back.getPath() + "?" + back.getRawQuery()).getResponse().getRedirectedUrl();
        URI refused = URI.create(Objects.requireNonNull(again));
        assertThat(get(refused.getPath() + "?" + refused.getRawQuery())).hasRedirectedUrl("/approvals/42");

        assertThat(lent()).isZero();
        assertThat(visit(APPROVER).takeProblem())
                .hasValueSatisfying(problem -> assertThat(problem)
                        .contains("The tenant refused your sign-in for actions (" + fault.code() + "): ", told));
        assertThat(jdbc.sql("""
                select details::text from audit_entry where action = 'identity.refused' order by id desc limit 1
                """).query(String.class).single())
                .contains("\"code\": \"" + fault.code() + "\"", "Trace ID: ");

        switches().accept(APPROVER.name());
        visit(APPROVER).begin("/approvals/42");
        assertThat(signIn("approver")).hasRedirectedUrl("/approvals/42");
        assertThat(identities.present(APPROVER.id())).isTrue();
    }

    @Test
    void whoMayActNoMoreOnTheWayBackLendsNothingAndLeavesNoTokenInTheSession() {
        visit(APPROVER).begin("/approvals");
        exchange("approver");
        role = "READER";

        assertThat(get("/actions-consent")).hasStatus(HttpStatus.FORBIDDEN);

        assertThat(lent()).isZero();
        assertThat(tokensInSession()).isEmpty();
    }

    /** Goes to the tenant as the button does, answers as a person there, and comes back. */
    private MvcTestResult signIn(String person) {
        exchange(person);
        return get("/actions-consent");
    }

    private void exchange(String person) {
        URI back = new Visit(URI.create("http://localhost"), person).answer(request());
        assertThat(get(back.getPath() + "?" + back.getRawQuery())).hasRedirectedUrl("http://localhost/actions-consent");
    }

    /** Returns the address at the tenant that the button leads to. */
    private URI request() {
        return URI.create(Objects.requireNonNull(
                get("/oauth2/authorization/actions").getResponse().getRedirectedUrl()));
    }

    private MvcTestResult get(String address) {
        return MockMvcTester.from(
                        context,
                        builder -> builder.apply(SecurityMockMvcConfigurers.springSecurity())
                                .build())
                .get()
                .uri(URI.create(address))
                .session(session)
                .header("Sec-Fetch-Site", "same-origin")
                .with(SecurityMockMvcRequestPostProcessors.authentication(approver()))
                .exchange();
    }

    private IdentitySwitches switches() {
        return tenant.context().getBean(IdentitySwitches.class);
    }

    private OAuth2AuthenticationToken approver() {
        List<GrantedAuthority> roles = AuthorityUtils.createAuthorityList("ROLE_READER", "ROLE_" + role);
        var token = new OidcIdToken(
                "an ID token",
                Instant.EPOCH,
                Instant.MAX,
                Map.of("sub", "amara", "oid", APPROVER.id(), "preferred_username", APPROVER.name()));
        return new OAuth2AuthenticationToken(new DefaultOidcUser(roles, token), roles, "tenant");
    }

    private ActionSignInVisit visit(Actor person) {
        return As.person(person, () -> new ActionSignInVisit(session, new CurrentActor()));
    }

    private long lent() {
        return jdbc.sql("select count(*) from action_identity")
                .query(Long.class)
                .single();
    }

    private List<OAuth2AuthorizedClient> tokensInSession() {
        return Collections.list(session.getAttributeNames()).stream()
                .map(session::getAttribute)
                .filter(Map.class::isInstance)
                .flatMap(attribute -> ((Map<?, ?>) attribute).values().stream())
                .filter(OAuth2AuthorizedClient.class::isInstance)
                .map(OAuth2AuthorizedClient.class::cast)
                .toList();
    }
}
