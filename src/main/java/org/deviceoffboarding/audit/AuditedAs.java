package org.deviceoffboarding.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says for people what an {@link AuditableAction} means: once for each name that it may be recorded by. The log's page takes its
 * readable names from here, and so does {@code src/docs/audit-actions.md}. Each class that implements the interface has one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(AuditedAs.Several.class)
public @interface AuditedAs {

    /** The stable name, as {@link AuditableAction#action()} returns it. */
    String name();

    /** What is shown in its place: what was done, in a few words and in the past, such as "Disabled a device". */
    String label();

    /** When it is recorded, and what it means: a sentence or two. */
    String meaning();

    /** What {@link AuditableAction#details()} may hold: each as its name, a colon, a space, and what it is. */
    String[] details() default {};

    /** What may stand in its details as it was before and after: each as its name, a colon, a space, and what it is. */
    String[] changes() default {};

    /** Several of them on one type. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Several {
        AuditedAs[] value();
    }
}
