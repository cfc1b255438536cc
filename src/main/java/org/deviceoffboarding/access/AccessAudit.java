package org.deviceoffboarding.access;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.aopalliance.intercept.MethodInvocation;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ByItself;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Needed;
import org.deviceoffboarding.base.Roles;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes sign-ins, sign-outs and refusals to the audit log, each in a transaction of its own. A refusal that is repeated within an
 * hour is counted only, see {@link RefusalCounts}.
 */
@Component
class AccessAudit {

    private static final Actor UNKNOWN = new Actor("unknown", "Someone not signed in");

    private final AuditLog auditLog;
    private final RefusalCounts refusals;
    private final TransactionTemplate transaction;

    AccessAudit(AuditLog auditLog, RefusalCounts refusals, PlatformTransactionManager transactions) {
        this.auditLog = auditLog;
        this.refusals = refusals;
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

    /** Remembers a sign-in that did not work. Spring Security has no event for those that the tenant refuses. */
    void signInFailed(FailedSignIn failed) {
        refused(UNKNOWN, AccessAction.SignInFailed.of(failed));
    }

    /**
     * Remembers what a signed-in person was refused; a request of someone not signed in is answered by the sign-in page. An
     * address that is refused leads nowhere: whoever mistyped one was refused nothing. Pages tell by themselves.
     */
    @EventListener
    void on(AuthorizationDeniedEvent<?> event) {
        Actor actor = CurrentActor.of(event.getAuthentication().get());
        if (actor != null && !ByItself.isRunning() && event.getObject() instanceof MethodInvocation call) {
            refused(actor, new AccessAction.Refused(describe(call)));
        }
    }

    /** Remembers that a person was refused a page. */
    void refusedPage(Actor actor, String path) {
        refused(actor, new AccessAction.Refused("the page /" + path));
    }

    /** Stores how often refusals were repeated in hours that are over. */
    void storeEnded() {
        store(refusals.takeEnded());
    }

    /** Stores how often refusals were repeated until now. */
    void storeAll() {
        store(refusals.takeAll());
    }

    private void store(List<RefusalCounts.Repeated> repeated) {
        try {
            transaction.executeWithoutResult(status -> repeated.forEach(each -> auditLog.record(
                    each.actor(), new AccessAction.Repeated(each.refusal(), each.times(), each.since()))));
        } catch (RuntimeException e) {
            refusals.giveBack(repeated);
            throw e;
        }
    }

    private void refused(Actor actor, AccessAction refusal) {
        refusals.count(actor, refusal).ifPresent(first -> record(actor, first));
    }

    private void record(Authentication authentication, AccessAction action) {
        Actor actor = CurrentActor.of(authentication);
        if (actor != null) {
            record(actor, action);
        }
    }

    /**
     * Remembers it whatever becomes of the caller's transaction, and after that has ended: this one needs a connection of its own,
     * which nobody who holds one should wait for.
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

    private static String describe(MethodInvocation call) {
        return Needed.toCall(call)
                .map(needed -> "what it takes to " + needed.words())
                .orElse("an operation");
    }

    private static String roles(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith("ROLE_"))
                .map(authority -> Roles.label(authority.substring(5)))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
