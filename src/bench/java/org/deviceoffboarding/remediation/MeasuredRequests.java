package org.deviceoffboarding.remediation;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.agent.AgentService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.deviceoffboarding.demotenant.graph.Faults;
import org.deviceoffboarding.demotenant.identity.Consent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The portal's modules without its pages beside a demo tenant over real HTTP, with the tenant's requests counted. */
public final class MeasuredRequests implements AutoCloseable {

    private final DemoTenant tenant;
    private final Faults faults;
    private final JdbcClient jdbc;
    private final ConfigurableApplicationContext portal;

    /**
     * @param limits whether the tenant limits requests as Graph does, and the portal paces itself
     */
    public MeasuredRequests(int devices, boolean limits) {
        System.setProperty("demotenant.limits", Boolean.toString(limits));
        tenant = DemoTenant.start(new DemoTenantProperties(0, "127.0.0.1", devices, 1));
        System.clearProperty("demotenant.limits");
        faults = tenant.context().getBean(Faults.class);
        String database = TestDatabase.create();
        jdbc = JdbcClient.create(new DriverManagerDataSource(database, "postgres", "postgres"));
        portal = Carrier.start(List.of(
                "--portal.secret-key=a-key-for-measurements-only",
                "--portal.graph.paced=" + limits,
                "--portal.tenant.issuer-uri=" + tenant.issuerUri(),
                "--portal.tenant.client-id=" + tenant.clientId(),
                "--portal.tenant.client-secret=" + tenant.clientSecret(),
                "--portal.tenant.graph-base-url=" + tenant.graphBaseUrl(),
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres"));
    }

    /** Sets the agent up and runs it. */
    public void run() {
        AgentService agents = portal.getBean(AgentService.class);
        List<String> permissions = agents.requirements().stream()
                .map(requirement -> requirement.permission())
                .toList();
        Consent owner = Consent.of(tenant, "owner", "openid profile offline_access " + String.join(" ", permissions));
        agents.start(DemoRuns.given(owner), new Actor(owner.personId(), owner.personName()));
        faults.forgetRequests();
        await(() -> count("select count(*) from evaluation_run where status = 'COMPLETED'") == 1);
    }

    /** Lets so many flagged devices be disabled, and returns how long it took until all were sent. */
    public Duration disable(int devices) {
        jdbc.sql("""
                insert into remediation_rules (version, saved_at, saved_by_id, saved_by_name, approval_from, per_request,
                    per_day)
                values (1, now(), 'owner-id', 'owner@contoso.example', 1, 1000000, 1000000)
                on conflict do nothing
                """).update();
        List<UUID> allowed = new ArrayList<>(portal.getBean(AskingService.class)
                .preview(Action.DISABLE, flagged())
                .objectIds());
        if (allowed.size() < devices) {
            throw new IllegalStateException("Only " + allowed.size() + " devices can be disabled");
        }
        Lender approver = Lender.of(tenant, "approver");
        portal.getBean(ActionIdentityService.class).lend(approver.consent(), approver.actor());
        long request = portal.getBean(AskingService.class)
                .ask(
                        new NewRequest(Action.DISABLE, allowed.subList(0, devices), "measured", "a bench", null, 0),
                        DemoRuns.OPERATOR)
                .id();
        faults.forgetRequests();
        Instant begin = Instant.now();
        portal.getBean(ApprovalService.class).approve(request, "", approver.actor());
        await(() -> count("select count(*) from requested_device where state in ('WAITING', 'SENT')") == 0);
        Duration took = Duration.between(begin, Instant.now());
        await(() -> count("select count(*) from change_request where status = 'DONE'") == 1);
        return took;
    }

    /** Returns how many devices ended verified. */
    public long verified() {
        return count("select count(*) from requested_device where state = 'VERIFIED'");
    }

    /** Returns how many requests to a path with placeholders the tenant answered since the last measurement began. */
    public long requests(String methodAndTemplate) {
        return faults.requests(methodAndTemplate);
    }

    @Override
    public void close() {
        portal.getBean(Scheduler.class).stop();
        portal.close();
        tenant.close();
    }

    private List<UUID> flagged() {
        return jdbc.sql("select object_id from finding where enabled order by object_id")
                .query(UUID.class)
                .list();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
