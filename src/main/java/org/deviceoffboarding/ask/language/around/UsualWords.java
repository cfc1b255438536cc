package org.deviceoffboarding.ask.language.around;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.text.SpokenText;
import org.deviceoffboarding.ask.language.vocabulary.PromptWords;
import org.deviceoffboarding.language.Token;

/** Puts the usual words in the place of others that say the same: names of portals, and turns of phrase of other languages. */
public final class UsualWords {

    private static final String CENTER =
            "(?:admin |administration |management |web )?(?:cent(?:er|re)|portal|console|ui|dashboard|blade)";
    private static final Pattern INTUNE = SpokenText.words("(?:the )?(?:(?:microsoft |ms )?intune(?: suite)?(?:'s)? "
            + CENTER + "|(?:microsoft |ms )?endpoint manager(?: " + CENTER + ")?)");
    private static final Pattern ENTRA = SpokenText.words("(?:the )?(?:(?:microsoft |ms )?entra(?: id)?(?:'s)? "
            + CENTER + "|azure (?:ad )?" + CENTER + "|aad " + CENTER + ")");
    private static final Pattern RESTRICTED =
            SpokenText.words("(?:inside|within|under)(?= (?:(?:a|an|the|any|some) )?restricted )");
    /** As telephones and people of other languages write them. */
    private static final List<Map.Entry<Pattern, String>> WRITTEN = List.of(
            written("(?<=(?:in|from|to|with|by|left|of) )in tune", "Intune"),
            written("(?<=(?:in|from|to|with|by|left|of) )tune", "Intune"),
            written("and/or", "or"),
            written("i phones", "iPhones"),
            written("i pads", "iPads"),
            written("mac books", "MacBooks"),
            written(
                    "personals(?= (?:iphones|ipads|macs|macbooks|androids|devices|machines|windows|ios|android)(?= |$))",
                    "personal"),
            written(
                    "corporates(?= (?:iphones|ipads|macs|macbooks|androids|devices|machines|windows|ios|android)(?= |$))",
                    "corporate"),
            written("sitting idle", "idle"),
            written("(?<=^)removals(?= (?:this|last|in|since|before|after|by|per|grouped) )", "devices removed"),
            written("whose last intune sync is (?:the )?oldest", "with the oldest Intune sync"),
            written("most old", "oldest"),
            written("most new", "newest"),
            written("(?:are |is )?not any ?(?:more|longer)(?= (?:in|managed|enrolled) )", "no longer"),
            written("(?:made|done|did|make) (?:a|any|one) sync", "synced"),
            written("(?<=(?:starts|start|starting|begins|begin|beginning|ends|end|ending) )w(?= [a-z0-9])", "with"),
            written(
                    "let's(?= (?:please |also |now |just |then )*(?:exclude|leave|drop|remove|skip|ignore|omit|hide|limit"
                            + "|restrict|keep|narrow|focus|sort|order|group|split|take) )",
                    "please"),
            written("wats", "what is"),
            written("hpw(?= many )", "how"));

    private static final Pattern INCLUSIVE = SpokenText.words(
            "(?<=(?:from|between) [^.]{1,40} (?:to|and|until|till|through) [^.]{1,20} )(?:(?:both )?inclusive(?:ly)?|[(] both (?:days |dates )?(?:are )?(?:included|inclusive) [)])(?=$| [.,]| (?:and|but|or|that|which|with) )");
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

    private static Map.Entry<Pattern, String> written(String pattern, String usual) {
        return Map.entry(SpokenText.words(pattern), usual);
    }

    private UsualWords(List<Token> tokens) {
        this.tokens = new ArrayList<>(tokens);
    }

    /** Returns the tokens with the usual words, each at its place. */
    public static List<Token> of(List<Token> tokens) {
        UsualWords words = new UsualWords(NewSince.compared(LooseWords.without(Enumerations.without(tokens))));
        words.name(INTUNE, "Intune");
        words.name(ENTRA, "Entra");
        words.name(LOCAL_ADMIN, "LAPS");
        words.name(RESTRICTED, "in");
        words.name(NUMBER, "number");
        words.name(BITLOCKER, "BitLocker");
        WRITTEN.forEach(written -> words.name(written.getKey(), written.getValue()));
        words.leaveOut(INCLUSIVE);
        words.leaveOut(SAME_BUT);
        words.after();
        words.password();
        return words.tokens;
    }

    private void name(Pattern pattern, String usual) {
        SpokenText.replace(tokens, pattern, usual);
    }

    private void leaveOut(Pattern pattern) {
        SpokenText.remove(tokens, pattern);
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
