package org.deviceoffboarding.demotenant;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.demotenant.identity.proof.ProofFiles;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Starts the demo tenant's application, and says in one sentence why it could not. */
final class DemoTenantLauncher {

    private static final Map<String, Object> SETTINGS = Map.of(
            "server.compression.enabled", true,
            "server.compression.mime-types", "application/json,application/jwk-set+json,text/html,text/css",
            "server.compression.min-response-size", "2KB",
            "server.servlet.session.cookie.name", "DEMOTENANTSESSION",
            "server.servlet.session.cookie.same-site", "lax",
            "server.shutdown", "immediate",
            "spring.web.error.include-message", "always",
            "spring.threads.virtual.enabled", true);

    private static final List<String> PROOFS =
            List.of(ProofFiles.CLIENT_SECRET, ProofFiles.CERTIFICATE, ProofFiles.FEDERATED_TOKEN);

    private DemoTenantLauncher() {}

    static ConfigurableApplicationContext start(ConfigurableEnvironment environment) {
        DemoTenantProperties properties = read(environment);
        requireFree(properties);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "listener", Map.of("server.port", properties.port(), "server.address", properties.address())));
        environment.getPropertySources().addLast(new MapPropertySource("settings", SETTINGS));

        var application = new SpringApplication(DemoTenantApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setEnvironment(environment);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        // They would read the portal's application.properties, and set up the logging that is already there.
        application.setListeners(List.of());
        return application.run();
    }

    private static DemoTenantProperties read(ConfigurableEnvironment environment) {
        String proof = environment.getProperty("demotenant.proof", ProofFiles.CLIENT_SECRET);
        if (!PROOFS.contains(proof)) {
            throw new DemoTenantNotStartedException(
                    "The demo tenant was not started: demotenant.proof is '" + proof + "', but has to be one of "
                            + String.join(", ", PROOFS) + ".",
                    null);
        }
        try {
            return Binder.get(environment).bindOrCreate("demotenant", DemoTenantProperties.class);
        } catch (BindException e) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
            throw new DemoTenantNotStartedException(
                    "The demo tenant was not started: " + (cause.getMessage() != null ? cause.getMessage() : e), e);
        }
    }

    private static void requireFree(DemoTenantProperties properties) {
        String where = properties.address() + ":" + properties.port();
        try (var socket = new ServerSocket(properties.port(), 1, InetAddress.getByName(properties.address()))) {
            socket.getLocalPort();
        } catch (UnknownHostException e) {
            throw new DemoTenantNotStartedException(
                    "The demo tenant was not started: this machine knows no address '" + properties.address()
                            + "'. Leave demotenant.address out, or set it to one of this machine's addresses.",
                    e);
        } catch (IOException e) {
            throw new DemoTenantNotStartedException(
                    "The demo tenant cannot listen on " + where + ", most likely because another program does."
                            + " End that program, or set DEMOTENANT_PORT to a free port.",
                    e);
        }
    }
}
