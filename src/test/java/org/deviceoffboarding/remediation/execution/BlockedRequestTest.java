package org.deviceoffboarding.remediation.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class BlockedRequestTest {

    @Autowired
    private RequestTransitions transitions;

    @Autowired
    private RequestStore requests;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aRequestWaitsForAPersonHoweverMuchThereIsToSay() {
        long request = ARequest.in(jdbc).that(RequestStatus.RUNNING).store();
        String why = "“%s” protects it. ".formatted("T".repeat(200)).repeat(12).strip();

        transitions.block(requests.get(request).orElseThrow(), why, null, null);

        assertThat(requests.get(request).orElseThrow().status()).isEqualTo(RequestStatus.BLOCKED);
        assertThat(jdbc.sql("select sentence from notice where subject = :request")
                        .param("request", "request:" + request)
                        .query(String.class)
                        .single())
                .startsWith("The request to disable 2 devices waits for somebody. “TTT")
                .hasSize(2_000)
                .endsWith("…");
    }
}
