package org.deviceoffboarding.audit.evidence.file;

import java.util.Base64;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;

/**
 * The page of format 2 and of those behind it: fits narrow windows and paper, and says constants as the portal's pages do. Never changed once
 * released.
 */
final class SecondPage extends EvidencePage {

    private static final String OPEN = BEGIN + """
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Evidence from the audit log</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; overflow-wrap: anywhere; padding: 0 1rem; }
            h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem; }
            h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
            p, li { max-width: 48rem; }
            dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .25rem 1rem; margin: 1rem 0; }
            dt, small { color: light-dark(#595959, #b3b3b3); }
            dd { margin: 0; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border-bottom: 1px solid #8886; padding: .4rem .8rem .4rem 0; text-align: left; vertical-align: top; }
            th, .number, .time { white-space: nowrap; }
            .number, .time { font-variant-numeric: tabular-nums; }
            th:nth-child(3) { min-width: 13em; }
            small { display: block; }
            code { font: .9em ui-monospace, monospace; }
            @media screen and (max-width: 50rem) {
              table, tbody { display: block; }
              thead { display: none; }
              tr { border-bottom: 1px solid #8886; display: block; padding: .6rem 0; }
              td { border: 0; display: block; padding: .1rem 0; }
              .number, .time { color: light-dark(#595959, #b3b3b3); display: inline-block; margin-right: .6rem; white-space: normal; }
              .number::before { content: "Entry "; }
              .time::after { content: " UTC"; }
              ul { padding-left: 1.2rem; }
              dl { gap: 0; grid-template-columns: minmax(0, 1fr); }
              dd { margin-bottom: .5rem; }
            }
            @page { margin: 15mm; }
            @media print {
              :root { color-scheme: light; }
              body { font-size: 9pt; margin: 0; max-width: none; padding: 0; }
              p, li { max-width: none; }
              h2 { break-after: avoid; }
              thead { display: table-header-group; }
              tr, li, dd { break-inside: avoid; }
            }
            </style>
            </head>
            <body>
            """ + JSON_BEGINS;

    private final UnaryOperator<String> written;

    /** @param written makes HTML of a text: from format 3 on, what nobody would see of it is shown */
    SecondPage(UnaryOperator<String> written) {
        this.written = written;
    }

    @Override
    String open() {
        return OPEN;
    }

    @Override
    String head(EvidenceHead head, Checkpoint checkpoint) {
        return """
                <h1>Evidence from the audit log</h1>
                <p>Entries of the audit log of a Device Offboarding Portal, as they were sealed. Whether they still are as they were \
                sealed can be checked without the portal and its database: the last section says how.</p>
                <dl>
                <dt>Asked for</dt><dd>%s</dd>
                <dt>Log</dt><dd><code>%s</code></dd>
                <dt>Proved by</dt><dd>the checkpoint of %s, when the log held %s</dd>
                <dt>Root of the log</dt><dd><code>%s</code></dd>
                </dl>
                <h2>Entries</h2>
                <table>
                <thead><tr><th scope="col">Number</th><th scope="col">Time (UTC)</th><th scope="col">Who</th>\
                <th scope="col">What</th><th scope="col">Details</th></tr></thead>
                <tbody>
                """.formatted(
                        asked(head),
                        written.apply(checkpoint.origin()),
                        written.apply(SecondRow.said(checkpoint.at().toString())),
                        EvidenceWords.entries(checkpoint.size()),
                        Base64.getEncoder().encodeToString(checkpoint.root()));
    }

    private String asked(EvidenceHead head) {
        return head.asked().isEmpty()
                ? "All entries"
                : head.asked().entrySet().stream()
                        .map(part ->
                                written.apply(SecondRow.name(part.getKey()) + ": " + SecondRow.said(part.getValue())))
                        .collect(Collectors.joining("<br>"));
    }

    @Override
    String row(EvidenceEntry entry) {
        return "<td class=\"number\">" + String.format(Locale.ENGLISH, "%,d", entry.number()) + "</td>"
                + SecondRow.cells(entry.values(), entry.wording(), written) + "</tr>\n";
    }

    @Override
    String end(EvidenceEnd end, long entries) {
        return """
                <p>%s.%s</p>%s
                <h2>What this proves</h2>
                <ul>
                <li>Each entry stands in the log at its number, and nobody changed it since the log was sealed: its proof leads from \
                what it says to the root that was signed. To change one of them, or to put in another, takes the key that signs.</li>
                <li>The portal signed, too, which entries it wrote into this file, and what it calls what they keep in names of their \
                own. That it left none out is the portal's word.</li>
                <li>An entry can be altered before it is sealed, about a second after it was stored. Whoever holds the portal's machine \
                and its key can forge what nobody else has a checkpoint of. So compare with checkpoints or keys from elsewhere.</li>
                </ul>
                <h2>How to check it</h2>
                <p>With the portal's program, on any machine with Java, without a network:</p>
                <p><code>java -jar portal.jar verify FILE audit-checkpoints.txt</code></p>
                <p>where FILE is this file as it was downloaded, and <code>audit-checkpoints.txt</code> or <code>audit-keys.txt</code> \
                is a copy that did not come with it. Without one the keys are this file's own word:</p>
                <p>%s</p>
                </body>
                </html>
                """.formatted(
                        EvidenceWords.entries(entries),
                        end.leftOut() == 0
                                ? ""
                                : " " + EvidenceWords.entries(end.leftOut()) + " of the last seconds "
                                        + (end.leftOut() == 1 ? "is" : "are") + " not in it: not sealed yet.",
                        end.unproved().isEmpty() ? "" : "\n<p><strong>" + end.unprovedSentence() + "</strong></p>",
                        end.keys().stream()
                                .map(key -> "<code>" + written.apply(key) + "</code>")
                                .collect(Collectors.joining("<br>")));
    }
}
