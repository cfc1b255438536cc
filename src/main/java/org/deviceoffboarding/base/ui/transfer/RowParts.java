package org.deviceoffboarding.base.ui.transfer;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.base.ExportPage;

/** The rows of one download, of which no more than one part is in memory. */
final class RowParts<F, S, T> {

    private final UnaryOperator<ExportPage<F, S>> next;
    private final Function<List<S>, List<T>> shown;
    private ExportPage<F, S> part;

    RowParts(ExportPage<F, S> first, UnaryOperator<ExportPage<F, S>> next, Function<List<S>, List<T>> shown) {
        this.part = first;
        this.next = next;
        this.shown = shown;
    }

    /** Returns what was picked. */
    Object filter() {
        return part.of() == null ? "" : part.of();
    }

    /** @param before called before another part is read; what it throws is the end */
    void forEach(Runnable before, RowWriter<T> writer) throws IOException {
        while (true) {
            for (T row : shown.apply(part.rows())) {
                writer.write(row);
            }
            if (!part.more()) {
                return;
            }
            before.run();
            part = next.apply(part);
        }
    }

    @FunctionalInterface
    interface RowWriter<T> {
        void write(T row) throws IOException;
    }
}
