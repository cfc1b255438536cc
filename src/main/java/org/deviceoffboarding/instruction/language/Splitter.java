package org.deviceoffboarding.instruction.language;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.language.Token;
import org.deviceoffboarding.language.Token.Kind;

/**
 * Parts tokens into sentences. One ends with a full stop, or where the next begins: with a word such as "exclude" in a
 * new line, or after a comma or an "and". Other lines go on with the sentence, so that a list can have many.
 */
final class Splitter {

    private final List<Token> tokens;
    private final List<List<Token>> sentences = new ArrayList<>();
    private List<Token> sentence = new ArrayList<>();

    private Splitter(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Returns the tokens of each sentence, none of them empty. */
    static List<List<Token>> split(List<Token> tokens) {
        Splitter splitter = new Splitter(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            splitter.take(i);
        }
        splitter.end();
        return splitter.sentences;
    }

    private void take(int i) {
        Token token = tokens.get(i);
        if (token.kind() == Kind.STOP) {
            if (!goesOn(i + 1)) {
                end();
            }
        } else if (isJoint(token) && begins(i + 1)) {
            end(); // the joint itself means nothing more than the new sentence does
        } else {
            if (token.newLine() && (begins(i) || !beginsWell())) {
                end();
            }
            sentence.add(token);
        }
    }

    /** A full stop after "Inc." ends no sentence where the list goes on. */
    private boolean goesOn(int i) {
        return i < tokens.size() && (tokens.get(i).kind() == Kind.COMMA || isJoint(tokens.get(i)) && !begins(i + 1));
    }

    private boolean begins(int i) {
        return i < tokens.size() && Lexicon.VERBS.match(tokens, i) != null;
    }

    private boolean beginsWell() {
        return !sentence.isEmpty() && Lexicon.VERBS.match(sentence, 0) != null;
    }

    private static boolean isJoint(Token token) {
        return token.kind() == Kind.COMMA || token.isWord("and") || token.isWord("or") || token.isWord("then");
    }

    private void end() {
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
            sentence = new ArrayList<>();
        }
    }
}
