package org.deviceoffboarding.access;

import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInvocation;
import org.deviceoffboarding.access.session.CapabilityMethods;
import org.deviceoffboarding.base.Needed;
import org.deviceoffboarding.base.database.RepeatedCalls;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.security.core.Authentication;

/** Where {@link org.deviceoffboarding.base.May} is enforced: before a service is called, and before a page is made. */
@Configuration(proxyBeanMethods = false)
class CapabilityConfiguration {

    /** In the place of Spring Security's own annotation, so that what comes before and after that does for this, too. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor capabilities(ApplicationEventPublisher events) {
        var interceptor = new AuthorizationManagerBeforeMethodInterceptor(
                new CapabilityMethods(), (person, call) -> decide(person.get(), call));
        interceptor.setOrder(AuthorizationInterceptorsOrder.PRE_AUTHORIZE.getOrder());
        interceptor.setAuthorizationEventPublisher(new SpringAuthorizationEventPublisher(events));
        return interceptor;
    }

    /** Once it is known who may, since reading roles anew is stored; and around the transaction, which is begun anew. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor repeatedCalls(ObjectProvider<DataSource> database) {
        var advisor = new DefaultPointcutAdvisor(new CapabilityMethods(), new RepeatedCalls(database));
        advisor.setOrder(AuthorizationInterceptorsOrder.PRE_AUTHORIZE.getOrder() + 1);
        return advisor;
    }

    private static AuthorizationDecision decide(Authentication person, MethodInvocation call) {
        return new AuthorizationDecision(
                Needed.toCall(call).filter(needed -> needed.isHeldBy(person)).isPresent());
    }

    @Bean
    AccessAnnotationChecker pageAccess() {
        return new PageAccess();
    }
}
