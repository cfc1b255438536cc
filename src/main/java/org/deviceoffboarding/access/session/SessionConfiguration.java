package org.deviceoffboarding.access.session;

import java.time.Clock;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionProperties.class)
class SessionConfiguration {

    /** Before Spring Security decides by the roles. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor freshRoles(ObjectProvider<PresentRoles> roles) {
        var advisor = new DefaultPointcutAdvisor(new FreshRoles.Changing(), new FreshRoles(roles));
        advisor.setOrder(AuthorizationInterceptorsOrder.PRE_AUTHORIZE.getOrder() - 1);
        return advisor;
    }

    @Bean
    SessionFilter sessionFilter(
            SessionRepository sessions, SessionProperties limits, RoleReading roles, SessionEnds ends, Clock clock) {
        return new SessionFilter(sessions, limits, roles, ends, clock);
    }

    /** It has its place in Spring Security's chain, once it is known who asks. */
    @Bean
    FilterRegistrationBean<SessionFilter> sessionFilterElsewhere(SessionFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
