package org.deviceoffboarding.base;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Reads what {@link May} says. */
public final class Needed {

    private Needed() {}

    /** Returns what it takes to call a method of a service: what stands at the method, else at its class. */
    public static Optional<Capability> toCall(Method method, Class<?> service) {
        return of(AopUtils.getMostSpecificMethod(method, service)).or(() -> of(service));
    }

    /** Returns what it takes for a call of a service that is under way. */
    public static Optional<Capability> toCall(MethodInvocation call) {
        return toCall(call.getMethod(), AopUtils.getTargetClass(Objects.requireNonNull(call.getThis())));
    }

    /** Returns what it takes to open a page; nothing for what says nothing, and is opened to nobody then. */
    public static Optional<Capability> toOpen(Class<?> page) {
        return of(page);
    }

    private static Optional<Capability> of(AnnotatedElement element) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(element, May.class))
                .map(May::value);
    }
}
