package org.deviceoffboarding.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.deviceoffboarding.access.answer.SecurityHeaders;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers by the name that people use only, and lets everything behind it see the address that people see, whatever of it a
 * proxy passes on. Health is asked for by the container's own address. After the filter that reads a proxy's headers, before
 * all others. Does nothing where no address is set.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PublicAddressFilter extends OncePerRequestFilter {

    private final PublicAddress address;

    PublicAddressFilter(PublicAddress address) {
        this.address = address;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !address.isSet() || isHealth(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getServerName().equalsIgnoreCase(address.host())) {
            var outside = new OutsideResponse(response, address);
            if (request.getRequestURI().equals(request.getContextPath())) {
                outside.sendRedirect(request.getContextPath() + "/"); // links of pages are relative to it
            } else {
                chain.doFilter(new OutsideRequest(request, address), outside);
            }
        } else {
            SecurityHeaders.write(response);
            response.setStatus(HttpStatus.MISDIRECTED_REQUEST.value());
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.getWriter().println("The portal does not answer by this name.");
        }
    }

    private static boolean isHealth(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals("/actuator/health") || path.startsWith("/actuator/health/");
    }
}
