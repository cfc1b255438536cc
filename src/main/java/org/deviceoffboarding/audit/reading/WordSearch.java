package org.deviceoffboarding.audit.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.listing.IndexedRows;
import org.deviceoffboarding.base.listing.ListedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes the words of a text apart by what the database knows of how many entries have each. */
@Repository
class WordSearch {

    /** Of each text so many words are asked for; nobody types more, and the longest are the rarest. */
    private static final int MOST = 12;

    /** Up to so much more frequent than the rarest one, a word is as well looked up in the index. */
    private static final int RARE = 10;

    /** Words from so many characters on are found by their beginnings. */
    private static final int LONG = 3;

    private final JdbcClient jdbc;
    private final IndexedRows<Long> rows;

    WordSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new IndexedRows<>(jdbc, IndexedRows.FEW, (row, number) -> row.getLong("id"));
    }

    private record Known(String word, long expected) {}

    /** @param text not blank; may have no words */
    SearchedWords of(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return new SearchedWords(text, "", 0);
        }
        List<Known> known = new ArrayList<>();
        words.stream().limit(MOST).forEach(word -> known.add(new Known(word, expected(word))));
        words.stream().skip(MOST).forEach(word -> known.add(new Known(word, Long.MAX_VALUE)));
        long rarest = known.stream().mapToLong(Known::expected).min().orElseThrow();
        return new SearchedWords(
                joined(known, word -> word.expected() / RARE <= rarest),
                joined(known, word -> word.expected() / RARE > rarest),
                rarest);
    }

    private static String joined(List<Known> words, Predicate<Known> wanted) {
        return words.stream().filter(wanted).map(Known::word).collect(Collectors.joining(" "));
    }

    /** Returns them as {@code audit_search} takes them apart, the longest first. */
    private List<String> words(String text) {
        List<String> words =
                jdbc.sql("""
                select word from regexp_split_to_table(lower(left(:text, 1000)), '[^[:alnum:]]+') word where word <> ''
                group by word order by length(word) desc, word
                """).param("text", text).query(String.class).list();
        return words.isEmpty() || words.getFirst().length() < LONG ? words : withBeginning(words, last(text));
    }

    /** Behind a longer word, a short one at the end may only begin, as while somebody types a device's name. */
    private static List<String> withBeginning(List<String> words, String last) {
        return words.stream()
                .map(word -> word.equals(last) && word.length() < LONG ? word + "*" : word)
                .toList();
    }

    /** Returns the word that a text ends with; empty where it ends otherwise. */
    private String last(String text) {
        return jdbc.sql("select coalesce(substring(lower(left(:text, 1000)) from '[[:alnum:]]+$'), '')")
                .param("text", text)
                .query(String.class)
                .single();
    }

    private long expected(String word) {
        return rows.estimate(new ListedRows(
                "audit_entry",
                "id",
                "",
                " where e.words @@ audit_search(:word)",
                Map.of("word", word),
                true,
                OptionalLong.empty()));
    }
}
