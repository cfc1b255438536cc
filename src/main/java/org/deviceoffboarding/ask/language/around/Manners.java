package org.deviceoffboarding.ask.language.around;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.text.SpokenText;
import org.deviceoffboarding.language.Token;

/**
 * What is said for politeness and out of habit, and says nothing of devices: thanks, greetings, excuses, haste. Each is a whole turn
 * of phrase, so that none of its words says nothing anywhere else.
 */
public final class Manners {

    private static final String VERY =
            "(?:really |very |so |most |truly |greatly |highly |much |just |also |quite |extremely |terribly |awfully )*";
    private static final String TELLING =
            "(?:telling|showing|listing|giving|finding|checking|getting|sending|counting|explaining|letting)";
    private static final String TO_SEE =
            "(?:see|get|have|show|list|find|find out|know|tell|give|provide|count|learn|hear|understand)";

    private static final String INTERJECTION =
            "(?:yes|yeah|yep|yup|ok|okay|well|hm+|listen|alright|all right|fine|cool|heya|hiya|hello"
                    + "|nah|great|perfect|super|excellent|right)";

    private static final List<Pattern> PATTERNS = List.of(
            SpokenText.words(
                    "(?:if|in case|unless|provided) (?:it|that|this|there)(?:'s| is| isn't| is not| wouldn't be"
                            + "| would not be| would be| were| weren't| was| wasn't)(?: not)? " + VERY
                            + "(?:too |any |a |no |all |an )*(?:big |great )?(?:much )?(?:of an? )?(?:trouble|bother|problem|issue|inconvenience|hassle|work"
                            + "|effort|difficult|ok|okay|possible|alright|all right|fine|convenient|easy|burden|imposition|time)"
                            + "(?: (?:for|with|to) you)?"),
            SpokenText.words(
                    "(?:if|when|whenever|once|as soon as|should) you(?:'ve)? (?:ever )?(?:have|get|find|got|can spare"
                            + "|could spare) (?:a |some |the |any |your )?(?:spare |free |quiet |little )?(?:moment|minute|second|sec|min|time"
                            + "|chance|opportunity|capacity)(?: to spare)?(?: for (?:me|this))?"),
            SpokenText.words(
                    "if you (?:don't|do not|would not|wouldn't) mind(?: (?:my |me )?asking| terribly| too much)?"),
            SpokenText.words(
                    "if you (?:please|would be so (?:kind|good)|would be kind enough|happen to know|can help(?: me)?)"),
            SpokenText.words("(?:would|do|could|can) you (?:please |kindly )?mind(?: " + TELLING + ")?(?: (?:me|us))?"),
            SpokenText.words("(?:i|we)(?:'d|'m| am| are| would| should)? " + VERY
                    + "(?:be |am )?" + VERY
                    + "(?:appreciate|love|like|be grateful|grateful|thankful|glad|happy|obliged|delighted|pleased|keen)"
                    + "(?: (?:it|that|this|your help|any help|the help|some help|your support))?"
                    + "(?: (?:to " + TO_SEE + "|if you (?:could|would|can|might)|if|for|on))?"),
            SpokenText.words(
                    "(?:many |a (?:big|huge) )?(?:thanks|thank you|thx|ty|cheers)(?: (?:so much|very much|so very much|a lot"
                            + "|lots|a million|a bunch|a ton|again|in advance|loads|heaps|kindly|indeed))+"),
            SpokenText.words(
                    "(?:thanks|thank you)(?: (?:so much|very much|a lot|again))* for (?:that|this|the|your|all (?:the|your))"
                            + "(?: (?:quick|kind|great|last|previous))?"
                            + " (?:list|help|answer|info|information|support|time|assistance|reply|overview|patience|efforts?|data|numbers?)"),
            SpokenText.words("(?:i'm |i am |we're )?" + VERY
                    + "(?:sorry|apologies|apologise|apologize) (?:to|for|if|that|about)"
                    + " (?:be |keep |i |i'm |am |have to |the |my |all the |having to )*(?:bother|bothering|disturb|disturbing|trouble"
                    + "|troubling|ask|asking|interrupt|interrupting|repeat|nag|nagging|pester|pestering|inconvenience|questions?|typos"
                    + "|confusion|disturbance)(?: (?:you|again|this|that|so much|so late|twice))*"),
            SpokenText.words(
                    "(?:just |only )?(?:out of|from) (?:pure |sheer |simple |mere |personal |idle |general )?(?:curiosity|interest)"),
            SpokenText.words("(?:i |we )?" + VERY
                    + "hope (?:that|this|it|you)(?:'s|'re| is| are| was| isn't| is not| makes| helps)? " + VERY
                    + "(?:not |no |too |a |asking )*(?:possible|ok|okay|fine|alright|clear|much|sense|works|doable|feasible|helpful|well|good"
                    + "|trouble|understandable|can help(?: me)?)(?: to ask)?"),
            SpokenText.words("(?:it's|it is|this is|that's) (?:only |just )?me(?: again)?"),
            SpokenText.words("if (?:i|we) (?:may|might|can|could)(?: (?:ask|so ask|be so bold|trouble you|request))?"),
            SpokenText.words("(?:would|is|will|might|could) (?:it|that|this) (?:be )?(?:at all )?"
                    + "(?:possible|ok|okay|feasible|alright|too much|fine|doable)(?: for you)?(?: to " + TO_SEE
                    + ")?(?: (?:me|us|for))?"),
            SpokenText.words(
                    "(?:do|would|might) you (?:happen to|perhaps|by any chance|maybe|possibly) (?:know|have|see)"),
            SpokenText.words(
                    "(?:i|we)(?:'m|'re| was| were| am| are| have been)? (?:just |only )?wondering(?: (?:if|whether))?"
                            + "(?: you (?:could|can|might|would|may)(?: possibly| perhaps| please)?)?"),
            SpokenText.words(
                    "i wonder (?:if|whether)(?: you (?:could|can|might|would)(?: possibly| perhaps| please)?)?"),
            SpokenText.words(
                    "(?:could|can|may|might) i (?:please |just |quickly |kindly )*(?:trouble|bother|request|ask)(?: you)?"
                            + "(?: (?:to|for|about|if|whether))?"),
            SpokenText.words(
                    "(?:there's |there is |it's |absolutely |really )?no (?:hurry|rush|pressure|worries|stress|big deal|biggie"
                            + "|need to (?:hurry|rush)|urgency)(?: (?:at all|though|here))?"),
            SpokenText.words(
                    "(?:take your time|at your (?:earliest )?(?:convenience|leisure)|as (?:always|usual|ever|you know|discussed"
                            + "|agreed|promised|mentioned|requested)|long story short|to be (?:honest|frank|precise|exact|clear)|truth be told"
                            + "|for what it's worth|just (?:so you know|to be sure|to be safe|checking|asking|in case|to double check)"
                            + "|(?:just )?to make sure|you(?:'re| are) (?:a star|the best|great|awesome|a lifesaver|an angel)|you rock"
                            + "|(?:much |greatly )?appreciated|appreciate it|(?:that|this|it)(?:'d| would) " + VERY
                            + "(?:be )?(?:great|nice|helpful|awesome|super|lovely|perfect|wonderful|all)|(?:that's|that is|that'll be) all"
                            + "|have a (?:nice|great|good|lovely) (?:day|weekend|evening|one|week)|good night|nice to (?:meet|see) you"
                            + "|how are you(?: doing)?(?: today)?|pretty please|(?:with )?(?:kind|best|warm|many) (?:regards|wishes)"
                            + "|yours (?:sincerely|faithfully|truly)|sincerely|respectfully|oh (?:and|yes|right)|one (?:more|last) thing"
                            + "|(?:last|final|another|silly|stupid|dumb|small|little|short|simple|quick) (?:question|request|favou?r|thing)"
                            + "|do me a favou?r|be a (?:dear|darling|star|pal|sport)|my friend|dear (?:agent|team|colleagues?|all|assistant|bot|ai)"
                            + "|(?:hey|hi|hello) (?:there|all|team)|(?:ok|okay|right) so|i suppose|i assume|i'm afraid|i must admit"
                            + "|if i'm not mistaken|if i (?:remember|recall) (?:correctly|rightly)|right away|immediately|straight away|at once"
                            + "|pronto|gimme|lemme see|lemme know|if memory serves)"),
            SpokenText.words(
                    "let's (?:please |now |just |first )*(?:have a look at|take a look at|look at|start with|begin with|go through"
                            + "|see|have|list|get|check|find|show|count)"),
            SpokenText.words(
                    "(?:(?<=, )(?:period|full stop|all told|nothing else)(?=$| [.,])|(?<= )and nothing else(?=$| [.,])|apples to apples(?= ,)"
                            + "|(?:kinda|kind of|sort of|sorta) (?:puzzles|confuses|worries|surprises|bothers|bugs|annoys) (?:me|us)"
                            + "|(?:shoot|throw|toss|drop) (?:me|us)(?= (?:a list|the list|a table|all|every) ))"),
            SpokenText.words(
                    "(?:(?:sry|sorry) (?:for|about) the (?:rush|typos|mess|trouble|bother|noise)|lol|lmao|haha|ugh|omg|sry|soz|real quick|asking for a friend|(?<=^|[.,] )(?:k|kk)(?= )|been a (?:very )?(?:long|crazy|rough"
                            + "|busy|hard) (?:day|week|morning|night)|(?:that|this) (?:really )?helps(?: a lot)?(?=$| [.,])"
                            + "|(?:every|each) single one(?: of (?:them|those|these))?(?= ?$| [.,])"
                            + "|(?:any|got any|no) (?:idea|clue)(?= (?:what|why|how|who|which) )"
                            + "|(?:i |we )?(?:gotta|have to|need to|must) run(?: to (?:lunch|a meeting|work|class|the bus))(?: but)?"
                            + "|(?:that's|that is|thats|this is|it's) (?:way |far )?too many(?: for (?:the|my|a|our) (?:meeting|report|list|call|day))?(?= [.,])"
                            + "|(?:i|we) (?:understand|get) (?:it|this|that) not)"),
            SpokenText.words("(?<=^)" + INTERJECTION + "(?:(?: ,)? " + INTERJECTION + ")*(?= ,)"),
            SpokenText.words("(?<=^|[.,] )go(?=$| [.,])|go(?= ?$)"),
            SpokenText.words(
                    "(?:it|this|that) (?:really |just |always |still |kind of )?(?:puzzles|confuses|worries|surprises|bothers"
                            + "|bugs|concerns|intrigues|annoys|baffles) (?:me|us)(?: a (?:lot|bit|little))?"),
            SpokenText.words(
                    "i(?:'m| am) (?:a bit |a little |quite |really |somewhat )?(?:puzzled|confused|worried|surprised|baffled"
                            + "|unsure|new here|new to this)"),
            SpokenText.words(
                    "i (?:don't|do not|can't|cannot) (?:understand|figure out|work out|tell|remember|see)(?= why)"),
            SpokenText.words("(?:it|that|this)?(?:'d| would) " + VERY
                    + "(?:help|be (?:helpful|useful|great|nice|good|interesting|handy|lovely|wonderful|kind))"
                    + "(?: (?:me|us))?(?: (?:a lot|greatly|very much))?(?: of you)? to " + TO_SEE),
            SpokenText.words(
                    "(?:i|we)(?:'ve|'m| have| am| had| was| just| got)*(?: (?:just|been|currently|had|got|on))*"
                            + " (?:on the (?:phone|line)|the (?:phone|line)|a (?:call|mail|email|message|ticket|chat|request)|speaking|talking"
                            + "|chatting|spoke|talked|chatted|spoken) (?:with|from|to|by|of)(?= \\S+@)"));

