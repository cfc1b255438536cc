package org.deviceoffboarding.audit.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is written fast is what RFC 8785 says, whatever an entry holds and however the database gives it back. */
class CanonicalFormPropertyTest {

    private static final String CONTROLS = "\"\\\b\t\n\f\r\u0001\u001f\u007f/";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final long TIME_OF_YEAR_0 = -62_167_219_200_000_000L;
    private static final long TIME_OF_YEAR_10000 = 253_402_300_800_000_000L;

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsInMemoryIsWrittenAsThePlainWriterDoes(@ForAll("details") Map<String, Object> details) {
        assertThat(CanonicalText.json(details)).isEqualTo(PlainJson.of(details));
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void whatCameAsTextInAnyOrderIsWrittenAsThePlainWriterDoes(
            @ForAll("details") Map<String, Object> details, @ForAll Random random) {
        byte[] stored = ("####" + new Scribbled(random).value(details) + "##").getBytes(StandardCharsets.UTF_8);
        CanonicalWriter out = new CanonicalWriter();
        StoredJson json = new StoredJson(out);
        json.write(stored, 4, stored.length - 2);
        String first = out.toString();
        out.clear();
        json.write(stored, 4, stored.length - 2);

        assertThat(first).isEqualTo(PlainJson.of(details));
        assertThat(out).as("Used again").hasToString(first);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void anEntryIsWrittenAsThePlainWriterDoes(
            @ForAll("texts") String text,
            @ForAll("details") Map<String, Object> details,
            @ForAll("micros") long micros,
            @ForAll("ids") List<UUID> devices) {
        List<ContentDevice> concerned = devices.stream()
                .distinct()
                .map(id -> new ContentDevice(id, id.hashCode() % 2 == 0 ? null : id, text))
                .toList();
        Instant at = Instant.EPOCH
                .plusSeconds(Math.floorDiv(micros, 1_000_000))
                .plusNanos(Math.floorMod(micros, 1_000_000L) * 1_000);

        EntryContent content =
                new EntryContent(2, at, "a" + text, text, text + "b", "DONE", "", text + text, details, concerned);

        assertThat(content.json()).isEqualTo(PlainJson.of(members(content)));
        assertThat(content.bytes()).isEqualTo(content.json().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> members(EntryContent content) {
        Map<String, Object> members = new TreeMap<>();
        members.put("format", content.format());
        members.put("at", TIME.format(content.at()));
        members.put("actor", Map.of("id", content.actorId(), "name", content.actorName()));
        members.put("action", content.action());
        members.put("result", content.result());
        members.put("subject", content.subject());
        members.put("summary", content.summary());
        members.put("details", content.details());
        members.put(
                "devices",
                content.devices().stream()
                        .map(CanonicalFormPropertyTest::members)
                        .toList());
        return members;
    }

    private static Map<String, Object> members(ContentDevice device) {
        Map<String, Object> members = new TreeMap<>();
        members.put("objectId", device.objectId().toString());
        members.put("name", device.name());
        if (device.deviceId() != null) {
            members.put("deviceId", device.deviceId().toString());
        }
        return members;
    }

    @Provide
    Arbitrary<List<UUID>> ids() {
        return Arbitraries.longs()
                .tuple2()
                .map(halves -> new UUID(halves.get1(), halves.get2()))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<Long> micros() {
        return Arbitraries.longs().between(TIME_OF_YEAR_0, TIME_OF_YEAR_10000 - 1);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.chars().ascii().map(String::valueOf)),
                        Tuple.of(
                                2,
                                Arbitraries.integers()
                                        .between(0, CONTROLS.length() - 1)
                                        .map(at -> CONTROLS.substring(at, at + 1))),
                        Tuple.of(
                                2,
                                Arbitraries.of("ä", "€", "\uD83D\uDE00", "\uFB33", "\uE000", "\uD7FF", "\u2028", "ö")))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Map<String, Object>> details() {
        return object(2, 12);
    }

    private Arbitrary<Map<String, Object>> object(int depth, int members) {
        return Arbitraries.maps(texts(), value(depth)).ofMaxSize(members).map(Map.class::cast);
    }

    private Arbitrary<Object> value(int depth) {
        Arbitrary<Object> simple = Arbitraries.oneOf(
                texts().asGeneric(),
                Arbitraries.longs()
                        .between(-CanonicalText.LARGEST_NUMBER, CanonicalText.LARGEST_NUMBER)
                        .asGeneric(),
                Arbitraries.integers().between(-20, 20).asGeneric(),
                Arbitraries.of(true, false).asGeneric());
        return depth == 0
                ? simple.injectNull(0.1)
                : Arbitraries.oneOf(
                                simple,
                                object(depth - 1, 3).asGeneric(),
                                value(depth - 1).list().ofMaxSize(3).asGeneric())
                        .injectNull(0.1);
    }
}
