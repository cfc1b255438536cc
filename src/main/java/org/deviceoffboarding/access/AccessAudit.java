package org.deviceoffboarding.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.aopalliance.intercept.MethodInvocation;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes sign-ins, sign-outs and refusals to the audit log, each in a transaction of its own. */
@Component
class AccessAudit {

    private static final Actor UNKNOWN = new Actor("unknown", "Someone not signed in");

    private final AuditLog auditLog;
    private final TransactionTemplate transaction;

    AccessAudit(AuditLog auditLog, PlatformTransactionManager transactions) {
        this.auditLog = auditLog;
        this.transaction = new TransactionTemplate(transactions);
        // What was refused is remembered even where the refused operation's own transaction is rolled back.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent event) {
        record(
                event.getAuthentication(),
                new AccessAction.SignedIn(roles(event.getAuthentication().getAuthorities())));
    }

    @EventListener
    void on(LogoutSuccessEvent event) {
        record(event.getAuthentication(), new AccessAction.SignedOut());
    }

    @EventListener
    void on(AbstractAuthenticationFailureEvent event) {
        record(UNKNOWN, new AccessAction.SignInFailed(SignInProblem.of(event.getException())));
    }

    /** Remembers what a signed-in person was refused; a request of someone not signed in is answered by the sign-in page. */
    @EventListener
    void on(AuthorizationDeniedEvent<?> event) {
        record(event.getAuthentication().get(), new AccessAction.Refused(describe(event.getObject())));
    }

    /** Remembers that a person was refused a page. */
    void refusedPage(Actor actor, String path) {
        record(actor, new AccessAction.Refused("the page /" + path));
    }

    private void record(Authentication authentication, AccessAction action) {
        Actor actor = CurrentActor.of(authentication);
        if (actor != null) {
            record(actor, action);
        }
    }

    /**
     * Remembers it whatever becomes of the caller's transaction. After that has ended: it may hold the audit log's lock, which
     * this one would wait for without end.
     */
    private void record(Actor actor, AccessAction action) {
        Runnable remember = () -> transaction.executeWithoutResult(status -> auditLog.record(actor, action));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    remember.run();
                }
            });
        } else {
            remember.run();
        }
    }

    private static String describe(Object refused) {
        return switch (refused) {
            case MethodInvocation call ->
                call.getMethod().getDeclaringClass().getSimpleName() + "."
                        + call.getMethod().getName();
            case RequestAuthorizationContext context -> describe(context.getRequest());
            case HttpServletRequest request -> request.getMethod() + " " + request.getRequestURI();
            default -> "an operation";
        };
    }

    private static String roles(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith("ROLE_"))
                .map(authority -> authority.charAt(5) + authority.substring(6).toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
