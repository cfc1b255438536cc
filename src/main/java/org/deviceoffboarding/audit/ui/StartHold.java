package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.deviceoffboarding.audit.restored.Restoration;
import org.deviceoffboarding.audit.restored.RestorationChanged;
import org.deviceoffboarding.audit.restored.RestorationService;
import org.deviceoffboarding.base.ui.OpenPages;

/** Whether what is to begin waits for an owner, for pages that say when something begins. */
@org.springframework.stereotype.Component
public class StartHold {

    private final RestorationService restorations;
    private final OpenPages openPages;

    StartHold(RestorationService restorations, OpenPages openPages) {
        this.restorations = restorations;
        this.openPages = openPages;
    }

    /** Returns until when it waits, and why, to stand behind "It begins"; nothing where it begins at once. */
    public Optional<String> until() {
        return restorations.open().map(StartHold::until);
    }

    private static String until(Restoration restoration) {
        return "once an owner has confirmed what is open in the database, "
                + (restoration.anotherLog()
                        ? "beside which the checkpoints are of another log"
                        : "which was restored from a backup")
                + "; nothing is sent before";
    }

    /** Brings what says it up to date when that changes, for as long as it is shown. */
    public void follow(Component shown, Runnable update) {
        openPages.follow(shown, RestorationChanged.class, update);
    }
}
