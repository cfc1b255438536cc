package org.deviceoffboarding.launch;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.proof.ProofSettings;
import org.deviceoffboarding.proof.ProofUnusableException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/**
 * What the operator decided, as far as the start depends on it. Checked before anything is started, so that a mistake is
 * answered at once. A setting that is empty counts as one that is missing, since that is how Compose passes it on.
 */
final class BootstrapSettings {

    static final String TENANT_ISSUER = "portal.tenant.issuer-uri";
    static final String TENANT_CLIENT_ID = "portal.tenant.client-id";
    static final String TENANT_CLIENT_SECRET = "portal.tenant.client-secret";
    static final String TENANT_CERTIFICATE = "portal.tenant.certificate-file";
    static final String TENANT_CERTIFICATE_ALGORITHM = "portal.tenant.certificate-algorithm";
    static final String TENANT_FEDERATED_TOKEN = "portal.tenant.federated-token-file";
    static final String TENANT_GRAPH = "portal.tenant.graph-base-url";
    static final String TENANT_NAME = "portal.tenant.name";
    static final String TENANT_DEMO = "portal.tenant.demo";
    static final String DATABASE_URL = "spring.datasource.url";
    static final String DATABASE_USER = "spring.datasource.username";
    static final String DATABASE_PASSWORD = "spring.datasource.password";
    static final String OWNER_USER = "portal.owner.username";
    static final String OWNER_PASSWORD = "portal.owner.password";
    static final String DATA_FOLDER = "portal.data-dir";
    static final String SECRET_KEY = "portal.secret-key";
    static final String SECRET_KEY_FILE = "portal.secret-key-file";

    /** Not for operators: the file that the key comes from, where it comes from one. */
    static final String SECRET_KEY_KEPT_IN = "portal.secret-key-kept-in";

    static final String AUDIT_KEY_FILE = "portal.audit-key-file";
    static final String CHECKPOINT_FOLDER = "portal.checkpoint-dir";
    static final String PUBLIC_URL = "portal.public-url";
    static final String CONTEXT_PATH = "server.servlet.context-path";

    /** What docker-compose.yml sets where the operator sets nothing: known to everyone, so good for the demo only. */
    static final String DEMO_DATABASE_PASSWORD = "demo-tenant-only";

    /** Issuer, client ID and a proof. */
    private static final int TENANT_PARTS = 3;

    private final ConfigurableEnvironment environment;

    private BootstrapSettings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** @throws StartupException if a setting is missing or makes no sense */
    static BootstrapSettings of(ConfigurableEnvironment environment) {
        BootstrapSettings settings = new BootstrapSettings(environment);
        settings.checkTenant();
        settings.checkPublicUrl();
        settings.checkDatabase();
        return settings;
    }

    Path dataFolder() {
        return Path.of(text(DATA_FOLDER).orElse(".portal"));
    }

    /** Whether a tenant of Microsoft's is configured; if not, the demo tenant is used. */
    boolean tenantIsConfigured() {
        return text(TENANT_ISSUER).isPresent();
    }

    /** Whether a database is configured; if not, the embedded one is used. */
    boolean databaseIsConfigured() {
        return text(DATABASE_URL).isPresent();
    }

    /** Returns the database role that the portal works as. */
    DatabaseRole databaseRole() {
        return new DatabaseRole(
                text(DATABASE_USER).orElse(""),
                text(DATABASE_PASSWORD).orElse(""),
                variable(DATABASE_USER) + " and " + variable(DATABASE_PASSWORD));
    }

    /** Returns the database role that migrates and owns the audit log, where it is another. */
    Optional<DatabaseRole> databaseOwner() {
        return text(OWNER_USER)
                .filter(user -> !user.equals(text(DATABASE_USER).orElse("")))
                .map(user -> new DatabaseRole(
                        user,
                        text(OWNER_PASSWORD).orElse(""),
                        variable(OWNER_USER) + " and " + variable(OWNER_PASSWORD)));
    }

    /** Returns the path at which the portal is, which is that of the address that people use; nothing where none is set. */
    Optional<String> contextPath() {
        return text(PUBLIC_URL).map(PublicUrl::path);
    }

    Optional<String> secretKey() {
        return text(SECRET_KEY).map(key -> SecretKey.checked(key, variable(SECRET_KEY)));
    }

    /** Returns the file that the key is kept in; nothing where it is a setting itself. */
    Optional<Path> secretKeyFile() {
        return secretKey().isPresent()
                ? Optional.empty()
                : Optional.of(text(SECRET_KEY_FILE)
                        .map(Path::of)
                        .orElseGet(() -> dataFolder().resolve("secret.key"))
                        .toAbsolutePath()
                        .normalize());
    }

    private boolean secretKeyIsConfigured() {
        return text(SECRET_KEY).isPresent() || text(SECRET_KEY_FILE).isPresent();
    }

