package org.deviceoffboarding.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that take {@link Visitors} to a portal. One portal serves all of them, and its agent is set up by the first
 * that needs a result. Without a Chromium they are skipped, except on a build server ({@code CI=true}), where they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EndToEndExtension.class)
@interface EndToEnd {}
