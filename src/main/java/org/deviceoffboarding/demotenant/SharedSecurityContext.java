package org.deviceoffboarding.demotenant;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/**
 * Keeps the person signed in where {@link SecurityContextHolder} looks at the time. The demo tenant shares a process with
 * another application, which may replace the holder's strategy while both run; filters that kept the one they were made
 * with would then write to one place and read from another.
 */
@Component
class SharedSecurityContext implements SecurityContextHolderStrategy {

    @Override
    public void clearContext() {
        SecurityContextHolder.clearContext();
    }

    @Override
    public SecurityContext getContext() {
        return SecurityContextHolder.getContext();
    }

    @Override
    public void setContext(SecurityContext context) {
        SecurityContextHolder.setContext(context);
    }

    @Override
    public SecurityContext createEmptyContext() {
        return SecurityContextHolder.createEmptyContext();
    }
}
