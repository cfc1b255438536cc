package org.deviceoffboarding.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what the details of all actions of a type may hold, or of all types that implement an interface; see {@link AuditedAs}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AuditedFields {

    /** As {@link AuditedAs#details()}. */
    String[] details() default {};

    /** As {@link AuditedAs#changes()}. */
    String[] changes() default {};
}
