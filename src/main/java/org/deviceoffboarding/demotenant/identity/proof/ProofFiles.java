package org.deviceoffboarding.demotenant.identity.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.deviceoffboarding.demotenant.WholeFile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the portal beside the demo tenant proves itself with, where {@code demotenant.proof} asks for another proof than its secret: a
 * file with a certificate that the tenant accepts, or one with a federated token that is written anew again and again, as Kubernetes does.
 */
@Component
public class ProofFiles implements DisposableBean {

    public static final String CLIENT_SECRET = "client-secret";
    public static final String CERTIFICATE = "certificate";
    public static final String FEDERATED_TOKEN = "federated-token";

    private static final Duration VALID = Duration.ofDays(365);
    private static final Duration TOKEN_EVERY = Duration.ofMinutes(20);

    private final @Nullable Path certificateFile;
    private final @Nullable Path tokenFile;
    private final @Nullable ScheduledExecutorService writer;

    ProofFiles(
            @Value("${demotenant.proof:" + CLIENT_SECRET + "}") String proof,
            @Value("${demotenant.state-file:}") String stateFile,
            AppCredentials credentials,
            WorkloadIssuer issuer,
            Clock clock) {
        this.certificateFile = proof.equals(CERTIFICATE) ? beside(stateFile, "demo-certificate.pem") : null;
        this.tokenFile = proof.equals(FEDERATED_TOKEN) ? beside(stateFile, "demo-federated-token") : null;
        if (certificateFile != null) {
            Instant now = clock.instant();
            DemoCertificate certificate =
                    DemoCertificate.of("Device Offboarding Portal", now.minus(Duration.ofDays(1)), now.plus(VALID));
            credentials.add(certificate.certificate());
            write(certificateFile, certificate.pem());
        }
        this.writer = tokenFile == null ? null : writing(tokenFile, issuer);
    }

    /** Returns the file with the key and the certificate; nothing where the portal proves itself by something else. */
    public Optional<Path> certificateFile() {
        return Optional.ofNullable(certificateFile);
    }

    /** Returns the file with the federated token; nothing where the portal proves itself by something else. */
    public Optional<Path> federatedTokenFile() {
        return Optional.ofNullable(tokenFile);
    }

    @Override
    public void destroy() {
        if (writer != null) {
            writer.shutdownNow();
        }
    }

    private static ScheduledExecutorService writing(Path file, WorkloadIssuer issuer) {
        write(file, issuer.token());
        ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("demo-federated-token").factory());
        writer.scheduleWithFixedDelay(
                () -> write(file, issuer.token()), TOKEN_EVERY.toSeconds(), TOKEN_EVERY.toSeconds(), TimeUnit.SECONDS);
        return writer;
    }

    private static Path beside(String stateFile, String name) {
        try {
            return stateFile.isBlank()
                    ? Files.createTempDirectory("demo-tenant").resolve(name)
                    : Path.of(stateFile).toAbsolutePath().resolveSibling(name);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo tenant cannot keep what the portal proves itself with", e);
        }
    }

    private static void write(Path file, String content) {
        try {
            WholeFile.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The demo tenant cannot write what the portal proves itself with to " + file, e);
        }
    }
}
