package org.deviceoffboarding.ask.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.text.SpokenText;
import org.deviceoffboarding.language.Token;

/** Puts the usual words in the place of others that say the same: names of portals, and turns of phrase of other languages. */
final class UsualWords {

    private static final String CENTER =
            "(?:admin |administration |management |web )?(?:cent(?:er|re)|portal|console|ui|dashboard|blade)";
    private static final Pattern INTUNE = SpokenText.words("(?:the )?(?:(?:microsoft |ms )?intune(?: suite)?(?:'s)? "
            + CENTER + "|(?:microsoft |ms )?endpoint manager(?: " + CENTER + ")?)");
    private static final Pattern ENTRA = SpokenText.words("(?:the )?(?:(?:microsoft |ms )?entra(?: id)?(?:'s)? "
            + CENTER + "|azure (?:ad )?" + CENTER + "|aad " + CENTER + ")");
    private static final Pattern RESTRICTED =
            SpokenText.words("(?:inside|within|under)(?= (?:(?:a|an|the|any|some) )?restricted )");
    private static final Pattern GROUPING = SpokenText.words(
            "(?:group|grouped|sort|sorted|order|ordered|arrange|arranged|split|divide|divided|classify|classified)");
    private static final Pattern SAME_BUT = SpokenText.words(
            "(?<=same(?: (?:list|question|thing|devices|query))? ),(?= (?:but|only|just|for|with|now) )");
    private static final Pattern LOCAL_ADMIN =
            SpokenText.words("(?:local )?admin(?:istrator)? (?:password|pw|pwd|passwd)(?= |$)");
    private static final Pattern NUMBER = SpokenText.words("(?:no|nr|num) [.](?= of )");
    private static final Pattern BITLOCKER = SpokenText.words("bl(?= (?:recovery )?keys?(?= |$))");
    private static final Set<String> PASSWORD = Set.of("pw", "pwd", "passwd", "pswd", "pass");

    private final List<Token> tokens;

    private UsualWords(List<Token> tokens) {
        this.tokens = new ArrayList<>(tokens);
    }

    /** Returns the tokens with the usual words, each at its place. */
    static List<Token> of(List<Token> tokens) {
        UsualWords words = new UsualWords(tokens);
        words.name(INTUNE, "Intune");
        words.name(ENTRA, "Entra");
        words.name(LOCAL_ADMIN, "LAPS");
        words.name(RESTRICTED, "in");
        words.name(NUMBER, "number");
        words.name(BITLOCKER, "BitLocker");
        words.leaveOut(SAME_BUT);
        words.after();
        words.password();
        return words.tokens;
    }

    private void name(Pattern pattern, String usual) {
        for (SpokenText.Span span : new SpokenText(tokens).find(pattern, 0).reversed()) {
            Token first = tokens.get(span.from());
            Token last = tokens.get(span.to() - 1);
            tokens.subList(span.from(), span.to()).clear();
            tokens.add(span.from(), new Token(Token.Kind.WORD, usual, first.start(), last.end(), first.newLine()));
        }
    }

    private void leaveOut(Pattern pattern) {
        for (SpokenText.Span span : new SpokenText(tokens).find(pattern, 0).reversed()) {
            tokens.subList(span.from(), span.to()).clear();
        }
    }

    /** "Group the stale devices after department": in German it is "after". */
    private void after() {
        boolean groups = !new SpokenText(tokens).find(GROUPING, 0).isEmpty();
        for (int i = 1; groups && i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isWord("after") && PromptWords.FIELDS.match(tokens, i + 1) != null) {
                put(i, "by");
            }
        }
    }

    private void password() {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).isWord()
                    && PASSWORD.contains(tokens.get(i).lower())
                    && tokens.get(i - 1).isWord("laps")) {
                put(i, "password");
            }
        }
    }

    private void put(int at, String word) {
        Token token = tokens.get(at);
        tokens.set(at, new Token(token.kind(), word, token.start(), token.end(), token.newLine()));
    }
}
