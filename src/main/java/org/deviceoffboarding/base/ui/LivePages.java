package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.PushConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.shared.ui.Transport;
import org.springframework.stereotype.Component;

/**
 * Lets open pages follow what happens whatever a proxy passes on: by WebSocket, by long polling where that doesn't get through, and
 * where no line can be kept open at all by asking every few seconds. Vaadin's pages would try WebSocket for a minute before, each of
 * them anew, show nothing of what happens meanwhile, and not say so.
 */
@Component
class LivePages implements VaadinServiceInitListener {

    private static final int NEVER = -1;
    private static final String TRIES_BEFORE_LONG_POLLING = "2";
    private static final String MILLISECONDS_BETWEEN_TRIES = "1000";

    /** By then a page has a line, unless none is to be had. */
    private static final int MILLISECONDS_BETWEEN_QUESTIONS = 10_000;

    @Override
    public void serviceInit(ServiceInitEvent started) {
        started.getSource().addUIInitListener(LivePages::connect);
    }

    private static void connect(UIInitEvent opened) {
        UI page = opened.getUI();
        openLine(page);
        page.setPollInterval(MILLISECONDS_BETWEEN_QUESTIONS);
        page.addPollListener(asked -> stopAskingIfConnected(page));
    }

    private static void openLine(UI page) {
        PushConfiguration push = page.getPushConfiguration();
        push.setParameter("maxWebsocketErrorRetries", TRIES_BEFORE_LONG_POLLING);
        push.setParameter("reconnectInterval", MILLISECONDS_BETWEEN_TRIES);
        if (WebSocketsLost.isNoted(page.getSession().getSession())) {
            push.setTransport(Transport.LONG_POLLING);
        }
    }

    private static void stopAskingIfConnected(UI page) {
        PushConnection line = page.getInternals().getPushConnection();
        if (line != null && line.isConnected()) {
            page.setPollInterval(NEVER);
        }
    }
}
