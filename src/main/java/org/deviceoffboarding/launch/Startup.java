package org.deviceoffboarding.launch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.launch.postgres.EmbeddedDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts what the portal needs and nobody configured: the embedded database and the demo tenant, side by side and while
 * the portal itself starts. Stops them again once the portal has stopped.
 */
public final class Startup implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered, AutoCloseable {

    private static final int PORT = 8080;

    private static final String WORLDWIDE_GRAPH = "https://graph.microsoft.com/v1.0";

    private final StartedResources resources = new StartedResources();
    private final UnfinishedStart unfinished;

    public Startup(UnfinishedStart unfinished) {
        this.unfinished = unfinished;
    }

    /** After the settings are known, and before the log file is opened, which is in the data folder. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        SpringApplication.getShutdownHandlers().add(this::close);
        ConfigurableEnvironment environment = event.getEnvironment();
        BootstrapSettings settings = BootstrapSettings.of(environment);
        Ports.requireFree(
                settings.text("server.address").orElse(null), settings.port("server.port", PORT), "SERVER_PORT");
        DataFolder folder = resources.add(DataFolder.open(settings.dataFolder()));

        Map<String, Supplier<Object>> values = new HashMap<>();
        values.put(BootstrapSettings.DATA_FOLDER, folder.path()::toString);
        settings.contextPath().ifPresent(path -> {
            values.put(BootstrapSettings.CONTEXT_PATH, () -> path);
            // Tomcat would lead there by the address inside, which is plain http behind a proxy with TLS.
            values.put("server.tomcat.redirect-context-root", () -> false);
        });
        values.putAll(secretKey(settings));
        values.putAll(auditLog(settings, folder));
        values.putAll(database(settings, folder));
        values.putAll(tenant(settings, folder));
        environment.getPropertySources().addFirst(new LazyPropertySource("portal", values));
        environment.getPropertySources().addLast(logFile(folder));
        PrivateLog.prepare(folder.path());
    }

    /** Waits until everything that was started runs. */
    void await() {
        resources.await();
    }

    /** Stops what was started, and leaves the data folder to the next. */
    @Override
    public void close() {
        resources.close();
    }

    private static Map<String, Supplier<Object>> secretKey(BootstrapSettings settings) {
        Optional<Path> file = settings.secretKeyFile();
        String secretKey =
                file.map(SecretKey::keptIn).orElseGet(() -> settings.secretKey().orElseThrow());
        String keptIn = file.map(Path::toString).orElse("");
        return Map.of(
                BootstrapSettings.SECRET_KEY, () -> secretKey, BootstrapSettings.SECRET_KEY_KEPT_IN, () -> keptIn);
    }

    private static Map<String, Supplier<Object>> auditLog(BootstrapSettings settings, DataFolder folder) {
        Path key = settings.auditKeyFile().orElseGet(() -> AuditFiles.keepKey(folder.resolve("audit-key.pem")));
        Path checkpoints = settings.checkpointFolder().orElse(folder.path());
        return Map.of(
                BootstrapSettings.AUDIT_KEY_FILE, key::toString,
                BootstrapSettings.CHECKPOINT_FOLDER, checkpoints::toString);
    }

    private Map<String, Supplier<Object>> database(BootstrapSettings settings, DataFolder folder) {
        if (settings.databaseIsConfigured()) {
            DatabaseCheck.check(
                    settings.text(BootstrapSettings.DATABASE_URL).orElseThrow(),
                    settings.databaseRole(),
                    settings.databaseOwner());
            return Map.of();
        }
        EmbeddedDatabase.requirePresent();
        Path directory = folder.resolve("postgres");
        BackgroundStart<EmbeddedDatabase> database = resources.add(
                BackgroundStart.inBackground("embedded-database", () -> watched(EmbeddedDatabase.start(directory))));
        return Map.of(
                BootstrapSettings.DATABASE_URL, () -> database.await().url(),
                BootstrapSettings.DATABASE_USER, () -> EmbeddedDatabase.USER,
                BootstrapSettings.DATABASE_PASSWORD, () -> database.await().password(),
                BootstrapSettings.OWNER_USER, () -> EmbeddedDatabase.OWNER,
                BootstrapSettings.OWNER_PASSWORD, () -> database.await().ownerPassword());
    }

    private EmbeddedDatabase watched(EmbeddedDatabase database) {
        database.watch(sentence -> {
            unfinished.say(sentence);
            // Whoever supervises the portal starts it again. Runs the shutdown handlers, which stop what was started.
            System.exit(1);
        });
        return database;
    }

    private Map<String, Supplier<Object>> tenant(BootstrapSettings settings, DataFolder folder) {
        if (settings.tenantIsConfigured()) {
            return settings.text(BootstrapSettings.TENANT_GRAPH).isPresent()
                    ? Map.of()
                    : Map.of(BootstrapSettings.TENANT_GRAPH, () -> WORLDWIDE_GRAPH);
        }
        BackgroundStart<DemoTenant> tenant = resources.add(BackgroundStart.inBackground(
                "demo-tenant", () -> DemoTenant.start(folder.resolve("demo-tenant.json"))));
        return Map.of(
                BootstrapSettings.TENANT_ISSUER, () -> tenant.await().issuerUri(),
                BootstrapSettings.TENANT_CLIENT_ID, () -> tenant.await().clientId(),
                BootstrapSettings.TENANT_CLIENT_SECRET, () -> secretOf(tenant.await()),
                BootstrapSettings.TENANT_CERTIFICATE, () -> path(tenant.await().certificateFile()),
                BootstrapSettings.TENANT_FEDERATED_TOKEN,
                        () -> path(tenant.await().federatedTokenFile()),
                BootstrapSettings.TENANT_GRAPH, () -> tenant.await().graphBaseUrl(),
                BootstrapSettings.TENANT_NAME, () -> DemoTenant.NAME,
                BootstrapSettings.TENANT_DEMO, () -> true);
    }

    /** The demo tenant says what the portal proves itself with, so that each way can be tried. */
    private static String secretOf(DemoTenant tenant) {
        return tenant.certificateFile().isPresent()
                        || tenant.federatedTokenFile().isPresent()
                ? ""
                : tenant.clientSecret();
    }

    private static String path(Optional<Path> file) {
        return file.map(Path::toString).orElse("");
    }

    private static MapPropertySource logFile(DataFolder folder) {
        return new MapPropertySource(
                "portalLog",
                Map.of("logging.file.name", folder.resolve("portal.log").toString()));
    }
}
