package org.deviceoffboarding.base.ui.transfer;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.streams.DownloadEvent;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Tells the portal of one download. */
final class TransferNews {

    private static final Logger log = LoggerFactory.getLogger(TransferNews.class);

    private final @Nullable ApplicationEventPublisher events;
    private final Actor by;
    private final String file;
    private final String page;
    private final Object filter;

    private TransferNews(
            @Nullable ApplicationEventPublisher events, Actor by, String file, String page, Object filter) {
        this.events = events;
        this.by = by;
        this.file = file;
        this.page = page;
        this.filter = filter;
    }

    /**
     * @param by whose download it is
     * @param filter what was picked
     */
    static TransferNews of(DownloadEvent event, Actor by, String file, Object filter) {
        return new TransferNews(events(event), by, file, page(event.getUI()), filter);
    }

    /** Tells that all was written. */
    void whole(long rows) {
        if (events != null) {
            events.publishEvent(new ListTaken(by, file, page, filter, rows, true));
        }
    }

    /** Tells that no more is written, whatever was the reason. */
    void cutOff(long rows) {
        if (events == null) {
            return;
        }
        try {
            events.publishEvent(new ListTaken(by, file, page, filter, rows, false));
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).addKeyValue("file", file).log("Nobody heard that a download was cut off");
        }
    }

    private static String page(@Nullable UI page) {
        return page == null ? "" : page.getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private static @Nullable ApplicationEventPublisher events(DownloadEvent event) {
        return event.getRequest() instanceof VaadinServletRequest request
                ? WebApplicationContextUtils.getWebApplicationContext(request.getServletContext())
                : null;
    }
}
