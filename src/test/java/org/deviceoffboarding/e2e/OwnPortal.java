package org.deviceoffboarding.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for visitors to a portal that no other class uses, and that is empty for the first test of the class. One that goes on with
 * what another left is {@linkplain org.junit.jupiter.api.Order ordered} after it: a portal takes longer to start than to visit.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface OwnPortal {

    /** Whether it was just installed, and makes its database when it starts. */
    boolean justInstalled() default false;
}
