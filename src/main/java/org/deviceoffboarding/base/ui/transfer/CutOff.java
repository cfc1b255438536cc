package org.deviceoffboarding.base.ui.transfer;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.deviceoffboarding.base.ListGoneException;
import org.deviceoffboarding.base.ui.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/** What becomes of a download that fails in its middle: it is cut off, in the log, and said on the page that it was clicked on. */
final class CutOff {

    private static final Logger log = LoggerFactory.getLogger(CutOff.class);

    private CutOff() {}

    /** Something that writes a file. */
    @FunctionalInterface
    interface Writing {
        void write() throws IOException;
    }

    /** @throws CutOffException where writing fails for another reason than that the browser left */
    static void where(DownloadEvent event, String fileName, Writing writing) throws IOException {
        try {
            writing.write();
        } catch (RuntimeException fault) {
            String why = why(fault);
            log.atWarn()
                    .setCause(fault)
                    .addKeyValue("file", fileName)
                    .log("The download of {} was cut off. {}", fileName, why);
            tell(event, "The download of " + fileName + " was cut off, and what came of it is not whole. " + why);
            throw new CutOffException("The download of " + fileName + " was cut off");
        }
    }

    private static String why(RuntimeException fault) {
        return switch (fault) {
            case ListGoneException gone -> String.valueOf(gone.getMessage());
            case CancellationException cancelled -> "You cancelled it.";
            case AccessDeniedException refused -> OwnTransfers.REFUSAL;
            case AuthenticationException signedOut -> "You are signed out.";
            default -> "It met a fault, which is in the log. Download it again.";
        };
    }

    private static void tell(DownloadEvent event, String sentence) {
        UI page = event.getUI();
        if (page != null) {
            try {
                page.access(() -> Notices.problem(sentence));
            } catch (UIDetachedException e) {
                log.atDebug().log("The page of the download is closed");
            }
        }
    }
}
