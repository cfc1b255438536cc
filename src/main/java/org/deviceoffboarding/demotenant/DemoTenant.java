package org.deviceoffboarding.demotenant;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.deviceoffboarding.demotenant.identity.Contoso;
import org.deviceoffboarding.demotenant.identity.DemoClient;
import org.deviceoffboarding.demotenant.identity.proof.ProofFiles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running demo tenant: an OpenID provider and a Microsoft Graph of its own on a port of its own, inside this JVM. It
 * shares nothing with the application that starts it but the JVM, and is gone when closed.
 */
public final class DemoTenant implements AutoCloseable {

    /** What the company is called. */
    public static final String NAME = Contoso.DISPLAY_NAME;

    private final ConfigurableApplicationContext context;
    private final DemoClient client;
    private final int port;

    private DemoTenant(ConfigurableApplicationContext context) {
        this.context = context;
        this.client = context.getBean(DemoClient.class);
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /**
     * Starts a demo tenant as the system properties {@code demotenant.*} and the environment variables
     * {@code DEMOTENANT_*} ask for. It takes the refresh tokens of its earlier starts, too. Returns when it answers requests.
     *
     * @param stateFile where it remembers them, as hashes; made when needed
     * @throws DemoTenantNotStartedException if a setting is wrong or the port is taken
     */
    public static DemoTenant start(Path stateFile) {
        return new DemoTenant(DemoTenantLauncher.start(new DemoTenantEnvironment().with(stateFile)));
    }

    /**
     * Starts a demo tenant as the caller wants it, whatever the environment says. Returns when it answers requests.
     *
     * @throws DemoTenantNotStartedException if the port is taken
     */
    public static DemoTenant start(DemoTenantProperties properties) {
        return new DemoTenant(DemoTenantLauncher.start(DemoTenantEnvironment.of(properties)));
    }

    /**
     * Starts a demo tenant that takes the refresh tokens of its earlier starts, too.
     *
     * @param stateFile where it remembers them, as hashes; made when needed
     * @throws DemoTenantNotStartedException if the port is taken
     */
    public static DemoTenant start(DemoTenantProperties properties, Path stateFile) {
        return new DemoTenant(
                DemoTenantLauncher.start(DemoTenantEnvironment.of(properties).with(stateFile)));
    }

    /** Returns the issuer of its tokens; the discovery document is below it. */
    public URI issuerUri() {
        return URI.create("http://localhost:" + port() + "/" + Contoso.TENANT_ID + "/v2.0");
    }

    /** Returns the client ID of the portal's app registration. */
    public String clientId() {
        return client.clientId();
    }

    /** Returns the client secret, which is another one at every start. */
    public String clientSecret() {
        return client.clientSecret();
    }

    /** Returns the file with a certificate that the portal is to prove itself with; nothing unless {@code demotenant.proof} asks for it. */
    public Optional<Path> certificateFile() {
        return context.getBean(ProofFiles.class).certificateFile();
    }

    /** Returns the file with a federated token that the portal is to prove itself with, as before. */
    public Optional<Path> federatedTokenFile() {
        return context.getBean(ProofFiles.class).federatedTokenFile();
    }

    /** Returns the address of its Graph, with the version and without a slash at the end. */
    public URI graphBaseUrl() {
        return URI.create("http://localhost:" + port() + "/v1.0");
    }

    /** Returns the port it listens on. */
    public int port() {
        return port;
    }

    /** Returns its beans, for tests that turn its switches. */
    public ApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
