package org.deviceoffboarding.ask.language.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.filter.FilterToken.Kind;

/** Parts a filter into words and signs. */
final class FilterTokens {

    private static final Pattern TOKEN = Pattern.compile("(?<text>'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|‘[^‘’]*’|“[^“”]*”)"
            + "|(?<member>(?<=[)\\]])(?:\\.|::)\\p{L}+)"
            + "|(?<number>(?<![\\p{L}\\p{N}])-\\d+\\p{L}*)"
            + "|(?<dash>(?<![^\\s(){}\\[\\],'\"])-\\p{L}+)"
            + "|(?<sign>=~|!~|==|!=|<>|<=|>=|[=<>]|!(?=\\s*[(\\p{L}$]))"
            + "|(?<mark>&&|\\|\\||@?\\(|[){}\\[\\],;|&])"
            + "|(?<word>(?:[^\\s'\"‘’“”(){}\\[\\],;|&=<>!]|&(?![$&\\s]))(?:[^\\s'\"‘’“”(){}\\[\\],;|&=<>!$]|&(?![$&\\s])|\\$(?!\\p{L}))*)"
            + "|(?<other>\\S)");

    /** What ends a sentence, behind its last word. */
    private static final Pattern CLOSED = Pattern.compile("[\\p{L}\\p{N}]+[.?!]");

    private FilterTokens() {}

    static List<FilterToken> of(String prompt) {
        List<FilterToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(prompt);
        while (matcher.find()) {
            tokens.add(token(matcher));
        }
        if (!tokens.isEmpty() && isClosed(tokens)) {
            FilterToken last = tokens.removeLast();
            String text = last.text().substring(0, last.text().length() - 1);
            tokens.add(new FilterToken(Kind.WORD, text, last.start(), last.end() - 1));
        }
        return tokens;
    }

    private static boolean isClosed(List<FilterToken> tokens) {
        boolean pattern =
                tokens.size() > 1 && tokens.get(tokens.size() - 2).lower().endsWith("like");
        return tokens.getLast().isWord()
                && CLOSED.matcher(tokens.getLast().text()).matches()
                && !pattern;
    }

    private static FilterToken token(Matcher found) {
        String text = found.group();
        for (Kind kind : Kind.values()) {
            if (kind == Kind.WORD) {
                continue;
            }
            if (found.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
                return new FilterToken(kind, said(kind, text), found.start(), found.end());
            }
        }
        return new FilterToken(found.group("other") == null ? Kind.WORD : Kind.SIGN, text, found.start(), found.end());
    }

    private static String said(Kind kind, String text) {
        return switch (kind) {
            case TEXT -> {
                String inside = text.substring(1, text.length() - 1);
                yield switch (text.charAt(0)) {
                    case '\'' -> inside.replace("''", "'");
                    case '"' -> inside.replace("\"\"", "\"");
                    default -> inside;
                };
            }
            case MARK -> text.equals("@(") ? "(" : text;
            default -> text;
        };
    }
}
