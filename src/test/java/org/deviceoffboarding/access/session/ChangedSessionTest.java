package org.deviceoffboarding.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.deviceoffboarding.ServiceMethods;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls every method of every service in a session whose role was taken away, or whose person became another, in between. */
@PortalOnAPort
class ChangedSessionTest {

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
    private RoleReading roles;

    @Autowired
    private RoleWatch roleWatch;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private IdentitySwitches switches;
    private SignedInPerson owner;

    @BeforeEach
    void anOwnerSignsIn() {
        switches = tenant.context().getBean(IdentitySwitches.class);
        switches.reset();
        owner = signIn();
    }

    @AfterEach
    void everybodyLeaves() {
        switches.reset();
        local.ids().forEach(id -> local.close(id, SessionOver.of(SessionEnd.CLOSED)));
        jdbc.sql("delete from portal_session").update();
    }

    @Test
    void whatChangesSomethingIsRefusedAMinuteAfterTheRoleWasTakenAway() {
        List<String> letThrough = names(changing(), call -> {
            giveTheRoleBack();
            assertThat(isAllowed(call)).isTrue();
            switches.endRole(OWNER);
            clock.forward(Duration.ofSeconds(61));
            return isAllowed(call);
        });

        assertThat(letThrough).isEmpty();
    }

    @Test
    void whatChangesSomethingIsRefusedOnceTheTenantAnswersForSomebodyElse() {
        List<String> letThrough = names(changingOfEachService(), call -> {
            owner = signIn();
            owner.remember(Map.of("sub", "somebody else"));
            clock.forward(Duration.ofSeconds(61));
            return isAllowed(call);
        });

        assertThat(letThrough).isEmpty();
    }

    @Test
    void everythingIsRefusedOnceTheRolesAreReadAgain() {
        assertThat(names(all(), this::isAllowed)).hasSameSizeAs(all().keySet());
        switches.endRole(OWNER);
        clock.forward(RoleWatch.DUE.plusSeconds(1));

        roleWatch.look();

        assertThat(names(all(), this::isAllowed)).isEmpty();
    }

    @Test
    void whenTheRolesWereReadIsNotTakenFromTheirRowAlone() {
        switches.endRole(OWNER);
        clock.forward(RoleWatch.DUE.plusSeconds(1));
        jdbc.sql("update portal_session set roles_read_at = '9998-01-01'").update();

        roleWatch.look();

        assertThat(names(all(), this::isAllowed)).isEmpty();
    }

    @Test
    void everythingIsRefusedOnceTheSessionIsOver() {
        local.close(owner.id(), SessionOver.of(SessionEnd.BY_TENANT));

        assertThat(names(all(), this::isAllowed)).isEmpty();
    }

    private void giveTheRoleBack() {
        switches.reset();
        clock.forward(Duration.ofSeconds(61));
        roles.noOlderThan(owner.id(), Duration.ofSeconds(60));
    }

    private boolean isAllowed(ServiceMethods.Call call) {
        return owner.doing(call::isAllowed);
    }

    private SignedInPerson signIn() {
        return SignedInPerson.of(URI.create("http://localhost:" + port), "owner", local);
    }

    private Map<String, ServiceMethods.Call> all() {
        return new ServiceMethods(context).all();
    }

    /** Returns what asks, decides or saves, as the one that lets nothing of that through says; some are named for certainty. */
    private Map<String, ServiceMethods.Call> changing() {
        FreshRoles.Changing changing = new FreshRoles.Changing();
        Map<String, ServiceMethods.Call> calls = all();
        calls.values().removeIf(call -> !changing.matches(call.method(), call.type()));
        assertThat(calls)
                .hasSizeGreaterThan(30)
                .containsKeys("ApprovalService.reject(long, String)", "RequestSubmissionService.ask(NewRequest)");
        return calls;
    }

    /** Returns one of each service. Each of them asks the tenant, as is seen above, and here each costs a sign-in. */
    private Map<String, ServiceMethods.Call> changingOfEachService() {
        Set<Class<?>> services = new HashSet<>();
        Map<String, ServiceMethods.Call> calls = changing();
        calls.values().removeIf(call -> !services.add(call.type()));
        return calls;
    }

    private static List<String> names(Map<String, ServiceMethods.Call> calls, Predicate<ServiceMethods.Call> which) {
        return calls.entrySet().stream()
                .filter(call -> which.test(call.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
