package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.PushConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.shared.ui.Transport;
import org.springframework.stereotype.Component;

/**
 * Lets open pages follow what happens also behind a proxy that passes no WebSocket on, by long polling. Vaadin's pages would try
 * WebSocket for a minute before, each of them anew, and show nothing of what happens meanwhile.
 */
@Component
class LivePages implements VaadinServiceInitListener {

    private static final String TRIES_BEFORE_LONG_POLLING = "2";
    private static final String MILLISECONDS_BETWEEN_TRIES = "1000";

    @Override
    public void serviceInit(ServiceInitEvent started) {
        started.getSource().addUIInitListener(LivePages::connect);
    }

    private static void connect(UIInitEvent opened) {
        PushConfiguration push = opened.getUI().getPushConfiguration();
        push.setParameter("maxWebsocketErrorRetries", TRIES_BEFORE_LONG_POLLING);
        push.setParameter("reconnectInterval", MILLISECONDS_BETWEEN_TRIES);
        if (WebSocketsLost.isNoted(opened.getUI().getSession().getSession())) {
            push.setTransport(Transport.LONG_POLLING);
        }
    }
}
