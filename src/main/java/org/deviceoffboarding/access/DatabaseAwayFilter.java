package org.deviceoffboarding.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.deviceoffboarding.access.answer.PlainPage;
import org.deviceoffboarding.base.database.PassingFaults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says that the database is away where nothing can be answered without it; open pages try again by themselves. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class DatabaseAwayFilter extends OncePerRequestFilter {

    private static final String SECONDS = "5";

    private static final Logger log = LoggerFactory.getLogger(DatabaseAwayFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (response.isCommitted() || !PassingFaults.areOfConnection(e)) {
                throw e;
            }
            log.atWarn()
                    .log(
                            "The database is away: {}",
                            String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            answer(request, response);
        }
    }

    /** The headers stay: those for security are among them. */
    private static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.getWriter()
                .write(PlainPage.of(
                        "The database is away",
                        "The portal can't reach its database at the moment, and goes on by itself once it is back. Try again"
                                + " in a minute; if it stays so, whoever runs the portal finds the cause in its log.",
                        "Try again",
                        request,
                        "/"));
    }
}
