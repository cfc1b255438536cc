package org.deviceoffboarding.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The tenant leads people back to redirect URIs that carry the portal's path. */
@PortalOnAPort
@TestPropertySource(properties = "server.servlet.context-path=/offboard")
class SignInUnderAPathTest {

    @LocalServerPort
    private int port;

    @Autowired
    private LocalSessions local;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void everybodyLeaves() {
        local.ids().forEach(id -> local.close(id, SessionOver.of(SessionEnd.CLOSED)));
        jdbc.sql("delete from portal_session").update();
        jdbc.sql("delete from person").update();
    }

    @Test
    void peopleSignInOpenPagesAndStartTheAgent() {
        SignedInPerson owner = signIn();

        assertThat(owner.open("/devices")).isEqualTo("/offboard/devices");
        assertThat(owner.startAgent()).isEqualTo("/offboard/");
        assertThat(owner.open("/devices")).isEqualTo("/offboard/devices");
    }

    @Test
    void whoseSessionEndedIsToldSoUnderThePath() {
        SignedInPerson owner = signIn();

        jdbc.sql("delete from portal_session").update();

        assertThat(owner.open("/devices")).isEqualTo("/offboard/session-ended");
        owner.signInAgain();
        assertThat(owner.open("/devices")).isEqualTo("/offboard/devices");
    }

    private SignedInPerson signIn() {
        return SignedInPerson.of(URI.create("http://localhost:" + port + "/offboard"), "owner", local);
    }
}
