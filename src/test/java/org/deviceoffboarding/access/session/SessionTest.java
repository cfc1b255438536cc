package org.deviceoffboarding.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.base.ByItself;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.RolesUnconfirmedException;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.deviceoffboarding.demotenant.identity.Visit;
import org.deviceoffboarding.demotenant.identity.refusal.SignInFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;

@PortalOnAPort
class SessionTest {

    @LocalServerPort
    private int port;

    @Autowired
    private DemoTenant tenant;

    @Autowired
    private SettableClock clock;

    @Autowired
    private LocalSessions local;

    @Autowired
    private SessionChanges changes;

    @Autowired
    private SessionWindows windows;

    @Autowired
    private SessionWatch watch;

    @Autowired
    private RoleWatch roleWatch;

    @Autowired
    private RoleReading roles;

    @Autowired
    private Desk desk;

    @Autowired
    private JdbcClient jdbc;

    private IdentitySwitches switches;

    @BeforeEach
    void theTenantIsAsUsual() {
        switches = tenant.context().getBean(IdentitySwitches.class);
        switches.reset();
    }

    @AfterEach
    void everybodyLeaves() {
        switches.reset();
        local.ids().forEach(id -> local.close(id, SessionOver.of(SessionEnd.CLOSED)));
        jdbc.sql("delete from portal_session").update();
        jdbc.sql("delete from person").update();
    }

    @Test
    void aSignInIsARowWithWhatTheTenantCallsItAndNoReadableToken() {
        SignedInPerson owner = signIn("owner");

        Map<String, @Nullable Object> row = row(owner.id());

        assertThat(row.get("person_name")).isEqualTo("owner@contoso.example");
        assertThat(row.get("issuer")).isEqualTo(tenant.issuerUri().toString());
        assertThat((String) row.get("sid")).isNotBlank();
        assertThat((String) row.get("refresh_token")).matches("[0-9a-f]{100,}");
        assertThat(owner.open("/devices")).isEqualTo("/devices");
    }

    @Test
    void whoSignsInWhereSomebodyElseWasGoesOnInASessionThatIsNotTheOthers() {
        SignedInPerson approver = signIn("approver");

        SignedInPerson owner = approver.handsTheBrowserTo("owner");

        assertThat(owner.open("/devices")).isEqualTo("/devices");
        assertThat(owner.doing(desk::decide)).isEqualTo("decided");
        assertThat(row(owner.id()).get("ended_by")).isNull();
        assertThat(row(approver.id()).get("ended_by")).isEqualTo("REPLACED");
    }

    @Test
    void whoseSessionEndedElsewhereIsToldSoOnceAndCanSignInAgain() {
        SignedInPerson approver = signIn("approver");
        local.forget(approver.id());
        changes.end(approver.id(), SessionOver.of(SessionEnd.BY_TENANT));

        assertThat(approver.open("/devices")).startsWith("/session-ended");

        approver.signInAgain();
        assertThat(approver.open("/devices")).isEqualTo("/devices");
    }

    @Test
    void whoLoadsAPageAgainAfterTheSessionEndedIsLedBackToItAndNotToThePageBefore() {
        SignedInPerson approver = signIn("approver");
        changes.end(approver.id(), SessionOver.of(SessionEnd.BY_TENANT));
        local.forget(approver.id());

        approver.open("/tasks?whose=ALL&text=a%20b");

        assertThat(approver.read()).contains("href=\"/tasks?whose=ALL&amp;text=a%20b\"");
    }

    @Test
    void afterAKillAClickEndsOnThePageThatItWasMadeOnWithAllThatStandsInItsAddress() {
        String page = "/devices?name=a%20b&sort=name,asc";
        SignedInPerson owner = signIn("owner");
        owner.open(page);
        Visit browser = owner.browser();
        browser.keepsTheCookieOfAKilledPortal();

        assertThat(browser.click()).as("what Vaadin's page is answered").contains("\"sessionExpired\":true");
        browser.isLedTo("/page-ended?of=owner&session=" + owner.id());
        assertThat(browser.read()).contains("You are no longer signed in");

        assertThat(browser.followAction()).isEqualTo(page);
    }

