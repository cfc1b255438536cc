package org.deviceoffboarding.base.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.deviceoffboarding.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PortalNodeTest {

    private final DataSource database = new DriverManagerDataSource(TestDatabase.create(), "postgres", "postgres");

    @Test
    void aPortalIsGoneOnceItsConnectionIs() throws SQLException {
        PortalNode one = new PortalNode(database);
        PortalNode other = new PortalNode(database);
        one.join();
        other.join();

        assertThat(one.isGone(other.name())).isFalse();
        other.leave();
        assertThat(one.isGone(other.name())).isTrue();
        assertThat(one.isGone(one.name())).isFalse();
        one.leave();
    }

    @Test
    void aNameThatNobodyHoldsIsGoneHoweverOftenItIsAsked() throws SQLException {
        PortalNode node = new PortalNode(database);
        node.join();

        assertThat(node.isGone("portal-that-was-killed")).isTrue();
        assertThat(node.isGone("portal-that-was-killed")).isTrue();
        node.leave();
    }
}
