package org.deviceoffboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What browsers say to a portal without TLS, which hears no more of where somebody comes from. */
class OwnPagesTest {

    @Test
    void aPageOfThePortalIsItsOwn() {
        assertThat(isOpenedFrom("http://portal.example:8080/settings")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere.example:8080/settings",
                "https://portal.example:8080/settings",
                "http://portal.example/settings",
                "http://portal.example:8080.elsewhere.example/",
                "http://portal.example:8080@elsewhere.example/",
                "about:blank",
                "no address"
            })
    void noOtherPageIs(String page) {
        assertThat(isOpenedFrom(page)).isFalse();
    }

    @Test
    void whereNothingIsSaidItIsNot() {
        assertThat(OwnPages.isOpenedFrom(request())).isFalse();
    }

    private static boolean isOpenedFrom(String page) {
        MockHttpServletRequest request = request();
        request.addHeader("Referer", page);
        return OwnPages.isOpenedFrom(request);
    }

    private static MockHttpServletRequest request() {
        var request = new MockHttpServletRequest("GET", "/oauth2/authorization/agent");
        request.setServerName("portal.example");
        request.setServerPort(8080);
        return request;
    }
}
