package org.deviceoffboarding.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases and what they mean. The longest one that fits counts. Words joined by a hyphen or an underscore are the same as
 * words with a space between them; case does not count.
 */
public final class Phrases<T> {

    /** A phrase that was found, and the position of the token after it. */
    public record Match<T>(T value, int next) {}

    private static final class Node<T> {
        final Map<String, Node<T>> next = new HashMap<>();

        @Nullable
        T value;
    }

    private final Node<T> root = new Node<>();
    private final List<String> all = new ArrayList<>();

    /**
     * @param phrases with commas between them
     */
    public Phrases<T> with(T value, String phrases) {
        return with(value, List.of(phrases.strip().split("\\s*,\\s*")));
    }

    /** Adds phrases of words with one space between them; a phrase that is there already means this from now on. */
    public Phrases<T> with(T value, List<String> phrases) {
        for (String phrase : phrases) {
            Node<T> node = root;
            for (String word : phrase.split(" ")) {
                node = node.next.computeIfAbsent(word, _ -> new Node<>());
            }
            node.value = value;
            all.add(phrase);
        }
        return this;
    }

    /** Returns the longest phrase that the tokens from a position on begin with, or null. */
    @Nullable
    public Match<T> match(List<Token> tokens, int from) {
        Match<T> longest = null;
        Node<T> node = root;
        for (int i = from; i < tokens.size() && tokens.get(i).isWord(); i++) {
            node = walk(node, tokens.get(i).lower());
            if (node == null) {
                return longest;
            }
            if (node.value != null) {
                longest = new Match<>(node.value, i + 1);
            }
        }
        return longest;
    }

    /** Returns what a phrase means as a whole, or null where it is none. */
    public @Nullable T meaning(String phrase) {
        Node<T> node = root;
        for (String word : phrase.split(" ")) {
            node = node == null ? null : node.next.get(word);
        }
        return node == null ? null : node.value;
    }

    /** Returns the phrases that are one word. */
    public List<String> words() {
        return all.stream().filter(phrase -> phrase.indexOf(' ') < 0).toList();
    }

    /** Returns all phrases. */
    public List<String> all() {
        return all;
    }

    private static <T> @Nullable Node<T> walk(Node<T> from, String token) {
        Node<T> whole = from.next.get(token);
        if (whole != null || (token.indexOf('-') < 0 && token.indexOf('_') < 0)) {
            return whole;
        }
        Node<T> node = from;
        for (int start = 0; node != null && start <= token.length(); ) {
            int end = endOfWord(token, start);
            node = node.next.get(token.substring(start, end));
            start = end + 1;
        }
        return node;
    }

    private static int endOfWord(String token, int start) {
        int end = start;
        while (end < token.length() && token.charAt(end) != '-' && token.charAt(end) != '_') {
            end++;
        }
        return end;
    }
}
