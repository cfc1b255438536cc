package org.deviceoffboarding.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DatabaseAwayFilterTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aPageThatNeedsTheDatabaseSaysThatItIsAwayAndKeepsItsHeaders() throws Exception {
        ask((request, answer) -> {
            ((MockHttpServletResponse) answer).setHeader("X-Frame-Options", "DENY");
            throw new ServletException(
                    new CannotGetJdbcConnectionException("away", new SQLException("refused", "08001")));
        });

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(response.getContentAsString())
                .contains("The database is away")
                .doesNotContain("Nothing was changed");
    }

    @Test
    void anotherFaultIsNoneOfTheDatabases() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> ask((request, answer) -> {
                    throw new IllegalStateException();
                }));
    }

    private void ask(FilterChain page) throws Exception {
        new DatabaseAwayFilter().doFilter(new MockHttpServletRequest("GET", "/"), response, page);
    }
}
