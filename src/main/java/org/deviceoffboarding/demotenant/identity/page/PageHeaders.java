package org.deviceoffboarding.demotenant.identity.page;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;

/** The headers of every page: nothing from other hosts, no scripts, no frames. */
public final class PageHeaders {

    /** A form may lead on to the portal: browsers hold the answer's redirect against {@code form-action}, too. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src data:;"
            + " form-action 'self' http://localhost:* https://localhost:* http://127.0.0.1:*; base-uri 'none'; frame-ancestors 'none'";

    private PageHeaders() {}

    /** Adds them. */
    public static void apply(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }
}
