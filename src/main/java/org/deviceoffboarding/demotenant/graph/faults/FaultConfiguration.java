package org.deviceoffboarding.demotenant.graph.faults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The switches for faults, inside this JVM and over HTTP. */
@Configuration(proxyBeanMethods = false)
public class FaultConfiguration {

    @Bean
    FaultSwitches faults() {
        return new FaultSwitches();
    }

    @Bean
    ServletRegistrationBean<FaultServlet> faultServlet(FaultSwitches faults) {
        var registration = new ServletRegistrationBean<>(new FaultServlet(faults), "/demo/faults");
        registration.setName("faults");
        return registration;
    }

    /** What was cut stays cut: the server would write its error page behind the half of the answer that was sent. */
    @Bean
    FilterRegistrationBean<Filter> nothingAfterACut() {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            if (!response.isCommitted()) {
                chain.doFilter(request, response);
            }
        });
        registration.setDispatcherTypes(DispatcherType.ERROR, DispatcherType.INCLUDE);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
