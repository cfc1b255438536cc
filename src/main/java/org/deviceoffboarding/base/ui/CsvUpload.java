package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.InMemoryUploadHandler;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CsvText;

/** Makes the field that takes one CSV file, no larger than {@link CsvText} reads. It keeps nothing of the file. */
public final class CsvUpload {

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
                "The file was not taken: it has to be one file, .csv or .txt, of at most 2 MB. Split a larger one; nothing was"
                        + " stored."));
        return upload;
    }

    static UploadHandler handler(OwnTransfers own, BiConsumer<String, byte[]> taken) {
        return new InMemoryUploadHandler(
                (metadata, data) -> taken.accept(Objects.requireNonNullElse(metadata.fileName(), "file"), data)) {

            @Override
            public void handleUploadRequest(UploadEvent event) throws IOException {
                if (own.isAllowed()) {
                    super.handleUploadRequest(event);
                } else {
                    event.reject(OwnTransfers.REFUSAL);
                }
            }

            @Override
            public long getFileSizeMax() {
                return CsvText.MOST_BYTES;
            }
        };
    }
}
