package org.deviceoffboarding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application against a demo tenant of its own, over real HTTP and on a real PostgreSQL. Nothing is
 * rolled back, and jobs are carried out as they are in production; only the pauses between attempts at Graph take no
 * time. Tests share what is there, so each begins with {@link DemoRuns#startAfresh()}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = PortalApplication.class,
        properties = {
            "portal.secret-key=a-key-for-tests-only",
            "portal.graph.read-timeout=2s",
            "spring.main.banner-mode=off"
        })
@ContextConfiguration(initializers = {TestDatabase.class, TestDemoTenant.class})
@Import({DemoRuns.class, OwnersDecisions.class, RunFollower.class, WithoutPauses.class})
@WithMockUser(
        username = "owner",
        roles = {"OWNER", "OPERATOR", "READER"})
public @interface DemoPortal {}
