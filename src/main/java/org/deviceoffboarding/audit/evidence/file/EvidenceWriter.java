package org.deviceoffboarding.audit.evidence.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;

/** Writes a file of evidence, entry by entry; of the entries before nothing is kept but their number. */
public final class EvidenceWriter {

    private final Writer out;
    private final EvidenceForm form;
    private final EvidencePage page = EvidencePages.of(EvidenceJson.NEWEST);
    private final EvidenceJson.Sum sum = new EvidenceJson.Sum();
    private final Checkpoint checkpoint;
    private final EvidenceNumbers numbers = new EvidenceNumbers();
    private long entries;

    private EvidenceWriter(OutputStream out, EvidenceForm form, Checkpoint checkpoint) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.form = form;
        this.checkpoint = checkpoint;
    }

    /**
     * Begins a file.
     *
     * @param checkpoint what the head's note says
     */
    public static EvidenceWriter begin(OutputStream out, EvidenceForm form, EvidenceHead head, Checkpoint checkpoint)
            throws IOException {
        EvidenceWriter writer = new EvidenceWriter(out, form, checkpoint);
        writer.write(head);
        return writer;
    }

    private void write(EvidenceHead head) throws IOException {
        String json = EvidenceJson.head(head);
        sum.add(json);
        sum.add(EvidenceJson.ENTRIES);
        if (form == EvidenceForm.JSON) {
            out.append(json).append(EvidenceJson.ENTRIES);
        } else {
            out.append(page.open())
                    .append(Html.json(json))
                    .append('}')
                    .append(EvidencePage.JSON_ENDS)
                    .append(page.head(head, checkpoint));
        }
    }

    /** Adds an entry. */
    public void add(EvidenceEntry entry) throws IOException {
        String json = EvidenceJson.entry(entry);
        numbers.add(entry.number());
        if (entries++ > 0) {
            sum.add(EvidenceJson.NEXT);
            if (form == EvidenceForm.JSON) {
                out.append(EvidenceJson.NEXT);
            }
        }
        sum.add(json);
        if (form == EvidenceForm.JSON) {
            out.append(json);
        } else {
            out.append(EvidencePage.ROW)
                    .append(Html.json(json))
                    .append(EvidencePage.JSON_ENDS)
                    .append(page.row(entry));
        }
    }

    /**
     * Ends the file.
     *
     * @param sign makes a signed note of a text
     */
    public void end(EvidenceEnd end, UnaryOperator<String> sign) throws IOException {
        String json = EvidenceJson.end(end);
        sum.add(EvidenceJson.NO_MORE);
        sum.add(json);
        String manifest = EvidenceJson.manifest(sign.apply(
                EvidenceManifest.text(checkpoint.origin(), entries, sum.base64(), numbers, EvidenceJson.NEWEST)));
        if (form == EvidenceForm.JSON) {
            out.append(EvidenceJson.NO_MORE).append(json).append(manifest);
        } else {
            out.append(EvidencePage.NO_MORE_ROWS)
                    .append('{')
                    .append(Html.json(json + manifest))
                    .append(EvidencePage.JSON_ENDS)
                    .append(page.end(end, entries));
        }
        out.flush();
    }
}
