package org.deviceoffboarding.inventory.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows in PostgreSQL's text form of COPY. */
final class CopyTextWriter {

    private final StringBuilder out;
    private boolean first = true;

    CopyTextWriter(StringBuilder out) {
        this.out = out;
    }

    CopyTextWriter add(@Nullable String value) {
        separate();
        if (value == null) {
            out.append("\\N");
        } else {
            escape(value);
        }
        return this;
    }

    CopyTextWriter add(@Nullable Object value) {
        return add(value == null ? null : value.toString());
    }

    CopyTextWriter add(long value) {
        separate();
        out.append(value);
        return this;
    }

    CopyTextWriter add(List<String> values) {
        var array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() == 1 ? "\"" : ",\"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return add(array.append('}').toString());
    }

    void end() {
        out.append('\n');
        first = true;
    }

    private void separate() {
        if (!first) {
            out.append('\t');
        }
        first = false;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
    }
}
