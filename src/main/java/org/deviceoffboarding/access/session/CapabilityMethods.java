package org.deviceoffboarding.access.session;

import com.vaadin.flow.component.Component;
import java.lang.reflect.Method;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.Needed;
import org.springframework.aop.support.StaticMethodMatcherPointcut;

/** The methods of services that not everybody may call. Pages are no services: whether they may be opened is asked before they are made. */
public class CapabilityMethods extends StaticMethodMatcherPointcut {

    @Override
    public final boolean matches(Method method, Class<?> target) {
        return !Component.class.isAssignableFrom(target)
                && Needed.toCall(method, target)
                        .filter(needed -> matches(needed, method, target))
                        .isPresent();
    }

    /** Returns whether a method that needs something is one of these. */
    boolean matches(Capability needed, Method method, Class<?> target) {
        return true;
    }
}
