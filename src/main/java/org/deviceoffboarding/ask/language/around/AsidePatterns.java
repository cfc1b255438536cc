package org.deviceoffboarding.ask.language.around;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.language.text.DeviceOrders;
import org.deviceoffboarding.ask.language.text.SpokenText;

/** What clauses begin with that tell of people rather than of devices, and the words by which a clause says more than that. */
final class AsidePatterns {

    private static final String PERSON =
            "(?:boss|bosses|manager|director|supervisor|chief|ciso|cio|cto|cfo|ceo|colleagues?|coworkers?|teams?|help ?desk|service desk"
                    + "|auditors?|audit|customers?|clients?|vendor|supplier|reseller|consultants?|interns?|students?|pupils?|teachers?|admins?"
                    + "|administrators?|employees?|technicians?|engineers?|board|management|leadership|insurer|union|works council|partner"
                    + "|contractors?|staff|lawyers?|officer|secretary|receptionist|trainee|predecessor|successor|assistant|people|person|guy|guys"
                    + "|man|woman|lady|gentleman|guests?|visitors?|callers?|husband|wife|kids?|friend|neighbou?rs?|boys?|girls?|folks|doctor|nurse"
                    + "|users?|owner)";

    private static final String FIRST =
            "(?:and|but|so|well|also|then|because|since|as|though|although|apparently|recently|sorry|ok|okay|hi|hello|hey|yes|yeah|basically"
                    + "|actually|honestly|anyway)";

    private static final String VERB =
            "(?:is|are|was|were|am|has|have|had|can|can't|cannot|could|couldn't|will|won't|does|doesn't|do|don't|did|didn't|isn't|wasn't"
                    + "|keep|came|told|said|lost|left|went|got|sent|took|thinks?|[a-z]{2,}ed|[a-z]{2,}s)";

    /** Begins a clause that speaks of whoever asks, or of other people. */
    static final Pattern PEOPLE = Pattern.compile("^(?:" + FIRST + " (?:, )?)*(?:"
            + "(?:i|we|he|she|someone|somebody|everyone|everybody)(?:'m|'re|'ve|'ll| 's)? (?=[a-z])"
            + "|(?:im|ive|ill|youre|hes|shes|you are|you're) (?=[a-z])"
            + "|there(?:'s| 's|s| is| are| was| were) (?:an?|some|two|three) (?:[a-z-]+ )?" + PERSON + "(?= )"
            + "|(?:an?|my|our|his|her|the|this|that|some|another) (?:[a-z-]+ ){0,2}?" + PERSON
            + " (?:just |also |already |now |still )?" + VERB
            + "(?= |$))");

    /** Begins a clause that says what the prompt is for. */
    static final Pattern PURPOSE = Pattern.compile(
            "^(?:" + FIRST
                    + " (?:, )?)*(?:this|that|it)(?:'s| 's| is|s)? (?:all |just |only )?for (?:a|an|the|my|our|his|her|some)(?= )");

    /** A clause of its own, of a device that is named elsewhere. */
    static final Pattern OF_ONE = Pattern.compile("^(?:" + FIRST + " (?:, )?)*(?:"
            + "(?:it|he|she|i|we|they|someone|somebody|everyone|everybody|nobody)(?:'m|'re|'ve|'ll|'s| 's)? (?=[a-z])"
            + "|(?:its|thats|im|ive) (?=[a-z])"
            + "|(?:that|this)(?: |'s| 's)+(?:is|was|one|thing|[a-z]+ed)?(?= |$)"
            + "|(?:an?|my|our|his|her|the|some|another) (?:[a-z-]+ ){1,3}?" + VERB + "(?= |$)"
            + "|(?:need|needs|can't|cant|cannot|couldn't|got|have|had) (?=[a-z]))");

    /** What begins a question or an order. */
    static final Set<String> ASKS = Set.of(
            "which",
            "what",
            "how",
            "who",
            "whom",
            "whose",
            "why",
            "when",
            "where",
            "whether",
            "show",
            "list",
            "find",
            "give",
            "tell",
            "count",
            "display",
            "please",
            "can",
            "could",
            "would",
            "will",
            "should",
            "do",
            "does",
            "did",
            "is",
            "are",
            "was",
            "were",
            "has",
            "compare",
            "sort",
            "group",
            "check",
            "search",
            "get",
            "name",
            "explain",
            "describe",
            "let",
            "let's",
            "ignore",
            "skip",
            "hide",
            "drop",
            "omit",
            "order",
            "isolate",
            "send",
            "call",
            "mail",
            "print",
            "leave",
            "take",
            "put",
            "make",
            "open",
            "close",
            "don't",
            "dont",
            "not",
            "no",
            "never",
            "only",
            "just",
            "except",
            "without",
            "and",
            "or",
            "if",
            "unless");

