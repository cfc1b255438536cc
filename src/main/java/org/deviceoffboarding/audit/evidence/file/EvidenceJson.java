package org.deviceoffboarding.audit.evidence.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.content.CanonicalText;
import org.deviceoffboarding.audit.tree.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a file of evidence as JSON: {@code {"asked":{…},"audit-evidence":1,"checkpoint":"…","entries":[…],"keys":[…],
 * "leftOut":0,"manifest":"…"}}, canonical as a whole. Behind the keys stand, where there are any, the numbers of entries that were asked for
 * and are not as they were sealed: {@code "lacking":[…],"lackingMore":0}.
 */
final class EvidenceJson {

    /** What comes between the head and the first entry, between entries, and behind the last one. */
    static final String ENTRIES = ",\"entries\":[";

    static final String NEXT = ",";
    static final String NO_MORE = "],";

    /** What each object begins with. */
    static final String OPEN = "{\"";

    /** What is said of a file that is something else. */
    static final String OTHER = "It is no evidence file of the portal.";

    static final String BEGIN = "{\"asked\":";

    private static final String WORDS = ",\"words\":";

    /** What follows on {@code l} at the end: what is lacking, where something is, stands before what is left out. */
    private static final String LACKING = "acking\":";

    private static final String MORE_LACKING = ",\"lackingMore\":";
    private static final String LEFT_OUT = "eftOut\":";
    private static final String FORMAT = ",\"audit-evidence\":";

    /** What is written; all up to it are read. They differ in {@link EntryWording}, in the page and in the manifest. */
    static final long NEWEST = 3;

    /** The first of which the manifest says the numbers of the entries. */
    static final long WITH_NUMBERS = 3;

    private EvidenceJson() {}

    /** A part as it was read: as text, and as what it says. */
    record Read<T>(String json, T value) {}

    /** A head as it was read, with the number of the format that all of the file is in. */
    record ReadHead(String json, EvidenceHead value, long format) {}

    /** Returns the beginning: an object that is not closed yet. */
    static String head(EvidenceHead head) {
        return BEGIN + CanonicalText.json(new TreeMap<>(head.asked())) + FORMAT + NEWEST + ",\"checkpoint\":"
                + text(head.checkpoint());
    }

    /**
     * Takes what tells a file of evidence from others.
     *
     * @throws NotEvidenceException if something else stands there
     */
    static void begin(CanonicalReader in) throws IOException, NotEvidenceException {
        try {
            in.expect(BEGIN);
        } catch (EvidenceMisfitException e) {
            throw new NotEvidenceException(OTHER);
        }
    }

    /** Reads the beginning behind {@link #begin}. */
    static ReadHead head(CanonicalReader in) throws IOException, EvidenceMisfitException, NotEvidenceException {
        Map<String, String> asked = new TreeMap<>();
        for (Map.Entry<String, @Nullable Object> part : in.object().entrySet()) {
            asked.put(part.getKey(), text(part.getValue()));
        }
        in.expect(FORMAT);
        long format = in.number();
        if (format < 1 || format > NEWEST) {
            throw new NotEvidenceException(
                    "It is an evidence file of format " + format + ", which this version of the portal does not know.");
        }
        in.expect(",\"checkpoint\":");
        EvidenceHead head = new EvidenceHead(asked, in.text());
        return new ReadHead(in.recorded(), head, format);
    }

    static String entry(EvidenceEntry entry) {
        return "{\"content\":" + entry.content() + ",\"leaf\":" + text(entry.leaf()) + ",\"number\":" + entry.number()
                + ",\"proof\":" + texts(entry.proof()) + WORDS
                + CanonicalText.json(entry.wording().json()) + "}";
    }

    /** Reads an entry of which {@link #OPEN} is taken. */
    static Read<EvidenceEntry> entry(CanonicalReader in, long format) throws IOException, EvidenceMisfitException {
        in.expect("content\":");
        int start = in.position();
        Map<String, @Nullable Object> values = in.object();
        String content = in.since(start);
        in.expect(",\"leaf\":");
        String leaf = in.text();
        in.expect(",\"number\":");
        long number = in.number();
        in.expect(",\"proof\":");
        List<String> proof = allTexts(in.list());
        EntryWording wording = format == 1 ? EntryWording.NONE : wording(in);
        in.expect("}");
        return new Read<>(in.recorded(), new EvidenceEntry(number, content, values, leaf, proof, wording));
    }

    private static EntryWording wording(CanonicalReader in) throws IOException, EvidenceMisfitException {
        in.expect(WORDS);
        return EntryWording.of(in.object());
    }

    /** Returns the end up to the manifest: members of an object that is open. */
    static String end(EvidenceEnd end) {
        String unproved = end.unproved().isEmpty()
                ? ""
                : ",\"l" + LACKING
                        + end.unproved().stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"))
                        + MORE_LACKING + end.moreUnproved();
        return "\"keys\":" + texts(end.keys()) + unproved + ",\"l" + LEFT_OUT + end.leftOut();
    }

    /** Reads the end, of whose first name {@code "} is taken; what stands before that is no part of it. */
    static Read<EvidenceEnd> end(CanonicalReader in) throws IOException, EvidenceMisfitException {
        in.recorded();
        in.expect("keys\":");
        List<String> keys = allTexts(in.list());
        List<Long> unproved = List.of();
        long more = 0;
        in.expect(",\"l");
        if (in.peek() == LACKING.charAt(0)) {
            in.expect(LACKING);
            unproved = allNumbers(in.list());
            in.expect(MORE_LACKING);
            more = in.number();
            in.expect(",\"l");
        }
        in.expect(LEFT_OUT);
        EvidenceEnd end = new EvidenceEnd(keys, in.number(), unproved, more);
        return new Read<>('"' + in.recorded(), end);
    }

    private static List<Long> allNumbers(List<@Nullable Object> values) throws EvidenceMisfitException {
        List<Long> numbers = new ArrayList<>(values.size());
        for (Object value : values) {
            if (!(value instanceof Long number)) {
                throw new EvidenceMisfitException("there is '" + Objects.toString(value) + "' where a number belongs");
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** Returns the last member, which closes the object. */
    static String manifest(String note) {
        return ",\"manifest\":" + text(note) + "}";
    }

    static String manifest(CanonicalReader in) throws IOException, EvidenceMisfitException {
        in.expect(",\"manifest\":");
        String note = in.text();
        in.expect("}");
        in.recorded();
        return note;
    }

    private static String text(String text) {
        String object = CanonicalText.json(Map.of("", text));
        return object.substring("{\"\":".length(), object.length() - 1);
    }

    private static String texts(List<String> texts) {
        return texts.stream().map(EvidenceJson::text).collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> allTexts(List<@Nullable Object> values) throws EvidenceMisfitException {
        List<String> texts = new ArrayList<>(values.size());
        for (Object value : values) {
            texts.add(text(value));
        }
        return texts;
    }

    private static String text(@Nullable Object value) throws EvidenceMisfitException {
        if (value instanceof String text) {
            return text;
        }
        throw new EvidenceMisfitException("there is '" + Objects.toString(value) + "' where a text belongs");
    }

    /** The SHA-256 of all that stands before the manifest, as it is in the JSON file. */
    static final class Sum {

        private final MessageDigest digest = Sha256.begin();

        void add(String json) {
            digest.update(json.getBytes(StandardCharsets.UTF_8));
        }

        /** Ends it. */
        String base64() {
            return Base64.getEncoder().encodeToString(digest.digest());
        }
    }
}
