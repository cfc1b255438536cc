package org.deviceoffboarding.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UncompressedPushTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/VAADIN/push");

    @Test
    void theServerHearsOfNoExtensionThatTheBrowserOffers() throws Exception {
        request.addHeader("Upgrade", "websocket");
        request.addHeader("sec-websocket-extensions", "permessage-deflate; client_max_window_bits");

        HttpServletRequest heard = filtered();

        assertThat(heard.getHeader("Sec-WebSocket-Extensions")).isNull();
        assertThat(heard.getHeaders("Sec-WebSocket-Extensions").hasMoreElements())
                .isFalse();
        assertThat(Collections.list(heard.getHeaderNames())).containsExactly("Upgrade");
        assertThat(heard.getHeader("Upgrade")).isEqualTo("websocket");
    }

    @Test
    void otherRequestsGoOnAsTheyAre() throws Exception {
        request.addHeader("Accept-Encoding", "gzip");

        assertThat(filtered()).isSameAs(request);
    }

    private HttpServletRequest filtered() throws Exception {
        MockFilterChain chain = new MockFilterChain();
        new UncompressedPush().doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
    }
}
