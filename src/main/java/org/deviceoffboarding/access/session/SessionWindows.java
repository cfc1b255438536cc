package org.deviceoffboarding.access.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The browser windows that are open in this portal's sessions. */
@Component
class SessionWindows implements VaadinServiceInitListener {

    private final Set<VaadinSession> all = ConcurrentHashMap.newKeySet();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(begun -> all.add(begun.getSession()));
        event.getSource().addSessionDestroyListener(ended -> all.remove(ended.getSession()));
    }

    /** Tells every window of a session, and returns when all were told. The caller holds no window's lock. */
    void tell(HttpSession session, Consumer<UI> message) {
        all.stream()
                .filter(windows -> windows.getSession() instanceof WrappedHttpSession wrapped
                        && wrapped.getHttpSession().getId().equals(session.getId()))
                .forEach(windows -> windows.accessSynchronously(() ->
                        windows.getUIs().forEach(window -> window.accessSynchronously(() -> message.accept(window)))));
    }
}
