package org.deviceoffboarding;

import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;

/** Stops a call of a service that was not refused before it does anything, so that every method can be called with nothing. */
@TestConfiguration(proxyBeanMethods = false)
public class Reached {

    private static final ThreadLocal<Boolean> STOPPING = ThreadLocal.withInitial(() -> false);

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor stopsBehindTheDoor() {
        MethodInterceptor stop = call -> {
            if (STOPPING.get()) {
                throw new BehindTheDoorException();
            }
            return call.proceed();
        };
        var advisor = new DefaultPointcutAdvisor(new Services(), stop);
        advisor.setOrder(AuthorizationInterceptorsOrder.PRE_AUTHORIZE.getOrder() + 1);
        return advisor;
    }

    /** Calls a service on this thread. Returns normally where the call was not refused; nothing was done then. */
    static void call(Runnable service) {
        STOPPING.set(true);
        try {
            service.run();
            throw new AssertionError("Nothing stood before the call");
        } catch (BehindTheDoorException expected) {
            // so it was let through
        } finally {
            STOPPING.remove();
        }
    }

    private static class BehindTheDoorException extends RuntimeException {}

    /** Also those that say nothing about who may: that is to be found out. */
    private static class Services extends StaticMethodMatcherPointcut {

        @Override
        public boolean matches(Method method, Class<?> target) {
            return ServiceMethods.isService(target);
        }
    }
}
