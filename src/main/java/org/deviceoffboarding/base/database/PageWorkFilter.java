package org.deviceoffboarding.base.database;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes that a thread answers a request, for as long as it does. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageWorkFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PageWork.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            PageWork.end();
        }
    }
}
