package org.deviceoffboarding.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Carries out what pages ask for, as Vaadin does, but for pages of another session or person: these end with words. Vaadin
 * would load them again without one, and what was clicked would seem to be done.
 */
class PageRequests extends UidlRequestHandler {

    private final transient Predicate<VaadinSession> ownOrEnded;

    /** @param ownOrEnded whether the pages of a session are the present person's; else it ends them */
    PageRequests(Predicate<VaadinSession> ownOrEnded) {
        this.ownOrEnded = ownOrEnded;
    }

    @Override
    public Optional<ResponseWriter> synchronizedHandleRequest(
            VaadinSession session, VaadinRequest request, VaadinResponse response, String body) throws IOException {
        if (!ownOrEnded.test(session)) {
            return ended(response);
        }
        if (!PageMessage.isReadable(body)) {
            return Optional.of(() -> response.sendError(HttpServletResponse.SC_BAD_REQUEST, null));
        }
        try {
            return super.synchronizedHandleRequest(session, request, response, PageMessage.storable(body));
        } catch (AnothersPageException e) {
            return ended(response);
        }
    }

    @Override
    protected ServerRpcHandler createRpcHandler() {
        return new OwnPagesOnly();
    }

    private static Optional<ResponseWriter> ended(VaadinResponse response) {
        return Optional.of(() -> commitJsonResponse(response, VaadinService.createSessionExpiredJSON(false)));
    }

    /** The number of a page says nothing: each session counts its own from 0. Its secret does. */
    private static class OwnPagesOnly extends ServerRpcHandler {

        @Override
        public void handleRpc(UI ui, String message, VaadinRequest request) throws MessageIdSyncException {
            try {
                super.handleRpc(ui, message, request);
            } catch (InvalidUIDLSecurityKeyException e) {
                throw new AnothersPageException(e);
            }
        }
    }

    private static class AnothersPageException extends RuntimeException {

        AnothersPageException(ServerRpcHandler.InvalidUIDLSecurityKeyException wrongSecret) {
            super(wrongSecret);
        }
    }
}
