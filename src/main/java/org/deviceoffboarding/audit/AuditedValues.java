package org.deviceoffboarding.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a field of the details of all actions of a type, or of all types that implement an interface, that it does not hold words that
 * people wrote: entries keep constants by their names, and pages show what these are called. What is not declared so is shown as it is,
 * since somebody may have written it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(AuditedValues.Several.class)
public @interface AuditedValues {

    /** The name of the field; what was changed under this name is meant, too. */
    String field();

    /**
     * What it holds, by itself or anywhere in its list or map: an enum that is {@link org.deviceoffboarding.base.Labelled}; that interface
     * itself for any of these; {@link java.time.Duration}.
     */
    Class<?> of();

    /** Several of them on one type. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Several {
        AuditedValues[] value();
    }
}
