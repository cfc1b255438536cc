package org.deviceoffboarding.base.ui.transfer;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.concurrent.CancellationException;
import org.deviceoffboarding.base.listing.RowCount;
import org.jspecify.annotations.Nullable;

/** How far the downloads of a table are, a line for each, with a button that ends it. */
final class DownloadProgress extends Div {

    private final String many;

    /** @param many what several rows are */
    DownloadProgress(String many) {
        this.many = many;
        addClassName("downloads");
    }

    /**
     * Shows a download that begins; called on its thread.
     *
     * @param page null where nobody looks
     */
    Line begin(@Nullable UI page, String fileName, RowCount about) {
        Line line = new Line(page, fileName, about);
        line.onPage(() -> add(line));
        return line;
    }

    /** One download. */
    final class Line extends Div {

        /** Between two news of it. */
        private static final int ROWS = 10_000;

        private final transient @Nullable UI page;
        private final String fileName;
        private final transient RowCount about;
        private final Span words = new Span();
        private final ProgressBar bar = new ProgressBar();
        private volatile boolean cancelled;
        private long rows;

        private Line(@Nullable UI page, String fileName, RowCount about) {
            this.page = page;
            this.fileName = fileName;
            this.about = about;
            addClassName("download");
            words.setText("Downloading " + fileName);
            words.getElement().setAttribute("role", "status");
            bar.getElement().setAttribute("aria-label", "How far " + fileName + " is");
            bar.setIndeterminate(true);
            Button cancel = new Button("Cancel", click -> cancelled = true);
            cancel.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            cancel.setAriaLabel("Cancel the download of " + fileName);
            cancel.setDisableOnClick(true);
            add(words, bar, cancel);
        }

        /** Counts a row that was written. */
        void wrote() {
            rows++;
            if (rows % ROWS == 0) {
                long now = rows;
                onPage(() -> say(now));
            }
        }

        /** @throws CancellationException if the person wants no more of it */
        void requireWanted() {
            if (cancelled) {
                throw new CancellationException("The download of " + fileName + " was cancelled");
            }
        }

        long rows() {
            return rows;
        }

        /** Takes the line off the page. */
        void end() {
            onPage(this::removeFromParent);
        }

        private void say(long now) {
            words.setText("%s: %,d of %s%,d %s"
                    .formatted(fileName, now, about.exact() ? "" : "about ", Math.max(now, about.rows()), many));
            bar.setIndeterminate(false);
            bar.setValue(Math.min(1, now / (double) Math.max(1, about.rows())));
        }

        private void onPage(Runnable change) {
            if (page == null) {
                return;
            }
            try {
                page.access(change::run);
            } catch (UIDetachedException left) {
                // Nobody looks any more; the browser gets its file all the same.
            }
        }
    }
}
