package org.deviceoffboarding;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Needed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.util.ClassUtils;

/** The methods of the application's services, to be called with nothing, in a context with {@link Reached}. */
public final class ServiceMethods {

    private final ApplicationContext context;

    public ServiceMethods(ApplicationContext context) {
        this.context = context;
    }

    /** Returns all that say who may call them, or whose class does, by name such as {@code RunService.get(long)}. */
    public TreeMap<String, Call> all() {
        TreeMap<String, Call> calls = new TreeMap<>();
        for (String name : context.getBeanDefinitionNames()) {
            Class<?> type = ClassUtils.getUserClass(Objects.requireNonNull(context.getType(name), name));
            if (isService(type)) {
                Object service = context.getBean(name);
                Arrays.stream(type.getDeclaredMethods())
                        .filter(ServiceMethods::isCalled)
                        .filter(method ->
                                isNamedSo(type) || Needed.toCall(method, type).isPresent())
                        .forEach(method -> calls.put(name(type, method), new Call(service, method)));
            }
        }
        return calls;
    }

    static boolean isService(Class<?> type) {
        return type.getPackageName().startsWith("org.deviceoffboarding.")
                && !type.getSimpleName().equals("Desk")
                && (isNamedSo(type)
                        || AnnotatedElementUtils.hasAnnotation(type, May.class)
                        || Arrays.stream(type.getDeclaredMethods())
                                .anyMatch(method -> AnnotatedElementUtils.hasAnnotation(method, May.class)));
    }

    private static boolean isNamedSo(Class<?> type) {
        return type.getSimpleName().endsWith("Service") && AnnotatedElementUtils.hasAnnotation(type, Service.class);
    }

    private static boolean isCalled(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic();
    }

    private static String name(Class<?> type, Method method) {
        return type.getSimpleName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** A method of a service. */
    public record Call(Object service, Method method) {

        /** Returns whether whoever is signed in on this thread is let through. What refuses otherwise than by role is thrown. */
        public boolean isAllowed() {
            try {
                Reached.call(this::invoke);
                return true;
            } catch (AccessDeniedException | AuthenticationCredentialsNotFoundException e) {
                return false;
            }
        }

        private void invoke() {
            try {
                method.invoke(
                        service,
                        Arrays.stream(method.getParameterTypes())
                                .map(Call::nothing)
                                .toArray());
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }

        private static @Nullable Object nothing(Class<?> type) {
            if (!type.isPrimitive()) {
                return null;
            }
            return type == boolean.class ? (Object) false : type == int.class ? (Object) 0 : (Object) 0L;
        }

        /** Returns the service's class, as it is written. */
        public Class<?> type() {
            return method.getDeclaringClass();
        }
    }
}
