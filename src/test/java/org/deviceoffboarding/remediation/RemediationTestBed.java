package org.deviceoffboarding.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.TestDemoTenant;
import org.deviceoffboarding.agent.setup.AgentService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.delegation.ActionIdentityService;
import org.deviceoffboarding.delegation.ActionSignInPerson;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.deviceoffboarding.demotenant.graph.faults.FaultSwitches;
import org.deviceoffboarding.demotenant.identity.Consent;
import org.deviceoffboarding.remediation.approval.ApprovalService;
import org.deviceoffboarding.remediation.approval.OwnersRules;
import org.deviceoffboarding.remediation.approval.RemediationRules;
import org.deviceoffboarding.remediation.asking.NewRequest;
import org.deviceoffboarding.remediation.asking.NewestResult;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.secrets.KnownSecrets;
import org.deviceoffboarding.secrets.SecretSearch;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A large demo tenant and an empty database for a {@link HeadlessPortal}, and what people do there around one request. */
final class RemediationTestBed implements AutoCloseable {

    private static final String SECRET_KEY = "a-key-for-tests-only";

    private final Path ledger = temporaryFile();
    private final DemoTenant tenant;
    private final DriverManagerDataSource database;
    private final Map<String, String> access;
    private final JdbcClient jdbc;

    /** @param limits whether the tenant limits requests as Graph does, and as strictly as that can be read */
    RemediationTestBed(int devices, boolean limits) {
        this(devices, limits, TestDatabase.create());
    }

    private RemediationTestBed(int devices, boolean limits, String url) {
        this(devices, limits, new DriverManagerDataSource(url, "postgres", "postgres"), TestDatabase.settings(url));
    }

    /**
     * @param database with the rights of its administrator
     * @param access by which a portal works on it
     */
    RemediationTestBed(int devices, boolean limits, DriverManagerDataSource database, Map<String, String> access) {
        this.database = database;
        this.access = access;
        this.jdbc = JdbcClient.create(database);
        tenant = TestDemoTenant.noting(
                ledger, () -> TestDemoTenant.start(new DemoTenantProperties(0, "127.0.0.1", devices, 1), limits));
    }

    /** Returns the settings of a carrier that belongs here. */
    List<String> settings() {
        List<String> settings = new ArrayList<>(List.of(
                "--portal.secret-key=" + SECRET_KEY,
                "--portal.ceiling.per-day=" + RemediationRules.MOST,
                "--portal.ceiling.per-request=" + RemediationRules.MOST,
                "--portal.tenant.issuer-uri=" + tenant.issuerUri(),
                "--portal.tenant.client-id=" + tenant.clientId(),
                "--portal.tenant.client-secret=" + tenant.clientSecret(),
                "--portal.tenant.graph-base-url=" + tenant.graphBaseUrl()));
        access.forEach((name, value) -> settings.add("--" + name + "=" + value));
        return settings;
    }

    DemoTenant tenant() {
        return tenant;
    }

    FaultSwitches faults() {
        return tenant.context().getBean(FaultSwitches.class);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** Sets the agent up; the first set-up starts a run by itself. */
    void startAgent(ConfigurableApplicationContext portal) {
        AgentService agents = portal.getBean(AgentService.class);
        List<String> permissions = agents.requirements().stream()
                .map(requirement -> requirement.permission())
                .toList();
        Consent owner = Consent.of(tenant, "owner", "openid profile offline_access " + String.join(" ", permissions));
        As.person(new Actor(owner.personId(), owner.personName()), () -> agents.start(DemoRuns.given(owner)));
    }

    /**
     * Returns flagged devices that are enabled and may be disabled, in the order of their object IDs.
     *
     * @throws IllegalStateException if there are not so many
     */
    List<UUID> devicesToDisable(ConfigurableApplicationContext portal, int devices) {
        OwnersRules.set(jdbc, 1, RemediationRules.MOST, RemediationRules.MOST);
        List<UUID> flagged = jdbc.sql("select object_id from finding where enabled order by object_id")
                .query(UUID.class)
                .list();
        List<UUID> allowed = portal.getBean(RequestSubmissionService.class)
                .preview(Action.DISABLE, flagged)
                .objectIds();
        if (allowed.size() < devices) {
            throw new IllegalStateException("Only " + allowed.size() + " devices can be disabled");
        }
        return allowed.subList(0, devices);
    }

    /** Lets the operator ask for devices to be disabled, and the approver sign in for actions; returns what to approve. */
    Asked askToDisable(ConfigurableApplicationContext portal, List<UUID> devices) {
        ActionSignInPerson approver = ActionSignInPerson.of(tenant, "approver");
        As.person(
                approver.actor(),
                () -> portal.getBean(ActionIdentityService.class).lend(approver.consent()));
        long request = As.person(
                        DemoRuns.OPERATOR,
                        () -> portal.getBean(RequestSubmissionService.class)
                                .ask(new NewRequest(
                                        Action.DISABLE,
                                        devices,
                                        "They left",
                                        "a test",
                                        null,
                                        0,
                                        false,
                                        NewestResult.of(jdbc))))
                .id();
        return () -> As.person(
                approver.actor(), () -> portal.getBean(ApprovalService.class).approve(request, ""));
    }

    /** Fails where a secret of the tenant, or the portal's own key, stands in the database or in the log of a portal. */
    void assertNoSecretInClear(Path... logs) throws SQLException {
        KnownSecrets secrets = new KnownSecrets();
        secrets.noteLedger(ledger);
        secrets.note("secret key", SECRET_KEY);
        assertThat(secrets.kinds()).contains("client secret", "access token", "refresh token", "secret key");
        SecretSearch search = new SecretSearch(secrets);
        try (Connection connection = database.getConnection()) {
            search.database(connection);
        }
        for (Path log : logs) {
            search.file(log.toString(), log);
        }
        search.assertNothingFound();
    }

    @Override
    public void close() {
        tenant.close();
        try {
            Files.delete(ledger);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("ledger", ".jsonl");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request that waits for its approval. */
    interface Asked {

        void approve();
    }
}