    private Manners() {}

    /** Returns a prompt's tokens without them, and without the marks that parted them from the rest. */
    public static List<Token> without(List<Token> tokens) {
        boolean[] out = new boolean[tokens.size()];
        SpokenText text = new SpokenText(tokens);
        for (Pattern pattern : PATTERNS) {
            for (SpokenText.Span span : text.find(pattern, 0)) {
                Arrays.fill(out, span.from(), span.to(), true);
            }
        }
        return kept(tokens, out);
    }

    /** Returns those that are not taken out, without empty brackets and what is left at the beginning and the end. */
    static List<Token> kept(List<Token> tokens, boolean[] out) {
        List<Token> kept = new ArrayList<>();
        boolean any = false;
        boolean behind = false;
        for (int i = 0; i < tokens.size(); i++) {
            any |= out[i];
            behind |= out[i];
            Token token = tokens.get(i);
            boolean first = kept.isEmpty() && any && (isMark(token) || token.isWord("but") || token.isWord("and"));
            boolean empty = behind
                    && token.kind() == Token.Kind.CLOSE
                    && !kept.isEmpty()
                    && kept.getLast().kind() == Token.Kind.OPEN;
            boolean twice = behind && isMark(token) && !kept.isEmpty() && isMark(kept.getLast());
            if (empty) {
                kept.removeLast();
            } else if (twice && token.kind() == Token.Kind.STOP) {
                kept.set(kept.size() - 1, token);
            } else if (!out[i] && !first && !twice) {
                kept.add(token);
                behind = false;
            }
        }
        while (any && !kept.isEmpty() && kept.getLast().kind() == Token.Kind.COMMA) {
            kept.removeLast();
        }
        return kept;
    }

    private static boolean isMark(Token token) {
        return token.kind() == Token.Kind.COMMA || token.kind() == Token.Kind.STOP;
    }
}
