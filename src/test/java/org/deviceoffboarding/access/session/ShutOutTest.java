package org.deviceoffboarding.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.deviceoffboarding.demotenant.identity.refusal.SignInFault;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.deviceoffboarding.notification.Recipient;
import org.deviceoffboarding.notification.SampleNotice;
import org.deviceoffboarding.notification.delivery.DeliveryByHand;
import org.deviceoffboarding.notification.inbox.InboxFilter;
import org.deviceoffboarding.notification.inbox.InboxService;
import org.deviceoffboarding.notification.inbox.ToldNotice;
import org.deviceoffboarding.task.team.AssigneeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told what, once the tenant has ended their session: whoever merely has to sign in again, and whoever is shut out. */
@PortalOnAPort
class ShutOutTest {

    private static final String OWNER = "owner@contoso.example";
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "localhost", "smtp").dynamicPort());

    @LocalServerPort
    private int port;

    @Autowired
    private DemoTenant tenant;

    @Autowired
    private SettableClock clock;

    @Autowired
    private LocalSessions local;

    @Autowired
    private RoleWatch roleWatch;

    @Autowired
    private NoticeOutbox outbox;

    @Autowired
    private InboxService inbox;

    @Autowired
    private AssigneeService assignees;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private JdbcClient jdbc;

    private IdentitySwitches switches;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        MAIL.start();
        settings.add("spring.mail.host", () -> "localhost");
        settings.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    @BeforeEach
    void theTenantIsAsUsual() throws Exception {
        switches = tenant.context().getBean(IdentitySwitches.class);
        switches.reset();
        clock.set(Instant.now());
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from delivery_destination").update();
        MAIL.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void everybodyLeaves() {
        switches.reset();
        local.ids().forEach(id -> local.close(id, SessionOver.of(SessionEnd.CLOSED)));
        jdbc.sql("delete from portal_session").update();
        jdbc.sql("delete from person").update();
    }

    @Test
    void whoMerelyHasToSignInAgainIsToldAllTheSame() {
        SignedInPerson owner = signIn("owner");
        switches.revokeRefreshTokens();

        assertEnded(owner, "AADSTS50173");
        String id = idOf(OWNER);
        tell(wanted(1, Recipient.everyoneWith(Roles.OWNER, "You may approve it.")));
        tell(wanted(2, Recipient.person(id, "You asked for it.")));

        assertThat(MAIL.getReceivedMessages()).hasSize(2);
        assertThat(notSent()).isEmpty();
        assertThat(unable(id)).isEmpty();
        assertThat(inbox(signIn("owner"))).containsExactly("Request 2 waits.", "Request 1 waits.");
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "SECOND_FACTOR", "BLOCKED_BY_CONDITIONAL_ACCESS"})
    void whatAPolicyAsksForTakesNoRole(SignInFault fault) {
        SignedInPerson owner = signIn("owner");
        switches.refuse(OWNER, fault);

        assertEnded(owner, fault.code());

        assertThat(holders()).containsExactly(idOf(OWNER));
        assertThat(unable(idOf(OWNER))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCOUNT_DISABLED", "NOT_ASSIGNED"})
    void whoIsShutOutIsToldNothing(SignInFault fault) {
        SignedInPerson owner = signIn("owner");
        switches.refuse(OWNER, fault);

        assertEnded(owner, fault.code());
        String id = idOf(OWNER);
        assertThat(holders()).isEmpty();
        tell(wanted(3, Recipient.person(id, "You asked for it.")));

        assertThat(MAIL.getReceivedMessages()).isEmpty();
        assertThat(notSent()).containsExactly("The person no longer has a role in the portal.");
        assertThat(unable(id)).containsEntry(id, "can no longer sign in");
    }

    @Test
    void whoseRoleIsNoLongerAssignedIsToldNothing() {
        signIn("owner");
        switches.endRole(OWNER);
        clock.forward(RoleWatch.DUE.plusSeconds(1));
        roleWatch.look();
        String id = idOf(OWNER);

        assertThat(holders()).isEmpty();
        tell(wanted(4, Recipient.person(id, "You asked for it.")));

        assertThat(MAIL.getReceivedMessages()).isEmpty();
        assertThat(notSent()).containsExactly("The person no longer has a role in the portal.");
        assertThat(unable(id)).containsEntry(id, "has no role to work on tasks");
    }

    private void assertEnded(SignedInPerson person, String code) {
        clock.forward(RoleWatch.DUE.plusSeconds(1));
        roleWatch.look();
        assertThat(jdbc.sql("select ended_by || ' ' || ended_code from portal_session where id = :id")
                        .param("id", person.id())
                        .query(String.class)
                        .single())
                .isEqualTo("REFUSED " + code);
    }

    private static SampleNotice wanted(int request, Recipient whom) {
        return new SampleNotice(
                NoticeKind.APPROVAL_WANTED,
                "request:" + request + ":" + UUID.randomUUID(),
                "request:" + request,
                "Request " + request + " waits.",
                List.of(whom));
    }

    private void tell(SampleNotice notice) {
        transactions.executeWithoutResult(status -> outbox.tell(Actor.PORTAL, notice));
        DeliveryByHand.round(portal);
    }

    private List<String> holders() {
        tell(wanted(9, Recipient.everyoneWith(Roles.OWNER, "You may approve it.")));
        List<String> told = jdbc.sql("select person_id from told_notice")
                .query(String.class)
                .list();
        jdbc.sql("delete from notice").update();
        return told;
    }

    /** Returns what is said to somebody who hands tasks over. */
    private Map<String, String> unable(String id) {
        return signIn("operator").doing(() -> assignees.unable(List.of(Assignee.person(id, "Somebody"))));
    }

    private List<String> inbox(SignedInPerson person) {
        return person.doing(() -> inbox.find(new InboxFilter("", null, true), PageRequest.ofSize(10))).stream()
                .map(ToldNotice::notice)
                .map(notice -> notice.sentence())
                .toList();
    }

    private List<String> notSent() {
        return jdbc.sql("select outcome from parcel where not sent")
                .query(String.class)
                .list();
    }

    private String idOf(String principal) {
        return jdbc.sql("select id from person where user_principal_name = :name")
                .param("name", principal)
                .query(String.class)
                .single();
    }

    private SignedInPerson signIn(String person) {
        return SignedInPerson.of(URI.create("http://localhost:" + port + "/"), person, local);
    }
}
