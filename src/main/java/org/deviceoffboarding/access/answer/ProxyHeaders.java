package org.deviceoffboarding.access.answer;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ForwardedHeaderFilter;

/** Reads what a proxy says of a request, once: where it cannot be read, the page that says so must not read it again. */
@Configuration(proxyBeanMethods = false)
class ProxyHeaders {

    @Bean
    FilterRegistrationBean<ForwardedHeaderFilter> forwardedHeaders() {
        var registration = new FilterRegistrationBean<ForwardedHeaderFilter>(new ReadOnce());
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static class ReadOnce extends ForwardedHeaderFilter {

        private static final String UNREADABLE = ReadOnce.class.getName() + ".unreadable";

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getAttribute(UNREADABLE) != null) {
                chain.doFilter(request, response);
                return;
            }
            if (!ForwardedForm.isReadable(request)) {
                request.setAttribute(UNREADABLE, true);
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
            var read = new AtomicBoolean();
            super.doFilterInternal(request, response, (wrapped, answer) -> {
                read.set(true);
                chain.doFilter(wrapped, answer);
            });
            if (!read.get()) {
                request.setAttribute(UNREADABLE, true);
            }
        }
    }
}
