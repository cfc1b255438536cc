package org.deviceoffboarding.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.base.RolesUnconfirmedException;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.deviceoffboarding.demotenant.identity.Visit;
import org.deviceoffboarding.demotenant.identity.refusal.SignInFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person is told whom the tenant refuses, while signing in or afterwards, over real HTTP. */
@PortalOnAPort
class RefusedSignInTest {

    private static final String READER = "reader@contoso.example";

    @LocalServerPort
    private int port;

    @Autowired
    private DemoTenant tenant;

    @Autowired
    private SettableClock clock;

    @Autowired
    private LocalSessions local;

    @Autowired
    private Desk desk;

    @Autowired
    private JdbcClient jdbc;

    private IdentitySwitches switches;

    @BeforeEach
    void theTenantIsAsUsual() {
        switches = tenant.context().getBean(IdentitySwitches.class);
        switches.reset();
        clock.set(Instant.now());
    }

    @AfterEach
    void everybodyLeaves() {
        switches.reset();
        local.ids().forEach(id -> local.close(id, SessionOver.of(SessionEnd.CLOSED)));
        jdbc.sql("delete from portal_session").update();
        jdbc.sql("delete from person").update();
    }

    @ParameterizedTest
    @CsvSource({
        "BLOCKED_BY_CONDITIONAL_ACCESS, a Conditional Access policy blocks it",
        "SECOND_FACTOR, second factor",
        "SECOND_FACTOR_TO_REGISTER, second factor",
        "CLAIMS_CHALLENGE, only a new sign-in gives",
        "SECOND_FACTOR_CHALLENGE, second factor",
        "CONSENT_MISSING, grants admin consent",
        "CONSENT_DECLINED, accept what the portal asks for",
        "ADMIN_CONSENT_NEEDED, only an administrator may consent",
        "ACCOUNT_DISABLED, your account is disabled in Entra",
        "NOT_ASSIGNED, your account is not assigned",
        "EXPIRED, has expired",
        "REVOKED, revoked",
        "UNHEARD_OF, Something new was asked of &hellip;",
    })
    void whomTheTenantRefusesIsToldWhyWithItsCodeFromEitherEndpoint(SignInFault fault, String told) {
        switches.refuse(READER, fault);
        Visit visit = visit("reader");
        assertTold(visit, fault, told);

        switches.accept(READER);
        switches.refuseWhileSigningIn(READER, fault);
        assertTold(visit, fault, told);

        switches.accept(READER);
        assertThat(visit.signIn()).isNotEqualTo("/sign-in-problem");
        assertThat(visit.open("/devices")).isEqualTo("/devices");
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT_SECRET_EXPIRED, PORTAL_TENANT_CLIENT_SECRET",
        "CLIENT_SECRET_WRONG, PORTAL_TENANT_CLIENT_SECRET",
        "CERTIFICATE_REFUSED, the certificate that the portal proves itself with",
        "ASSERTION_OUT_OF_TIME, time server",
        "APP_UNKNOWN, PORTAL_TENANT_CLIENT_ID",
        "TENANT_UNKNOWN, PORTAL_TENANT_ISSUER_URI",
    })
    void whereTheTenantRefusesThePortalThePersonIsToldWhoHasToDoWhat(SignInFault fault, String told) {
        switches.refuseApp(fault);
        Visit visit = visit("reader");

        assertTold(visit, fault, told);
        assertThat(visit.read()).contains("Whoever runs the portal");

        switches.acceptApp();
        assertThat(visit.signIn()).isNotEqualTo("/sign-in-problem");
    }

    @ParameterizedTest
    @ValueSource(ints = {600, -7200})
    void anIdTokenOfAnotherTimeIsTheClocksFault(int seconds) {
        switches.setClockAhead(Duration.ofSeconds(seconds));
        Visit visit = visit("reader");

        assertThat(visit.signIn()).isEqualTo("/sign-in-problem");
        assertThat(visit.read()).contains("clock", "invalid_id_token", "time server");

        switches.setClockAhead(Duration.ZERO);
        assertThat(visit.signIn()).isNotEqualTo("/sign-in-problem");
    }

    @Test
    void whatTheTenantSaidIsShownToNobodyElse() {
        switches.refuse(READER, SignInFault.ACCOUNT_DISABLED);
        assertTold(visit("reader"), SignInFault.ACCOUNT_DISABLED, "disabled");

        Visit another = visit("operator");
        assertThat(another.open("/sign-in-problem?reason=refused")).isEqualTo("/sign-in-problem");
        assertThat(another.read()).contains("The tenant refused this sign-in").doesNotContain("AADSTS50057");
    }

    @Test
    void theAuditLogHasTheReasonAndTheCodeAndCountsRepetitions() {
        long before = refused();
        switches.refuse(READER, SignInFault.ACCOUNT_DISABLED);
        Visit visit = visit("reader");
        clock.forward(Duration.ofHours(1)); // what other tests were refused is over

        visit.signIn();
        visit.signIn();

        assertThat(refused()).isEqualTo(before + 1);
        assertThat(jdbc.sql("""
                select summary || details::text from audit_entry where action = 'access.sign-in-failed'
                order by id desc limit 1
                """).query(String.class).single())
                .contains("account disabled (AADSTS50057)", "\"code\": \"AADSTS50057\"", "\"Account disabled\"");
    }

    @ParameterizedTest
    @CsvSource({
        "REVOKED, AADSTS50173, 'revoked, or the password was changed'",
        "ACCOUNT_DISABLED, AADSTS50057, your account is disabled",
        "NOT_ASSIGNED, AADSTS50105, your account is not assigned",
        "BLOCKED_BY_CONDITIONAL_ACCESS, AADSTS53003, Conditional Access policy",
        "CLAIMS_CHALLENGE, interaction_required, only a new sign-in gives",
    })
    void whoseSessionTheTenantRefusesIsToldWhyAndComesBackOnceItIsMended(SignInFault fault, String code, String told) {
        SignedInPerson approver = SignedInPerson.of(address("/"), "approver", local);
        switches.refuse("approver@contoso.example", fault);
        clock.forward(Duration.ofMinutes(16));

        assertThat(approver.open("/devices")).isEqualTo("/session-ended");

        assertThat(approver.read()).contains(code, told);
        assertThat(jdbc.sql("select ended_by || ' ' || ended_code from portal_session where id = :id")
                        .param("id", approver.id())
                        .query(String.class)
                        .single())
                .isEqualTo("REFUSED " + code);
        assertThat(jdbc.sql("select summary from audit_entry where action = 'access.session-ended'")
                        .query(String.class)
                        .list())
                .anyMatch(summary -> summary.endsWith("no longer accepts the sign-in (" + code + ")"));

        switches.accept("approver@contoso.example");
        approver.signInAgain();
        assertThat(approver.open("/devices")).isEqualTo("/devices");
    }

    @Test
    void whereTheTenantRefusesThePortalNobodysSessionEndsAndNothingIsDecided() {
        SignedInPerson approver = SignedInPerson.of(address("/"), "approver", local);
        switches.refuseApp(SignInFault.CLIENT_SECRET_EXPIRED);
        clock.forward(Duration.ofSeconds(61));

        assertThatExceptionOfType(RolesUnconfirmedException.class)
                .isThrownBy(() -> approver.doing(desk::decide))
                .withMessageContainingAll(
                        "AADSTS7000222", "client secret of the portal's app registration has expired");
        assertThat(approver.open("/devices")).isEqualTo("/devices");

        switches.acceptApp();
        assertThat(approver.doing(desk::decide)).isEqualTo("decided");
    }

    @Test
    void anAddressMakesThePageOfAnEndedSessionSayNothingOfAStrangers() {
        Visit visit = visit("reader");

        visit.open("/session-ended?reason=refused&code=%3Cb%3ECall%20us%3C/b%3E");
        assertThat(visit.read()).doesNotContain("Call us");

        visit.open("/session-ended?reason=refused&code=AADSTS50105");
        assertThat(visit.read()).contains("your account is not assigned to the portal&#39;s application");
    }

    private void assertTold(Visit visit, SignInFault fault, String told) {
        assertThat(visit.signIn()).isEqualTo("/sign-in-problem");
        assertThat(visit.read())
                .contains("(" + fault.code() + ")", told, "Trace ID: ", "Correlation ID: ")
                .doesNotContain("0.AXoA")
                .containsOnlyOnce("Trace ID: ");
    }

    private long refused() {
        List<Long> entries = jdbc.sql("select count(*) from audit_entry where action = 'access.sign-in-failed'")
                .query(Long.class)
                .list();
        return entries.getFirst();
    }

    private Visit visit(String person) {
        return new Visit(address("/"), person);
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