    @Test
    void aRoleThatEndedMeanwhileDecidesNothingAMinuteLater() {
        SignedInPerson approver = signIn("approver");
        assertThat(approver.doing(desk::decide)).isEqualTo("decided");

        switches.endRole("approver@contoso.example");
        clock.forward(Duration.ofSeconds(61));

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> approver.doing(desk::decide))
                .isNotInstanceOf(RolesUnconfirmedException.class);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> approver.doing(desk::read));
        assertThat(said("access.roles-taken")).anyMatch(summary -> summary.contains("approver@contoso.example"));
        assertThat(row(approver.id()).get("ended_by")).isNull();
    }

    @Test
    void aRoleThatEndedMeanwhileBeginsNoConsentAMinuteLater() {
        SignedInPerson owner = signIn("owner");
        switches.endRole("owner@contoso.example");
        clock.forward(Duration.ofSeconds(61));

        assertThat(owner.startAgent()).isEqualTo("/oauth2/authorization/agent");

        assertThat(said("access.refused")).anyMatch(summary -> summary.contains("/oauth2/authorization/agent"));
    }

    @Test
    void whoSignedInIsKnownByNameWithTheRolesOfTheLatestReading() {
        SignedInPerson approver = signIn("approver");
        assertThat(person("approver@contoso.example"))
                .containsEntry("name", "Amara Okafor")
                .containsEntry("mail", "approver@contoso.example")
                .containsEntry("roles", "APPROVER,OPERATOR,READER");

        switches.endRole("approver@contoso.example");
        clock.forward(Duration.ofSeconds(61));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> approver.doing(desk::decide));

        assertThat(person("approver@contoso.example"))
                .containsEntry("name", "Amara Okafor")
                .containsEntry("roles", "")
                .containsEntry("refused", false);
    }

    @Test
    void whatAnOpenPageDoesByItselfIsNoRefusalOfItsPerson() {
        SignedInPerson approver = signIn("approver");
        switches.endRole("approver@contoso.example");
        clock.forward(Duration.ofSeconds(61));
        int before = said("access.refused").size();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> approver.doing(() -> {
                    ByItself.run(desk::decide);
                    return "";
                }));

        assertThat(said("access.refused")).hasSize(before);
    }

    @Test
    void aPageThatIsMadeAnewWithoutARoleIsNoRefusalOnceForEachWindow() {
        var browser = new MockHttpSession();
        TakenRoles.madeAnew(browser, "approvals/1");
        TakenRoles.madeAnew(browser, "approvals/1");

        assertThat(TakenRoles.isMadeAnew(browser, "devices")).isFalse();
        assertThat(TakenRoles.isMadeAnew(browser, "approvals/1")).isTrue();
        assertThat(TakenRoles.isMadeAnew(browser, "approvals/1")).isTrue();
        assertThat(TakenRoles.isMadeAnew(browser, "approvals/1")).isFalse();
    }

    @Test
    void aRoleThatEndedIsGoneFromPagesThatAreOnlyLookedAtOnceItIsReadAgain() {
        SignedInPerson reader = signIn("reader");
        switches.endRole("reader@contoso.example");
        clock.forward(RoleWatch.DUE.plusSeconds(1));

        roleWatch.look();

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> reader.doing(desk::read));
    }

    @Test
    void aRoleThatIsGoneInOneSessionIsReadAgainInThePersonsOthersAtOnce() {
        SignedInPerson here = signIn("approver");
        SignedInPerson there = signIn("approver");
        switches.endRole("approver@contoso.example");
        clock.forward(Duration.ofSeconds(61));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> here.doing(desk::decide));
        assertThat(there.doing(desk::read)).isEqualTo("read");

        roleWatch.look();

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> there.doing(desk::read));
    }

    @Test
    void whatOnlyReadsAsksTheTenantNothing() {
        SignedInPerson approver = signIn("approver");
        switches.setAway(true);
        clock.forward(Duration.ofMinutes(2));

        assertThat(approver.doing(desk::read)).isEqualTo("read");
        assertThat(approver.doing(desk::lookAt)).isEqualTo("seen");
    }

    @Test
    void whileTheTenantIsAwayNothingIsDecidedAndReadingGoesOnForAQuarterOfAnHour() {
        SignedInPerson approver = signIn("approver");
        switches.setAway(true);
        clock.forward(Duration.ofSeconds(61));

        assertThatExceptionOfType(RolesUnconfirmedException.class)
                .isThrownBy(() -> approver.doing(desk::decide))
                .withMessageContaining("the portal can't tell whether you still have your role. Nothing was changed");
        clock.forward(Duration.ofMinutes(13));
        roleWatch.look();
        assertThat(approver.open("/devices")).isEqualTo("/devices");

        switches.setAway(false);
        assertThat(approver.doing(desk::decide)).isEqualTo("decided");

        switches.setAway(true);
        clock.forward(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(approver.open("/devices")).isEqualTo("/session-ended");
        assertThat(row(approver.id())).containsEntry("ended_by", "ROLES_UNREAD");
    }

    @Test
    void aRefusedRefreshEndsTheSession() {
        SignedInPerson approver = signIn("approver");
        switches.refuseRefresh("approver@contoso.example");
        clock.forward(Duration.ofSeconds(61));

        assertThatExceptionOfType(RolesUnconfirmedException.class)
                .isThrownBy(() -> approver.doing(desk::decide))
                .withMessageContaining("Your tenant no longer accepts this sign-in");

        assertThat(row(approver.id())).containsEntry("ended_by", "REFUSED").containsEntry("refresh_token", null);
        assertThat(said("access.session-ended"))
                .anyMatch(summary -> summary.contains("approver@contoso.example: the tenant no longer accepts"));
        assertThat(person("approver@contoso.example"))
                .as("whoever has to sign in again is nobody who lost a role")
                .containsEntry("refused", false)
                .extractingByKey("roles")
                .asString()
                .contains(Roles.APPROVER);
    }

    @Test
    void anAccountThatIsDisabledIsShutOutUntilItSignsInAgain() {
        signIn("approver");
        switches.refuse("approver@contoso.example", SignInFault.ACCOUNT_DISABLED);
        clock.forward(RoleWatch.DUE.plusSeconds(1));

        roleWatch.look();
        assertThat(person("approver@contoso.example")).containsEntry("refused", true);

        switches.accept("approver@contoso.example");
        signIn("approver");
        assertThat(person("approver@contoso.example")).containsEntry("refused", false);
    }

    @Test
    void aNewSignInTimeAtTheTenantChangesNothingButAnotherPersonDoes() {
        SignedInPerson approver = signIn("approver");
        clock.forward(Duration.ofSeconds(61));
        approver.remember(Map.of("auth_time", clock.instant().minusSeconds(9_999)));
        assertThat(roles.noOlderThan(approver.id(), Duration.ZERO)).isInstanceOf(RolesRead.Current.class);

        clock.forward(Duration.ofSeconds(61));
        approver.remember(Map.of("sub", "somebody else"));

        assertThat(roles.noOlderThan(approver.id(), Duration.ZERO))
                .isEqualTo(new RolesRead.Over(SessionOver.of(SessionEnd.REFUSED)));
    }

    @Test
    void whoSignsOutAtTheTenantIsSignedOutHereByBackChannel() {
        SignedInPerson reader = signIn("reader");
        SignedInPerson another = signIn("operator");

        switches.signOut("reader@contoso.example");

        assertThat(row(reader.id())).containsEntry("ended_by", "BY_TENANT");
        assertThat(local.ids()).doesNotContain(reader.id()).contains(another.id());
        assertThat(another.open("/devices")).isEqualTo("/devices");
    }

    @Test
    void aLogoutTokenThatTheTenantDidNotSignEndsNothing() throws Exception {
        SignedInPerson reader = signIn("reader");

        HttpResponse<String> answer = send(HttpRequest.newBuilder(address("/logout/connect/back-channel/tenant"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("logout_token=eyJhbGciOiJub25lIn0.e30.")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(row(reader.id()).get("ended_by")).isNull();
    }

    @Test
    void theFrontChannelFindsTheSessionByItsSidAndMayBeFramed() throws Exception {
        SignedInPerson reader = signIn("reader");
        String sid = String.valueOf(row(reader.id()).get("sid"));

        send(frontChannel("another", tenant.issuerUri().toString()));
        send(frontChannel(sid, "http://elsewhere.example"));
        send(frontChannel("", tenant.issuerUri().toString()));
        assertThat(row(reader.id()).get("ended_by")).isNull();
        HttpResponse<String> answer = send(frontChannel(sid, tenant.issuerUri().toString()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("x-frame-options")).isEmpty();
        assertThat(answer.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("frame-ancestors"));
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        assertThat(row(reader.id())).containsEntry("ended_by", "BY_TENANT");
    }

    @Test
    void whatAnotherPortalEndsIsOverHereWithTheNextRequest() {
        SignedInPerson reader = signIn("reader");

        onAnotherPortal().end(reader.id(), SessionOver.of(SessionEnd.BY_TENANT));

        assertThat(reader.open("/devices")).isEqualTo("/session-ended");
    }

    @Test
    void whatAnotherPortalEndsIsOverHereWithTheNextLook() {
        SignedInPerson reader = signIn("reader");
        SignedInPerson another = signIn("operator");

        onAnotherPortal().end(reader.id(), SessionOver.of(SessionEnd.BY_TENANT));
        watch.look();

        assertThat(local.ids()).containsExactly(another.id());
        assertThat(local.authentication(reader.id())).isEmpty();
    }

    @Test
    void aPageThatIsMerelyOpenKeepsNoSession() throws Exception {
        SignedInPerson busy = signIn("reader");
        SignedInPerson idle = signIn("operator");
        clock.forward(Duration.ofMinutes(20));
        busy.open("/devices");
        idle.open("/?v-r=heartbeat&v-uiId=0");
        clock.forward(Duration.ofMinutes(11));

        watch.look();

        assertThat(row(busy.id()).get("ended_by")).isNull();
        assertThat(row(idle.id())).containsEntry("ended_by", "IDLE");
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusyItIs() {
        SignedInPerson reader = signIn("reader");
        for (int i = 0; i < 35; i++) {
            clock.forward(Duration.ofMinutes(20));
            assertThat(reader.open("/devices")).isEqualTo("/devices");
        }

        clock.forward(Duration.ofMinutes(20).plusSeconds(1));

        assertThat(reader.open("/devices")).isEqualTo("/session-ended");
        assertThat(row(reader.id())).containsEntry("ended_by", "TOO_LONG");
    }

    @Test
    void rowsOfAPortalThatWasKilledAreTidiedUpAndForgotten() {
        SignedInPerson reader = signIn("reader");
        local.forget(reader.id());

        clock.forward(Duration.ofMinutes(32));
        watch.tidyUp();
        assertThat(row(reader.id())).containsEntry("ended_by", "CLOSED");
        assertThat(said("access.session-ended"))
                .anyMatch(summary ->
                        summary.contains("reader@contoso.example") && summary.endsWith("the browser stayed away"));
        clock.forward(Duration.ofDays(8));
        watch.tidyUp();

        assertThat(jdbc.sql("select count(*) from portal_session")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private SignedInPerson signIn(String person) {
        return SignedInPerson.of(address("/"), person, local);
    }

    private SessionEnds onAnotherPortal() {
        return new SessionEnds(changes, new LocalSessions(windows, clock));
    }

    private HttpRequest.Builder frontChannel(String sid, String issuer) {
        return HttpRequest.newBuilder(
                address("/sign-out/front-channel?sid=" + encoded(sid) + "&iss=" + encoded(issuer)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Map<String, @Nullable Object> person(String userPrincipalName) {
        return jdbc.sql("""
                select name, mail, array_to_string(roles, ',') as roles, refused_at is not null as refused
                from person where user_principal_name = :name
                """).param("name", userPrincipalName).query().singleRow();
    }

    private Map<String, @Nullable Object> row(UUID id) {
        return jdbc.sql("select * from portal_session where id = :id")
                .param("id", id)
                .query()
                .singleRow();
    }

    private List<String> said(String action) {
        return jdbc.sql("select summary from audit_entry where action = :action")
                .param("action", action)
                .query(String.class)
                .list();
    }
}
