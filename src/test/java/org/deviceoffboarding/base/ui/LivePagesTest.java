package org.deviceoffboarding.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** Browsers tell of the rest: that pages follow by long polling where no WebSocket passes. */
@PortalTest
@ViewPackages(classes = NotFoundView.class)
@WithMockUser(roles = Roles.READER)
class LivePagesTest extends SpringBrowserlessTest {

    private static class Line extends AtmospherePushConnection {

        private boolean connected;

        Line(UI page) {
            super(page);
        }

        @Override
        public boolean isConnected() {
            return connected;
        }

        @Override
        public void push() {
            // There is no browser.
        }
    }

    @Test
    void aPageWithoutALineGoesOnAskingWhetherThereIsAnythingNew() {
        UI page = UI.getCurrent();
        page.getInternals().setPushConnection(new Line(page));
        assertThat(page.getPollInterval()).isEqualTo(10_000);

        ComponentUtil.fireEvent(page, new PollEvent(page, true));

        assertThat(page.getPollInterval()).isEqualTo(10_000);
    }

    @Test
    void aPageThatHasALineByThenAsksNoMore() {
        UI page = UI.getCurrent();
        var line = new Line(page);
        page.getInternals().setPushConnection(line);
        line.connected = true;

        ComponentUtil.fireEvent(page, new PollEvent(page, true));

        assertThat(page.getPollInterval()).isEqualTo(-1);
    }
}
