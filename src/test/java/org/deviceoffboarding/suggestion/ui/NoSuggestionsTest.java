package org.deviceoffboarding.suggestion.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.grid.Grid;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.agent.StoredAgent;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What the list of suggestions says where there are none. */
@PortalTest
@ViewPackages(classes = SuggestionsView.class)
@WithMockUser(roles = Roles.READER)
class NoSuggestionsTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void withoutAnAgentNobodyIsSentToStartARun() {
        assertThat(means()).contains("No agent is set up").doesNotContain("Start a run");

        StoredAgent.in(jdbc);

        assertThat(means()).contains("Start a run on Overview").doesNotContain("No agent");
    }

    private String means() {
        navigate(SuggestionsView.class);
        return find(Grid.class).single().getEmptyStateComponent().getElement().getTextRecursively();
    }
}
