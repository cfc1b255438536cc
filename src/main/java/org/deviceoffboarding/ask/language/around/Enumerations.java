package org.deviceoffboarding.ask.language.around;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.language.Token;

/**
 * Takes the marks out of "(1) …, (2) …, and (3) …" and "a) … or b) …": they count what is listed, in order from the first one on, and
 * say nothing more. Where an "or" stands between or in the parts, brackets take the place of the marks, so that each part stays whole.
 */
final class Enumerations {

    private static final List<List<String>> ORDERS = List.of(
            List.of("1", "2", "3", "4", "5", "6"),
            List.of("a", "b", "c", "d", "e", "f"),
            List.of("i", "ii", "iii", "iv", "v", "vi"));

    /** Where a mark begins, and what stands behind it. */
    private record Mark(int from, int to) {}

    private Enumerations() {}

    /** Returns the tokens without them; the same where they do not count from the first one on, or count questions. */
    static List<Token> without(List<Token> tokens) {
        for (List<String> order : ORDERS) {
            List<Mark> marks = marks(tokens, order);
            if (marks.size() > 1 && isOneQuestion(tokens, marks)) {
                return replaced(tokens, marks);
            }
        }
        return tokens;
    }

    private static List<Mark> marks(List<Token> tokens, List<String> order) {
        List<Mark> marks = new ArrayList<>();
        int depth = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Token.Kind kind = tokens.get(at).kind();
            boolean closed = at + 1 < tokens.size() && tokens.get(at + 1).kind() == Token.Kind.CLOSE;
            boolean opened = at > 0 && tokens.get(at - 1).kind() == Token.Kind.OPEN;
            boolean next = marks.size() < order.size() && tokens.get(at).isWord(order.get(marks.size()));
            if (next && closed && (opened || depth == 0)) {
                marks.add(new Mark(opened ? at - 1 : at, at + 2));
            }
            depth += kind == Token.Kind.OPEN ? 1 : kind == Token.Kind.CLOSE && depth > 0 ? -1 : 0;
        }
        return marks;
    }

    /** What stands before the first mark holds for all, and each but the first is joined: else they count questions. */
    private static boolean isOneQuestion(List<Token> tokens, List<Mark> marks) {
        boolean stops = tokens.subList(marks.getFirst().from(), marks.getLast().from()).stream()
                .anyMatch(token -> token.kind() == Token.Kind.STOP);
        return marks.getFirst().from() > 0
                && !stops
                && marks.stream().skip(1).allMatch(mark -> isJoint(tokens.get(mark.from() - 1)));
    }

    private static List<Token> replaced(List<Token> tokens, List<Mark> marks) {
        int end = endOf(tokens, marks.getLast().to());
        boolean or = tokens.subList(marks.getFirst().to(), end).stream().anyMatch(token -> token.isWord("or"));
        List<Token> replaced =
                new ArrayList<>(tokens.subList(0, marks.getFirst().from()));
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            boolean last = i + 1 == marks.size();
            int next = last ? end : marks.get(i + 1).from();
            int behind = last ? next : endOfPart(tokens, mark.to(), next);
            if (or) {
                replaced.add(bracket(Token.Kind.OPEN, "(", tokens.get(mark.from())));
            }
            replaced.addAll(tokens.subList(mark.to(), behind));
            if (or) {
                replaced.add(bracket(Token.Kind.CLOSE, ")", tokens.get(behind - 1)));
            }
            replaced.addAll(tokens.subList(behind, next));
        }
        replaced.addAll(tokens.subList(end, tokens.size()));
        return replaced;
    }

    private static int endOf(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size()
                && tokens.get(at).kind() != Token.Kind.STOP
                && tokens.get(at).kind() != Token.Kind.COMMA) {
            at++;
        }
        return at;
    }

    /** What joins it with the next is no part of it. */
    private static int endOfPart(List<Token> tokens, int from, int next) {
        int at = next;
        while (at > from + 1 && isJoint(tokens.get(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isJoint(Token token) {
        return token.kind() == Token.Kind.COMMA
                || token.kind() == Token.Kind.STOP
                || token.isWord("or")
                || token.isWord("and")
                || token.isWord("but");
    }

    private static Token bracket(Token.Kind kind, String text, Token beside) {
        return new Token(kind, text, beside.start(), beside.end(), false);
    }
}
