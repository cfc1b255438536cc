package org.deviceoffboarding.base.ui.transfer;

import java.util.function.LongConsumer;

/** What is kept of a download. Asked on the thread of the download, as the person whose it is. */
@FunctionalInterface
public interface DownloadRecord {

    /** Keeps nothing. */
    DownloadRecord NONE = form -> rows -> {};

    /**
     * Notes that a download begins, before anything is sent: where this fails, nothing is.
     *
     * @param form such as {@code CSV}
     * @return given how many rows there were once all are sent; not called where the download is cut off
     */
    LongConsumer begins(String form);
}