    Optional<Path> auditKeyFile() {
        return text(AUDIT_KEY_FILE).map(Path::of).map(AuditFiles::requireKey);
    }

    Optional<Path> checkpointFolder() {
        return text(CHECKPOINT_FOLDER).map(Path::of).map(AuditFiles::requireFolder);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(environment.getProperty(name))
                .map(String::strip)
                .filter(StringUtils::hasText);
    }

    /** Returns a port, or the one that is used where none is set; 0 stands for any that is free. */
    int port(String name, int otherwise) {
        if (text(name).isEmpty()) {
            return otherwise;
        }
        try {
            int port = Binder.get(environment).bind(name, Integer.class).get();
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (BindException notANumber) {
            // Said below, in the same words.
        }
        throw new StartupException(variable(name) + " is '" + text(name).orElse("")
                + "', which is not a port: set a number from 1 to 65535.");
    }

    /** Returns the environment variable that sets a property, which is how operators know it. */
    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private void checkTenant() {
        ProofSettings proof = proof();
        List<String> missing = Stream.concat(
                        Stream.of(TENANT_ISSUER, TENANT_CLIENT_ID)
                                .filter(part -> text(part).isEmpty())
                                .map(BootstrapSettings::variable),
                        proof.any() ? Stream.empty() : Stream.of(variable(TENANT_CLIENT_SECRET)))
                .toList();
        if (!missing.isEmpty()
                && (missing.size() < TENANT_PARTS || text(TENANT_GRAPH).isPresent())) {
            throw new StartupException(
                    "The tenant is only half configured: set " + String.join(" and ", missing) + " too"
                            + (proof.any()
                                    ? ""
                                    : " (or PORTAL_TENANT_CERTIFICATE_FILE or PORTAL_TENANT_FEDERATED_TOKEN_FILE in the place of the secret)")
                            + ", or none of PORTAL_TENANT_… to use the demo tenant.");
        }
        if (tenantIsConfigured()) {
            check(proof);
        }
        if (tenantIsConfigured() && text(PUBLIC_URL).isEmpty()) {
            throw new StartupException(
                    "With a tenant of your own the portal needs PORTAL_PUBLIC_URL, the address that people"
                            + " use: set it to one such as https://portal.contoso.com, which the redirect URIs of the app registration"
                            + " begin with.");
        }
        List.of(TENANT_ISSUER, TENANT_GRAPH).forEach(name -> text(name).ifPresent(value -> requireUrl(name, value)));
    }

    private ProofSettings proof() {
        return new ProofSettings(
                text(TENANT_CLIENT_SECRET).orElse(""),
                text(TENANT_CERTIFICATE).orElse(""),
                text(TENANT_CERTIFICATE_ALGORITHM).orElse("RS256"),
                text(TENANT_FEDERATED_TOKEN).orElse(""));
    }

    private static void check(ProofSettings proof) {
        try {
            proof.check();
        } catch (ProofUnusableException e) {
            throw new StartupException(e.reason(), e);
        }
    }

    private void checkPublicUrl() {
        text(PUBLIC_URL).ifPresent(url -> {
            PublicUrl.check(url);
            text(CONTEXT_PATH).ifPresent(path -> PublicUrl.checkPath(url, path));
        });
    }

    private static void requireUrl(String name, String value) {
        try {
            URI uri = URI.create(value);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return;
            }
        } catch (IllegalArgumentException notAUri) {
            // Said below, in the same words.
        }
        throw new StartupException(variable(name) + " is '" + value
                + "', which is not an address: it begins with https:// and names a host.");
    }

    private void checkDatabase() {
        if (databaseIsConfigured() && !secretKeyIsConfigured()) {
            throw new StartupException(
                    "With a database of your own the portal needs PORTAL_SECRET_KEY, the key for what"
                            + " it stores encrypted: set it to what 'openssl rand -base64 32' prints, and keep it as safe as the"
                            + " database.");
        }
        if (text(OWNER_USER).isEmpty() && text(OWNER_PASSWORD).isPresent()) {
            throw new StartupException(
                    "PORTAL_OWNER_PASSWORD is the password of nobody: set PORTAL_OWNER_USERNAME, too.");
        }
        if (text(OWNER_USER).isPresent() && !databaseIsConfigured()) {
            throw new StartupException(
                    "PORTAL_OWNER_USERNAME names a role of a database of your own, and there is none: set"
                            + " SPRING_DATASOURCE_URL, too, or leave both out; the embedded database has its own roles.");
        }
        if (tenantIsConfigured()
                && Stream.of(DATABASE_PASSWORD, OWNER_PASSWORD)
                        .anyMatch(name -> text(name)
                                .filter(DEMO_DATABASE_PASSWORD::equals)
                                .isPresent())) {
            throw new StartupException("The database has the password that is meant for the demo tenant only: set"
                    + " POSTGRES_PASSWORD to one of your own, and begin with an empty database (docker-compose down"
                    + " --volumes removes the demo's).");
        }
    }
}
