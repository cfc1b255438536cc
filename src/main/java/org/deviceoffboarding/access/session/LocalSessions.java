package org.deviceoffboarding.access.session;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.deviceoffboarding.base.ui.form.OpenForms;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The sessions whose pages live in this portal's memory. */
@Component
class LocalSessions implements HttpSessionListener {

    private static final String KEY = SessionKey.class.getName();

    private static final Logger log = LoggerFactory.getLogger(LocalSessions.class);

    private final Map<UUID, LocalSession> all = new ConcurrentHashMap<>();
    private final SessionWindows windows;

    private final Clock clock;

    private record LocalSession(HttpSession browser, Lock reading, AtomicReference<Instant> rolesReadAt) {}

    LocalSessions(SessionWindows windows, Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    void add(SessionKey key, HttpSession session) {
        session.setAttribute(KEY, key);
        all.put(key.id(), new LocalSession(session, new ReentrantLock(), new AtomicReference<>(clock.instant())));
    }

    /** Parts a session from the browser's, and returns its key; null where nobody signed in with it. */
    @Nullable
    SessionKey release(HttpSession session) {
        SessionKey key = keyOf(session);
        if (key != null) {
            session.removeAttribute(KEY);
            all.remove(key.id());
        }
        return key;
    }

    Set<UUID> ids() {
        return Set.copyOf(all.keySet());
    }

    /** Returns the key of a browser's session; null where nobody signed in with it. */
    static @Nullable SessionKey keyOf(HttpSession session) {
        return (SessionKey) session.getAttribute(KEY);
    }

    /** Returns what whoever reads a session's roles holds meanwhile; nothing if it is not here. */
    Optional<Lock> lock(UUID id) {
        return Optional.ofNullable(all.get(id)).map(LocalSession::reading);
    }

    /** Returns who a session belongs to now; nothing if it is not here. */
    Optional<Authentication> authentication(UUID id) {
        return context(id).map(SecurityContext::getAuthentication);
    }

    /** Lets everything that this session does from now on be done with other authorities, which were just read. */
    void authenticate(UUID id, Authentication now) {
        context(id).ifPresent(context -> context.setAuthentication(now));
        LocalSession session = all.get(id);
        if (session != null) {
            session.rolesReadAt().set(clock.instant());
        }
    }

    /**
     * Returns a session with the time at which this portal read its roles, where its row has a later one: whoever has got hold of the
     * database's role keeps nobody's roles from being read again.
     */
    PortalSession asReadHere(PortalSession session) {
        LocalSession here = all.get(session.id());
        return here == null
                ? session
                : session.withRolesReadBy(here.rolesReadAt().get());
    }

    /**
     * Lets its windows be made anew, which then show what their person may see now, and what was taken. Where something is unsaved
     * the window says so instead, and keeps it.
     */
    void reload(UUID id, List<String> taken) {
        LocalSession session = all.get(id);
        if (session != null) {
            TakenRoles.note(session.browser(), taken);
            aside(() -> windows.tell(session.browser(), window -> ReducedWindow.show(session.browser(), window)));
        }
    }

    /** Forgets a session whose browser goes on with another one. */
    void forget(UUID id) {
        all.remove(id);
    }

    /**
     * Makes a session worthless at once, and sends its windows to the page that says why.
     *
     * @return whether it was here
     */
    boolean close(UUID id, SessionOver how) {
        LocalSession closed = all.remove(id);
        if (closed == null) {
            return false;
        }
        HttpSession session = closed.browser();
        SecurityContext context = contextOf(session);
        if (context != null) {
            context.setAuthentication(null);
        }
        aside(() -> {
            try {
                windows.tell(session, window -> {
                    OpenForms.letGo(window);
                    window.getPage().setLocation(session.getServletContext().getContextPath() + how.path(id));
                });
            } finally {
                invalidate(session);
            }
        });
        return true;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        SessionKey key = keyOf(event.getSession());
        if (key != null) {
            all.remove(key.id());
        }
    }

    /** A thread of its own, since the caller may hold the lock of a window, of this session or of another. */
    private static void aside(Runnable work) {
        Thread.ofVirtual().name("session-windows").start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.atWarn().setCause(e).log("Windows of a session could not be told");
            }
        });
    }

    private static void invalidate(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException already) {
            log.atDebug().log("The session was gone already");
        }
    }

    private Optional<SecurityContext> context(UUID id) {
        return Optional.ofNullable(all.get(id)).map(LocalSession::browser).map(LocalSessions::contextOf);
    }

    private static @Nullable SecurityContext contextOf(HttpSession session) {
        try {
            return (SecurityContext)
                    session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        } catch (IllegalStateException gone) {
            return null;
        }
    }
}
