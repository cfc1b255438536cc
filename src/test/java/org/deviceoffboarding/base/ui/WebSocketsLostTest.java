package org.deviceoffboarding.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.WrappedHttpSession;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class WebSocketsLostTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/VAADIN/push");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();
    private final HttpSession session = new MockHttpSession();

    @Test
    void aWebSocketThatArrivesAsAnOrdinaryRequestIsNotedInTheSession() throws Exception {
        ask("websocket");

        assertThat(response.getStatus()).isEqualTo(501);
        assertThat(isNoted()).isTrue();
    }

    @Test
    void aWebSocketThatArrivesWholeGoesOn() throws Exception {
        request.addHeader("Upgrade", "websocket");

        ask("websocket");

        assertThat(chain.getRequest()).isSameAs(request);
        assertThat(isNoted()).isFalse();
    }

    @Test
    void longPollingGoesOn() throws Exception {
        ask("long-polling");

        assertThat(chain.getRequest()).isSameAs(request);
        assertThat(isNoted()).isFalse();
    }

    @Test
    void nobodyGetsASessionByAsking() throws Exception {
        request.addParameter("X-Atmosphere-Transport", "websocket");

        new WebSocketsLost().doFilter(request, response, chain);

        assertThat(response.getStatus()).isEqualTo(501);
        assertThat(request.getSession(false)).isNull();
    }

    private void ask(String transport) throws Exception {
        request.setSession(session);
        request.addParameter("X-Atmosphere-Transport", transport);
        new WebSocketsLost().doFilter(request, response, chain);
    }

    private boolean isNoted() {
        return WebSocketsLost.isNoted(new WrappedHttpSession(Objects.requireNonNull(request.getSession(false))));
    }
}
