package org.deviceoffboarding.base.ui.transfer;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CsvText;
import org.deviceoffboarding.base.TextLimits;

/** Makes the field that takes one CSV file, no larger than {@link CsvText} reads. It keeps nothing of the file. */
public final class CsvUpload {

    private static final String TOO_LARGE =
            "The file is larger than 8 MB. Split it into several files; nothing was stored.";

    private CsvUpload() {}

    /**
     * @param needed what it takes to upload something here
     * @param taken called with the file's name and content, as it is
     * @param refused called with a sentence if a file is not taken
     */
    public static Upload create(Capability needed, BiConsumer<String, byte[]> taken, Consumer<String> refused) {
        Upload upload = new Upload(handler(new OwnTransfers(needed), taken));
        upload.setAcceptedFileExtensions(".csv", ".txt");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(CsvText.MOST_BYTES);
        upload.addAllFinishedListener(event -> upload.clearFileList()); // so that another may take its place
        upload.addFileRejectedListener(event -> refused.accept(
                "The file was not taken: it has to be one file, .csv or .txt, of at most 8 MB. Split a larger one; nothing was"
                        + " stored."));
        return upload;
    }

    static UploadHandler handler(OwnTransfers own, BiConsumer<String, byte[]> taken) {
        return new Handler(own, taken);
    }

    /** Reads one byte more than it takes, and nothing of what is larger still: a browser need not say how long a file is. */
    private static class Handler implements UploadHandler {

        private final OwnTransfers own;
        private final BiConsumer<String, byte[]> taken;

        Handler(OwnTransfers own, BiConsumer<String, byte[]> taken) {
            this.own = own;
            this.taken = taken;
        }

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            if (!own.isAllowed()) {
                event.reject(OwnTransfers.REFUSAL);
                return;
            }
            byte[] file;
            try (InputStream content = event.getInputStream()) {
                file = content.readNBytes(CsvText.MOST_BYTES + 1);
            }
            if (file.length > CsvText.MOST_BYTES) {
                event.reject(TOO_LARGE);
            } else {
                String name =
                        TextLimits.cut(Objects.requireNonNullElse(event.getFileName(), "file"), TextLimits.FILE_NAME);
                event.getUI().access(() -> taken.accept(name, file));
            }
        }

        @Override
        public long getFileSizeMax() {
            return CsvText.MOST_BYTES;
        }

        @Override
        public long getFileCountMax() {
            return 1;
        }
    }
}
