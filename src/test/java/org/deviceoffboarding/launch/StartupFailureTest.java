package org.deviceoffboarding.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class StartupFailureTest {

    @Test
    void aSentenceDeepInsideIsWhatPeopleRead() {
        var failure = new IllegalStateException("bean", new RuntimeException("pool", new StartupException("Do this.")));

        assertThat(StartupFailure.sentence(failure)).isEqualTo("Do this.");
        assertThat(StartupFailure.isSaid(failure)).isTrue();
    }

    @Test
    void aPortThatIsTakenIsNamedWithItsVariable() {
        assertThat(StartupFailure.sentence(new IllegalStateException(new PortInUseException(8080))))
                .startsWith("Port 8080 is taken by another program")
                .contains("SERVER_PORT");
    }

    @Test
    void whatNobodyThoughtOfIsSaidInOneLine() {
        var failure = new IllegalStateException("outer", new IllegalArgumentException("inner\nwith details"));

        assertThat(StartupFailure.sentence(failure)).contains("(inner)").doesNotContain("details");
        assertThat(StartupFailure.isSaid(failure)).isFalse();
    }

    @Test
    void aDatabaseThatGoesAwayIsNamedAndNoBackupIsAskedFor() {
        var stopped = new SQLException("FATAL: terminating connection due to administrator command\nmore", "57P01");
        var failure = new IllegalStateException("bean", new FlywayException("Migration failed", stopped));

        assertThat(StartupFailure.sentence(failure))
                .startsWith(
                        "The database went away while the portal was starting (FATAL: terminating connection due to")
                .contains("start the portal again")
                .doesNotContain("backup", "more");
        assertThat(StartupFailure.isSaid(failure)).isTrue();
    }

    @Test
    void aPortThatListensAlreadyIsFoundBeforeAnythingStarts() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(StartupException.class)
                    .isThrownBy(() -> Ports.requireFree("127.0.0.1", taken.getLocalPort(), "SERVER_PORT"))
                    .withMessageContaining("Port " + taken.getLocalPort() + " is taken");
        }
    }
}
