package org.deviceoffboarding.base.ui.transfer;

import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ListGoneException;
import org.springframework.security.access.AccessDeniedException;

/**
 * Lets what a page offers to download, and where it takes files, be used by nobody but the person whose page it is, as long as
 * that person may. Made while the page is. The services that are asked then look again. A long download looks again before each
 * of its parts, so that it ends with the role and with the session.
 */
final class OwnTransfers {

    static final String REFUSAL = "You may not do this. The page is another person's, or a role was taken from you.";

    private final CurrentActor currentActor = new CurrentActor();
    private final Optional<Actor> person = currentActor.find();
    private final Capability needed;

    OwnTransfers(Capability needed) {
        this.needed = needed;
    }

    /** Returns whose page it is; asked only once it is known that there is one, see {@link #require}. */
    Actor person() {
        return person.orElseThrow();
    }

    /** Returns whether the person signed in now is the page's, and may. */
    boolean isAllowed() {
        return person.isPresent() && currentActor.find().equals(person) && currentActor.may(needed);
    }

    /** @throws AccessDeniedException unless the person signed in now is the page's, and may */
    void require() {
        if (!isAllowed()) {
            throw new AccessDeniedException(REFUSAL);
        }
    }

    DownloadHandler only(DownloadHandler download) {
        return event -> {
            try {
                require();
                download.handleDownloadRequest(event);
            } catch (AccessDeniedException e) {
                event.getResponse().sendError(HttpServletResponse.SC_FORBIDDEN, REFUSAL);
            } catch (ListGoneException e) {
                event.getResponse().sendError(HttpServletResponse.SC_GONE, e.getMessage());
            }
        };
    }
}
