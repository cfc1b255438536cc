package org.deviceoffboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.identity.proof.AppCredentials;
import org.deviceoffboarding.demotenant.identity.proof.DemoCertificate;
import org.deviceoffboarding.demotenant.identity.proof.WorkloadIssuer;
import org.deviceoffboarding.proof.ProofKind;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Lets the portal of a test prove itself as the property {@code test.proof} asks for, and else by its client secret. */
public final class TestProof {

    private TestProof() {}

    static void prove(ConfigurableApplicationContext portal, DemoTenant tenant) {
        String kind = portal.getEnvironment().getProperty("test.proof", ProofKind.CLIENT_SECRET.name());
        Map<String, Object> settings =
                switch (ProofKind.valueOf(kind)) {
                    case CLIENT_SECRET -> Map.of();
                    case CERTIFICATE ->
                        Map.of(
                                "portal.tenant.client-secret",
                                "",
                                "portal.tenant.certificate-file",
                                file(newCertificate(tenant).pem()).toString());
                    case FEDERATED_TOKEN ->
                        Map.of(
                                "portal.tenant.client-secret",
                                "",
                                "portal.tenant.federated-token-file",
                                file(newToken(tenant)).toString());
                };
        portal.getEnvironment().getPropertySources().addFirst(new MapPropertySource("proof", settings));
    }

    /** Makes a certificate that the tenant accepts, good for half a year. */
    public static DemoCertificate newCertificate(DemoTenant tenant) {
        Instant now = Instant.now();
        return accepted(
                tenant,
                DemoCertificate.of("Portal of a test", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(180))));
    }

    /** Lets the tenant accept a certificate. */
    public static DemoCertificate accepted(DemoTenant tenant, DemoCertificate certificate) {
        tenant.context().getBean(AppCredentials.class).add(certificate.certificate());
        return certificate;
    }

    public static String newToken(DemoTenant tenant) {
        return tenant.context().getBean(WorkloadIssuer.class).token();
    }

    private static Path file(String content) {
        try {
            Path file = Files.createTempFile("proof", ".txt");
            file.toFile().deleteOnExit();
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
