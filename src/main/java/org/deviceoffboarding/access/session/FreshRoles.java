package org.deviceoffboarding.access.session;

import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.deviceoffboarding.base.Capability;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets whoever asks for something, decides or saves do so only by roles that the tenant confirmed within the last minute. It holds
 * for every method of a service that needs more than the role Reader and is not declared as reading only, so that none can be
 * forgotten. Jobs act without a session, and are not asked.
 */
class FreshRoles implements MethodInterceptor {

    private final ObjectProvider<PresentRoles> roles;

    FreshRoles(ObjectProvider<PresentRoles> roles) {
        this.roles = roles;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        roles.getObject().require();
        return call.proceed();
    }

    /** Which methods these are. */
    static class Changing extends CapabilityMethods {

        @Override
        boolean matches(Capability needed, Method method, Class<?> target) {
            return !needed.isEverybodys() && !readsOnly(method, target);
        }

        private static boolean readsOnly(Method method, Class<?> target) {
            Transactional ofMethod = AnnotatedElementUtils.findMergedAnnotation(
                    AopUtils.getMostSpecificMethod(method, target), Transactional.class);
            Transactional transactional = ofMethod != null
                    ? ofMethod
                    : AnnotatedElementUtils.findMergedAnnotation(target, Transactional.class);
            return transactional != null && transactional.readOnly();
        }
    }
}
