package org.deviceoffboarding.base.ui.transfer;

import com.vaadin.flow.component.html.Anchor;
import java.io.IOException;
import java.io.OutputStream;
import org.deviceoffboarding.base.Capability;

/**
 * A link that downloads a file which a service writes part by part, in whatever form. Where it can't be written to its end, or the person
 * has lost the role or signed out meanwhile, the download fails in the browser, and the page says why.
 */
public final class StreamedDownload {

    private StreamedDownload() {}

    /** Writes a file. */
    @FunctionalInterface
    public interface Content {

        /**
         * @param out not to be closed
         * @param beforeEach to be called before each part; what it throws ends the file
         */
        void write(OutputStream out, Runnable beforeEach) throws IOException;
    }

    /**
     * Returns the link.
     *
     * @param needed what it takes to download it
     */
    public static Anchor link(String text, String fileName, String contentType, Capability needed, Content content) {
        OwnTransfers own = new OwnTransfers(needed);
        return CsvDownload.link(text, own.only(event -> {
            event.setFileName(fileName);
            event.setContentType(contentType);
            CutOff.where(event, fileName, () -> content.write(event.getOutputStream(), own::require));
        }));
    }
}
