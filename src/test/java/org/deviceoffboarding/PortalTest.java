package org.deviceoffboarding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Transactional;

/**
 * A test of the whole application on a real PostgreSQL with real security, in a transaction that is rolled back. The tenant
 * is one that nobody serves, which takes no time to find out: tests that need one start the demo tenant.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = PortalApplication.class,
        properties = {
            "portal.tenant.issuer-uri=http://localhost:9/tenant/v2.0",
            "portal.tenant.client-id=portal",
            "portal.tenant.client-secret=not-a-secret",
            "portal.tenant.graph-base-url=http://localhost:9/v1.0",
            "portal.secret-key=" + PortalTest.SECRET_KEY,
            "spring.main.banner-mode=off"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Reached.class, WithoutPauses.class})
@AutoConfigureMockMvc
@Transactional
public @interface PortalTest {

    /** What tokens are encrypted with in tests. */
    String SECRET_KEY = "a-key-for-tests-only";
}