    /** What is to be done with a device, in the form in which it is told to do. */
    static final Set<String> ORDERS = Stream.concat(
                    DeviceOrders.WORDS.stream(),
                    Stream.of("unlock", "isolate", "quarantine", "order", "export", "email", "send"))
            .collect(Collectors.toUnmodifiableSet());

    /** Whoever says one of these says what is wanted, leaves something out, or points at devices. */
    static final Set<String> SAYS_MORE = Set.copyOf(List.of(
            ("not no never none nothing nobody neither nor without only solely merely exclusively except excluding excluded exclude unless instead"
                            + " other others another apart besides minus rather ignore skip omit drop hide leave lack lacks missing limit limited restrict"
                            + " want wants wanted need needs needed like prefer care cares mean means meant interested focus focused looking look"
                            + " search searching seek seeking hunting after expect require requires include included including consider assume treat"
                            + " cover concern concerned concerning about regarding talking thinking referring worried particularly especially see get"
                            + " know find check show list give tell identify spot fetch count display compare sort group please must should shall"
                            + " ought would i'd we'd they they're they've they'll them their theirs these those one ones its such same all any every"
                            + " each both either if whether which what how why who whose where old new broken stolen lost less more most least than"
                            + " fewer same kind kinds type types sort laptops tablets phones notebooks pcs servers desktops workstations laptop tablet"
                            + " phone notebook pc server desktop workstation today yesterday now tonight morning afternoon evening night week weeks"
                            + " weekend month months year years day days hour hours minute minutes ago last past since until till before during"
                            + " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september"
                            + " october november december spring summer autumn winter")
                    .split(" ")));

    /** What stands before a place, a team or a thing that has a name of its own unless an article follows. */
    static final Set<String> BEFORE_NAMES = Set.of(
            "in", "from", "at", "of", "with", "by", "on", "to", "for", "under", "manage", "manages", "use", "uses",
            "run", "runs");

    /** Behind them it is none that has a name. */
    static final Set<String> NO_NAME = Set.of(
            "the", "a", "an", "my", "our", "his", "her", "this", "that", "me", "us", "you", "him", "it", "home", "work",
            "lunch", "bed", "hold", "leave", "holiday", "duty", "call", "top", "noon", "some");

    private static final String FORM =
            "(?:tables?|lists?|charts?|graphs?|diagrams?|slides?|bullet ?points?|bullets|spreadsheet|csv|excel"
                    + "|summary|explanations?|commentary|comments|prose|details|sentences?|lines?|paragraphs?|chat|markdown|screenshots?|text|words"
                    + "|email|intro|introduction|preamble|fluff|emojis?|links)";

    private static final String A =
            "(?:an? |the |one |single |simple |short |plain |nice |brief |quick |two |three |compact |clear |my )*";

    /** "As a table", "no charts", "in one sentence": the form in which an answer is wanted. */
    static final Pattern FORM_WISHED = SpokenText.words(
            "(?:(?:and |but |please |preferably |ideally |just |only |output |answer |reply |respond |format )*(?:in|as|without|with no) "
                    + A
                    + FORM
                    + "(?: (?:please|only|format|form|view))*(?=$| [,.)(]| (?:by|per|of all|all|which|the|every|for|grouped|sorted) )"
                    + "|(?<=[,.(] )(?:and |but |please |just |only )*(?:no|a|one|some|skip the|keep it to|no need for) "
                    + A + FORM
                    + "(?: (?:or|and|,|no) " + FORM + ")*(?: (?:please|only|needed|necessary))*(?=$| [,.)])"
                    + "|(?:format|output|output format|answer format|form) = " + A + FORM
                    + "(?: only| please)?(?=$| [,.)])"
                    + "|(?<=[,.(] )keep it (?:short|brief|simple|concise)(?=$| [,.)]))");

    /** "Just the number", where a number is asked for. */
    static final Pattern NUMBER_WISHED = SpokenText.words(
            "(?<=[,.(] )(?:(?:and|but|please|i|we|just|only|need|want|will|do|give|me|simply|that is|that 's|it 's) )*(?:the|a|one) (?:bare |plain |exact |total )?"
                    + "(?:number|figure|total|count)(?: (?:please|is enough|will do|is fine|only|suffices|is all i need))*(?=$| [,.)])");

    static final Pattern ASKS_NUMBER = SpokenText.words("(?:how many|(?:number|count|total|amount) of|count)");

    /** "Context:", "Task:", as people who are used to assistants write them. */
    static final Pattern LABEL = SpokenText.words(
            "(?<=^|[.] )(?:context|background|situation now|task|question|my question|request|goal|ask) =");

    private AsidePatterns() {}
}
