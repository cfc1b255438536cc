package org.deviceoffboarding.audit.evidence.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;

/**
 * Checks a file of evidence from its beginning to its end, in constant memory. Goes on behind an entry that does not fit, so that each is
 * named; where the JSON itself is not as the portal writes it there is no telling what follows.
 */
final class EvidenceCheck {

    private static final int NAMED = 20;
    private static final int LONGEST_TOP = 1 << 16;

    private final CanonicalReader in;
    private final boolean page;
    private final EvidenceJson.Sum sum = new EvidenceJson.Sum();
    private final List<String> misfits = new ArrayList<>();
    private String where = "At the beginning of the file ";
    private boolean behindMark;
    private long format = 1;
    private EvidencePage shown = EvidencePages.of(format);
    private final EvidenceNumbers numbers = new EvidenceNumbers();
    private long entries;
    private long before = Long.MAX_VALUE;
    private long more;

    private EvidenceCheck(CanonicalReader in, boolean page) {
        this.in = in;
        this.page = page;
    }

    /**
     * Checks a file.
     *
     * @throws NotEvidenceException if it is no file of evidence, or one that this version does not know
     */
    static EvidenceVerdict of(InputStream file) throws IOException, NotEvidenceException {
        BufferedReader text = new BufferedReader(
                new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()),
                1 << 16); // which reports what is no UTF-8
        text.mark(1);
        int first = readFirst(text);
        text.reset();
        if (first != '{' && first != '<') {
            throw new NotEvidenceException(EvidenceJson.OTHER);
        }
        return new EvidenceCheck(new CanonicalReader(text, first == '<'), first == '<').run();
    }

    private static int readFirst(BufferedReader text) throws IOException, NotEvidenceException {
        try {
            return text.read();
        } catch (CharacterCodingException e) {
            throw new NotEvidenceException("It is no evidence file of the portal: it is not in UTF-8.");
        }
    }

    private EvidenceVerdict run() throws IOException, NotEvidenceException {
        SignedCheckpoint checkpoint = null;
        EvidenceSignatures signatures = null;
        long leftOut = 0;
        String unproved = "";
        try {
            EvidenceHead head = head();
            checkpoint = checkpoint(head);
            endOfHead(head, checkpoint);
            EvidenceProofs proofs = new EvidenceProofs(checkpoint.checkpoint());
            while (nextIsEntry()) {
                entry(proofs);
            }
            where = "Behind the last entry ";
            EvidenceEnd end = end();
            leftOut = end.leftOut();
            unproved = end.unprovedSentence();
            String text =
                    EvidenceManifest.text(checkpoint.checkpoint().origin(), entries, sum.base64(), numbers, format);
            signatures = new EvidenceSignatures(checkpoint, end.keys(), text, numbers, EvidenceJson.manifest(in));
            signatures.misfits().forEach(this::add);
            endOfFile(end);
        } catch (EvidenceMisfitException e) {
            add(where + e.getMessage() + ". The rest was not looked at.");
        } catch (CharacterCodingException e) {
            add(where + "the file is not in UTF-8 any more. The rest was not looked at.");
        }
        return new EvidenceVerdict(entries, leftOut, unproved, page, checkpoint, signatures, misfits, more);
    }

    private void add(String misfit) {
        if (misfits.size() < NAMED) {
            misfits.add(misfit);
        } else {
            more++;
        }
    }

    private EvidenceHead head() throws IOException, EvidenceMisfitException, NotEvidenceException {
        String top = page ? top() : "";
        EvidenceJson.begin(in);
        EvidenceJson.ReadHead head = EvidenceJson.head(in);
        format = head.format();
        shown = EvidencePages.of(format);
        if (page) {
            compareTop(top);
        }
        sum.add(head.json());
        sum.add(EvidenceJson.ENTRIES);
        return head.value();
    }

    /** Takes all up to the JSON, which alone says by which format it has to be compared. */
    private String top() throws IOException, EvidenceMisfitException, NotEvidenceException {
        String top = in.upTo(EvidencePage.JSON_BEGINS, LONGEST_TOP);
        if (top == null) {
            throw new NotEvidenceException(EvidenceJson.OTHER);
        }
        return top;
    }

    private void compareTop(String top) {
        String expected = shown.open();
        if (!top.equals(expected)) {
            int same = 0;
            while (same < Math.min(top.length(), expected.length()) && top.charAt(same) == expected.charAt(same)) {
                same++;
            }
            add("What stands at the top of the page is not what the portal writes, from '"
                    + (same < top.length() ? EvidenceWords.shown(top.charAt(same)) : "")
                    + "' on: the page was changed.");
        }
    }

    private static SignedCheckpoint checkpoint(EvidenceHead head) throws EvidenceMisfitException {
        try {
            return SignedCheckpoint.parse(head.checkpoint());
        } catch (MalformedNoteException e) {
            throw new EvidenceMisfitException(
                    "the checkpoint is none (" + EvidenceWords.shown(String.valueOf(e.getMessage())) + ")");
        }
    }

    private void endOfHead(EvidenceHead head, SignedCheckpoint checkpoint) throws IOException, EvidenceMisfitException {
        if (page) {
            in.expect("}");
            seen(EvidencePage.JSON_ENDS + shown.head(head, checkpoint.checkpoint()), "what stands above the entries");
        } else {
            in.expect(EvidenceJson.ENTRIES);
        }
        in.recorded();
    }

    /** Takes what stands before an entry, or before the end. */
    private boolean nextIsEntry() throws IOException, EvidenceMisfitException {
        boolean entry;
        if (page) {
            nextMark();
            in.expect(EvidenceJson.OPEN);
            entry = in.peek() != 'k';
        } else {
            entry = in.peek() != ']';
            in.expect(entry ? (entries == 0 ? "" : EvidenceJson.NEXT) : EvidenceJson.NO_MORE + "\"");
            if (entry) {
                in.recorded();
                in.expect(EvidenceJson.OPEN);
            }
        }
        return entry;
    }

    private void nextMark() throws IOException, EvidenceMisfitException {
        if (!behindMark && in.differs("<") == null) {
            String mark = in.peek() == 't' ? EvidencePage.ROW : EvidencePage.NO_MORE_ROWS;
            seen(mark.substring(1), "what stands behind " + (entries == 0 ? "the beginning" : where.strip()));
        } else if (!behindMark) {
            seen("<", "what stands behind " + where.strip());
        }
        behindMark = false;
    }

    private void entry(EvidenceProofs proofs) throws IOException, EvidenceMisfitException {
        EvidenceJson.Read<EvidenceEntry> read = EvidenceJson.entry(in, format);
        EvidenceEntry entry = read.value();
        sum.add(entries++ == 0 ? read.json() : EvidenceJson.NEXT + read.json());
        String name = "Entry " + entry.number();
        where = name + ": behind it ";
        String misfit = proofs.misfit(entry);
        if (misfit != null) {
            add(name + ": " + misfit);
        }
        numbers.add(entry.number());
        requireOrder(name, entry.number());
        if (page) {
            seen(EvidencePage.JSON_ENDS + shown.row(entry), name + ": what its row shows");
        }
    }

    /** Which entries were written, a file of an earlier format does not say: but always the newest first. */
    private void requireOrder(String name, long number) {
        if (format < EvidenceJson.WITH_NUMBERS && number >= before) {
            add(name + ", at place " + entries + " of the file: it stands behind entry " + before
                    + ", though the portal writes the newest first.");
        }
        before = number;
    }

    private EvidenceEnd end() throws IOException, EvidenceMisfitException {
        EvidenceJson.Read<EvidenceEnd> end = EvidenceJson.end(in);
        sum.add(EvidenceJson.NO_MORE);
        sum.add(end.json());
        return end.value();
    }

    private void endOfFile(EvidenceEnd end) throws IOException, EvidenceMisfitException {
        if (page) {
            seen(EvidencePage.JSON_ENDS + shown.end(end, entries), "what stands below the entries");
        } else if (!in.atEnd()) {
            add("Behind the end of the file there is more.");
        }
    }

    /** Compares what people see with what the JSON says; where it differs, goes on with the next JSON. */
    private void seen(String expected, String what) throws IOException, EvidenceMisfitException {
        String differs = in.differs(expected);
        boolean last = expected.endsWith(EvidencePage.LAST);
        if (differs == null && last && !in.atEnd()) {
            differs = EvidenceWords.shown((char) in.peek());
        }
        if (differs != null) {
            add(upper(what) + " is not what the JSON says, from '" + differs + "' on: the page was changed.");
            if (!last) {
                resume();
            }
        }
    }

    private void resume() throws IOException, EvidenceMisfitException {
        behindMark = in.skipBehind(EvidencePage.JSON_BEGINS);
        if (!behindMark) {
            throw new EvidenceMisfitException("the page ends without the end of its JSON");
        }
    }

    private static String upper(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
