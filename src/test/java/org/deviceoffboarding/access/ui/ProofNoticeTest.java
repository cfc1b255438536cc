package org.deviceoffboarding.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.Component;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.TenantProperties;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.demotenant.identity.proof.DemoCertificate;
import org.deviceoffboarding.proof.ProofService;
import org.deviceoffboarding.proof.ProofServices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;

/** What stands above every page of how the portal proves itself, for whom and when. */
@PortalTest
class ProofNoticeTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final DemoCertificate OURS =
            DemoCertificate.of("ours", NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(90)));

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CurrentActor currentActor;

    @Autowired
    private OpenPages openPages;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final SettableClock clock = new SettableClock(NOW);
    private SecuredBrowserlessApplicationContext<Authentication> portal;

    @BeforeEach
    void open() {
        portal = SpringBrowserlessApplicationContext.createSecured(context, ConnectView.class);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void fromFourteenDaysBeforeOperatorsAndOwnersAreToldOfTheCertificate() throws Exception {
        ProofService proof = certificate(OURS.pem());
        clock.forward(Duration.ofDays(75));
        assertThat(said(proof, Roles.READER, Roles.OPERATOR)).isEmpty();

        clock.forward(Duration.ofDays(2));

        assertThat(said(proof, Roles.READER, Roles.OPERATOR))
                .startsWith("The certificate that the portal proves itself with expires on ")
                .contains("PORTAL_TENANT_CERTIFICATE_FILE", "read anew");
        assertThat(said(proof, Roles.READER, Roles.OPERATOR, Roles.OWNER)).contains("expires on ");
        assertThat(said(proof, Roles.READER)).isEmpty();
    }

    @Test
    void onceItHasExpiredEverybodyIsToldUntilThereIsANewOne() throws Exception {
        ProofService proof = certificate(OURS.pem());
        clock.forward(Duration.ofDays(90));

        assertThat(said(proof, Roles.READER)).contains("expired on ", "Nobody can sign in any more");

        write(DemoCertificate.of("next", NOW, NOW.plus(Duration.ofDays(365))).pem());
        assertThat(said(proof, Roles.READER)).isEmpty();
    }

    @Test
    void thatANewFileDoesNotFitIsToldAlsoOnceTheOldCertificateHasExpired() throws Exception {
        ProofService proof = certificate(OURS.pem());
        clock.forward(Duration.ofDays(90));

        write("nothing");

        assertThat(said(proof, Roles.READER))
                .contains("expired on ", "Nobody can sign in any more")
                .contains(
                        "The file holds something new, which can't be used: PORTAL_TENANT_CERTIFICATE_FILE names a file")
                .doesNotContain("adds a new one");
    }

    @Test
    void aFileThatCannotBeUsedAnyMoreIsToldWhileTheOneOfBeforeIsUsed() throws Exception {
        ProofService proof = certificate(OURS.pem());
        write("nothing");

        assertThat(said(proof, Roles.READER, Roles.OPERATOR))
                .startsWith("PORTAL_TENANT_CERTIFICATE_FILE names a file that has no private key")
                .endsWith("goes on with the certificate that it read before, until it is started again.");
        assertThat(said(proof, Roles.READER)).isEmpty();
    }

    @Test
    void aFederatedTokenThatIsGoneIsToldToEverybody() throws Exception {
        Path file = write("aa.bb.cc");
        ProofService proof = proof("", file.toString());
        assertThat(said(proof, Roles.READER)).isEmpty();

        Files.delete(file);

        assertThat(said(proof, Roles.READER))
                .startsWith("The portal can't prove itself to the tenant")
                .contains("PORTAL_TENANT_FEDERATED_TOKEN_FILE names a file that is not there");
    }

    private ProofService certificate(String pem) throws Exception {
        return proof(write(pem).toString(), "");
    }

    private ProofService proof(String certificate, String token) {
        URI anywhere = URI.create("http://localhost:9");
        return ProofServices.of(
                new TenantProperties(anywhere, "portal", "", certificate, "", token, anywhere, false, ""), clock);
    }

    private Path write(String content) throws Exception {
        return Files.writeString(folder.resolve("proof"), content);
    }

    /** Returns what a person's window says once it is shown. */
    private String said(ProofService proof, String... roles) {
        BrowserlessUIContext ui = portal.newUser(String.join("-", roles), roles).newWindow();
        ui.activate();
        Component line = new ProofNotice(proof, currentActor, openPages, clock).create();
        ui.getUI().add(line);
        ui.getUI().navigate("devices-of-nobody");
        ui.roundTrip();
        return line.isVisible() ? line.getElement().getTextRecursively() : "";
    }
}
