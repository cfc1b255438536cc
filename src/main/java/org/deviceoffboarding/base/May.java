package org.deviceoffboarding.base;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what it takes to call a service's methods, or to open a page. At a method it stands in for what is said at its class.
 * Whoever does not have it is refused.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface May {

    Capability value();
}
