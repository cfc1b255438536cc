package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.InMemoryUploadHandler;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.deviceoffboarding.base.CsvText;

/** Makes the field that takes one CSV file, no larger than {@link CsvText} reads. It keeps nothing of the file. */
public final class CsvUpload {

    private CsvUpload() {}

    /**
     * @param taken called with the file's name and content, as it is
     * @param refused called with a sentence if a file is not taken
     */
    public static Upload create(BiConsumer<String, byte[]> taken, Consumer<String> refused) {
        Upload upload = new Upload(
                new InMemoryUploadHandler((metadata, data) ->
                        taken.accept(Objects.requireNonNullElse(metadata.fileName(), "file"), data)) {
                    @Override
                    public long getFileSizeMax() {
                        return CsvText.MOST_BYTES;
                    }
                });
        upload.setAcceptedFileExtensions(".csv", ".txt");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(CsvText.MOST_BYTES);
        upload.addAllFinishedListener(event -> upload.clearFileList()); // so that another may take its place
        upload.addFileRejectedListener(event -> refused.accept(
                "The file was not taken: it has to be one file, .csv or .txt, of at most 2 MB. Split a larger one; nothing was"
                        + " stored."));
        return upload;
    }
}
