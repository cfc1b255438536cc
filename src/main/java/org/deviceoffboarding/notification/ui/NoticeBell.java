package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.shell.ShellTool;
import org.deviceoffboarding.notification.inbox.InboxService;

/** Shows in the shell of every page what is new to the person signed in. */
@org.springframework.stereotype.Component
class NoticeBell implements ShellTool {

    private final InboxService inbox;
    private final CurrentActor currentActor;
    private final OpenPages openPages;
    private final Clock clock;

    NoticeBell(InboxService inbox, CurrentActor currentActor, OpenPages openPages, Clock clock) {
        this.inbox = inbox;
        this.currentActor = currentActor;
        this.openPages = openPages;
        this.clock = clock;
    }

    @Override
    public Component create() {
        return currentActor.may(Capability.READ) ? new BellButton(inbox, openPages, clock) : new Span();
    }
}
