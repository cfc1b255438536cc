package org.deviceoffboarding.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestActivityTest {

    private static final String CLICK = """
            {"type":"event","node":7,"event":"click","data":{}}""";
    private static final String QUESTION = """
            {"type":"event","node":1,"event":"ui-poll","data":{}}""";

    @Test
    void aClickIsAPersons() throws Exception {
        assertThat(isPersons(CLICK)).isTrue();
        assertThat(isPersons(QUESTION + "," + CLICK)).isTrue();
    }

    @Test
    void aPageThatAsksWhetherThereIsAnythingNewKeepsNobodySignedIn() throws Exception {
        assertThat(isPersons(QUESTION)).isFalse();
        assertThat(isPersons(QUESTION + "," + QUESTION)).isFalse();
    }

    @Test
    void theLineForPushIsNobodys() {
        var line = new MockHttpServletRequest("GET", "/VAADIN/push");
        line.setQueryString("v-r=push&v-uiId=0");
        line.setParameter("v-r", "push");

        assertThat(new RequestActivity(line).isPersons()).isFalse();
    }

    private static boolean isPersons(String said) throws Exception {
        var request = new MockHttpServletRequest("POST", "/");
        request.setQueryString("v-r=uidl&v-uiId=0");
        request.setParameter("v-r", "uidl");
        request.setContent(
                ("{\"csrfToken\":\"x\",\"rpc\":[" + said + "],\"syncId\":0}").getBytes(StandardCharsets.UTF_8));
        var activity = new RequestActivity(request);
        activity.request().getInputStream().readAllBytes();
        return activity.isPersons();
    }
}
