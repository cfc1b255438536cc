package org.deviceoffboarding.access.session;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.RolesUnconfirmedException;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets whoever asks for something, decides or saves do so only by roles that the tenant confirmed within the last minute. It holds
 * for every method of a service that needs more than the role Reader and is not declared as reading only, so that none can be
 * forgotten. Jobs act without a session, and are not asked.
 */
class FreshRoles implements MethodInterceptor {

    private final ObjectProvider<RoleReading> roles;
    private final ObjectProvider<SessionProperties> limits;

    FreshRoles(ObjectProvider<RoleReading> roles, ObjectProvider<SessionProperties> limits) {
        this.roles = roles;
        this.limits = limits;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        SessionKey session = SessionKey.of(SecurityContextHolder.getContext().getAuthentication());
        if (session != null) {
            require(roles.getObject()
                    .noOlderThan(session.id(), limits.getObject().confirmed()));
        }
        return call.proceed();
    }

    private static void require(RolesRead read) {
        switch (read) {
            // Whatever context this thread has: Spring Security decides by what was just read.
            case RolesRead.Current current -> SecurityContextHolder.getContext().setAuthentication(current.person());
            case RolesRead.Unknown unknown ->
                throw new RolesUnconfirmedException(unknown.sentence()
                        + ", so the portal can't tell whether you still have your role. Nothing was changed. You can read on; try"
                        + " again later.");
            case RolesRead.Over over ->
                throw new RolesUnconfirmedException(over.by().title() + ". Nothing was changed. Sign in again.");
        }
    }

    /** Which methods these are. */
    static class Changing extends StaticMethodMatcherPointcut {

        @Override
        public boolean matches(Method method, Class<?> target) {
            PreAuthorize allowed = annotation(method, target, PreAuthorize.class);
            Transactional transactional = annotation(method, target, Transactional.class);
            return allowed != null
                    && Stream.of(Roles.OPERATOR, Roles.APPROVER, Roles.OWNER)
                            .anyMatch(role -> allowed.value().contains("'" + role + "'"))
                    && (transactional == null || !transactional.readOnly());
        }

        private static <A extends Annotation> @Nullable A annotation(Method method, Class<?> target, Class<A> type) {
            A ofMethod =
                    AnnotatedElementUtils.findMergedAnnotation(AopUtils.getMostSpecificMethod(method, target), type);
            return ofMethod != null ? ofMethod : AnnotatedElementUtils.findMergedAnnotation(target, type);
        }
    }
}
