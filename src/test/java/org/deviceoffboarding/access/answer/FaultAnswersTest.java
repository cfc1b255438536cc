package org.deviceoffboarding.access.answer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a person reads who asked for something that ended in a fault, as a sign-in may that nobody else answers. */
class FaultAnswersTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void whoMetADatabaseThatSomebodyElseKeepsBusyIsToldToTryAgain() throws IOException {
        answer(new IllegalStateException("around it", new SQLException("canceling statement", "55P03")));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).contains("database was busy", "nothing was changed. Try again.");
    }

    @Test
    void whoMetADatabaseThatIsAwayIsToldSo() throws IOException {
        answer(new SQLException("connection refused", "08001"));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).contains("database is away");
    }

    @Test
    void anyOtherFaultIsToldWithoutItsInside() throws IOException {
        answer(new IllegalStateException("a secret"));

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString())
                .contains("Something went wrong")
                .doesNotContain("a secret");
    }

    private void answer(Throwable fault) throws IOException {
        request.setDispatcherType(DispatcherType.ERROR);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, fault);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        new FaultAnswers().answer(request, response);
    }
}
