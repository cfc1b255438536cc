package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.base.InvisibleCharacters;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.notification.NoticeLinks;
import org.deviceoffboarding.notification.NoticesTold;
import org.deviceoffboarding.notification.inbox.InboxFilter;
import org.deviceoffboarding.notification.inbox.InboxService;
import org.deviceoffboarding.notification.inbox.ToldNotice;
import org.springframework.data.domain.PageRequest;

/** A bell with how much is new; opened, it shows the newest of it. */
class BellButton extends Button {

    private static final int SHOWN = 6;
    private static final int MOST_COUNTED = 99;
    private static final InboxFilter NEW = new InboxFilter("", null, true);

    private final transient InboxService inbox;
    private final transient Clock clock;
    private final Span count = new Span();
    private final Div lines = new Div();
    private final Popover popover = new Popover(lines);

    BellButton(InboxService inbox, OpenPages openPages, Clock clock) {
        super(VaadinIcon.BELL_O.create());
        this.inbox = inbox;
        this.clock = clock;
        addClassName("bell");
        addThemeVariants(ButtonVariant.TERTIARY);
        count.addClassName("bell-count");
        count.getElement().setAttribute("aria-hidden", "true"); // the button's label says it
        setSuffixComponent(count);
        lines.addClassName("bell-lines");
        popover.setTarget(this);
        popover.setModal(true);
        popover.setAriaLabel("New notices");
        popover.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                fill();
            }
        });
        addAttachListener(attached -> show());
        openPages.follow(this, NoticesTold.class, this::show);
    }

    private void show() {
        long now = inbox.countNew();
        boolean more = now > MOST_COUNTED;
        count.setText(more ? MOST_COUNTED + "+" : Amounts.number(now));
        count.setVisible(now > 0);
        setAriaLabel(
                now == 0
                        ? "Notices, nothing new"
                        : "Notices, " + (more ? "more than " + MOST_COUNTED : Amounts.number(now)) + " new");
        if (popover.isOpened()) {
            fill();
        }
    }

    private void fill() {
        List<ToldNotice> told = inbox.find(NEW, PageRequest.of(0, SHOWN));
        lines.removeAll();
        if (told.isEmpty()) {
            lines.add(new Paragraph("Nothing new."));
        }
        told.forEach(each -> lines.add(line(each)));
        lines.add(new Anchor(NoticesView.PATH, "All notices"));
    }

    private Div line(ToldNotice told) {
        Span reason = new Span(told.reason() + " ");
        reason.addClassName("dim");
        reason.add(TimeDisplay.span(told.notice().toldAt(), clock.instant()));
        Div line = new Div(
                new Anchor(
                        NoticeLinks.OPEN + told.notice().id(),
                        InvisibleCharacters.shown(told.notice().sentence())),
                reason);
        line.addClassName("bell-line");
        return line;
    }
}
