package org.deviceoffboarding.ask.language.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How people say why they ask something: the turns of phrase that are a reason, and those that one begins with. */
public final class ReasonPatterns {

    private static final String PERSON =
            "(?:(?:my|our|the|his|her|their) (?:[a-z]+ ){0,2}?|(?<=^|[.,] ))(?:boss|manager|supervisor|director|ciso|cio|cto"
                    + "|cfo|ceo|team lead|team leader|management|board|auditors?|audit|customer|client|colleagues?|service desk|help ?desk"
                    + "|security team|security officer|compliance team|compliance officer|protection officer|legal|finance|procurement"
                    + "|works council)";

    private static final String WE =
            "(?:i|we|he|she|they|i'm|i'd|i'll|i've|we're|we'd|we'll|we've|they're|they'll|he's|she's)";

    private static final String OURS =
            "(?:our|my|his|her|their|it|it's|this|these|those|that|the|nobody|everybody|everyone|all|most|some"
                    + "|a|an|no|its|procurement|finance|legal|management|leadership|microsoft|hr)";

    /** What is so now: behind "since", where a time would be what happened. */
    private static final String NOW =
            "(?:is|are|am|has to|have to|needs?|wants?|must|will|won't|can|can't|cannot|could|should|may|might"
                    + "|do|does|don't|doesn't|isn't|aren't|i'm|we're|they're|it's|he's|she's|requires?|belongs?|follows?|counts?|keeps?|seems?"
                    + "|looks?|contradicts?|uses?|replaces?|runs?|handles?|insists?|asks?|says?|expects?|ends?|starts?|begins?|expires?|leaves?|comes?|moves?|changes?|stops?)";

    private static final String THEN =
            "(?:was|were|had|did|said|told|asked|requested|wanted|changed|left|moved|ended|expired|has|have"
                    + "|decided|agreed|joined|bought|sold|closed)";

    /** Each is one turn of phrase. */
    public static final List<Pattern> WHOLE = List.of(
            SpokenText.words(
                    PERSON
                            + " (?:has |have |had |just |also |again |now |urgently |always |is |are |keeps |keep )*(?:asked|asks|asking|ask|told"
                            + "|wants|want|wanted|needs|need|needed|requires|require|requested|requests|insists|insisted|complained|complains"
                            + "|expects|expect|demands|demanded|instructed|waiting)"
                            + "(?: (?:me|us|it|this|that|for it|for this|for that|on it|about it|about this|so))*(?: to (?:know|see|have)| for)?"),
            SpokenText.words(
                    "(?:(?<=[,.] )which is |(?<=[.] )(?:that|this)(?:'s| is) )(?:the reason )?why (?:i'm asking|i am asking|i ask|i asked|we ask)"),
            SpokenText.words("(?<=^|[.] )there (?:shouldn't|should not|ought not to) be any(?: (?:left|more))?(?= , )"),
            SpokenText.words(
                    "(?<=[.] )(?:that|this|the) (?:group|department|list) (?:is|was|should be|ought to be)(?: supposed to be| meant to be)?"
                            + " (?:clean|empty|closed|gone)(?= [.]|$)"),
            SpokenText.words(
                    "(?<=, )they(?:'ll| will| are going to) be (?:handled?|dealt with|taken care of|looked after) by (?:the|our|another|my|an?)"
                            + " (?:[a-z]+ )?(?:team|colleague|department|project|office|vendor|partner)(?=$| [.])"),
            SpokenText.words(
                    "(?:i|we) only care about the (?:link state|compliance|compliance state|ownership|join type|situation)"
                            + "(?= = (?:which|what|how|show|list) )"),
            SpokenText.words(
                    "for (?:a|an|the|my|our) (?:support |service |change |open )?(?:ticket|incident|case|change request)"),
            SpokenText.words(
                    "(?<=[.] )(?:i|we) (?:want|plan|intend|have|need|are going) to (?:clean up|tidy up|update|archive) (?:the|our) (?:[a-z-]+ )?"
                            + "(?:ou|ous|ad|active directory|cmdb|sccm|spreadsheet|tickets?)(?: (?:afterwards|later|then|next|tomorrow|next week))?(?= [.]|$)"),
            SpokenText.words(
                    "(?<=^)(?:scoping|triage|hunting|investigating|reporting|planning|budgeting|auditing|housekeeping)(?= =)"),
            SpokenText.words("(?<=[.] )the (?:rest|others) (?:is|are) (?:fine|ok|okay|irrelevant)(?= [.]|$)"),
            SpokenText.words(
                    "(?:for|re|regarding|per|see|ref) (?:the )?(?:ticket|incident|case|change) #?[a-z]*-?\\d+"));

    /** What something is asked for; it is no reason where it names a criterion. */
    public static final Pattern OCCASION = SpokenText.words(
            "(?:for|ahead of|as input for) (?:my|our|the|a|an|his|her|their|this|today's|tomorrow's)(?: (?!of |half )[a-z][a-z-]*){0,3}?"
                    + "(?: (?:reports?|audits?|reviews?|meetings?|presentations?|projects?|budgets?|planning|analysis|dashboards?|statistics"
                    + "|slides?|papers?|files|documentation|inspection|certification|assessment|newsletter|handover|workshop|board"
                    + "|management|boss|manager|auditors?|ciso|spreadsheet))+"
                    + "(?: (?:tomorrow|next week|next month|on monday|this week|this afternoon))?");

    /** Begins a reason anywhere. */
    public static final Pattern ANYWHERE =
            SpokenText.words("(?:and |but |just |simply |mainly |mostly |partly |probably )*(?:because"
                    + "|so that|so as to|in order (?:not )?to|in order that|with a view to|with the aim of|for the purpose of|on the grounds that"
                    + "|so " + WE
                    + "|so (?:nobody|somebody|someone|everybody|everyone|no one|people) (?:can|will|may|has|gets)|(?<!\\b(?:long|soon|far|well|just|same|such|much|many) )as "
                    + WE
                    + "|since (?:i|we|i'm|we're) (?:(?:still|also|now|currently) )?(?:need|have to|must|want|will|are|am|cannot|can't|can|don't"
                    + "|should|plan|intend))");

    /** These begin a reason only where a clause begins. */
    public static final Pattern AT_CLAUSE =
            SpokenText.words("(?<=^|[,.(] )(?:and |but )?(?:cause|cuz|coz|cos|bc|in preparation (?:for|of)|due to"
                    + "|owing to|on account of|in view of|in light of|in the light of|considering|seeing that|now that|ahead of|that way"
                    + "|otherwise " + WE + "|in case " + WE + "|as " + OURS + "(?= [^,.()]*\\b(?:" + NOW + "|" + THEN
                    + ")\\b)|since (?:" + WE
                    + "|" + OURS + ")(?= [^,.()]*\\b" + NOW + "\\b)|since (?:i'm|we're|they're|it's|he's|she's)"
                    + "|given (?:the|our|that (?:our|we|the|they|my)))");

    /** "I am leaving the company": what people tell of themselves before they ask. */
    private static final String SELF = "(?<=^|[.] )(?:hi , |hello , )?(?:i|we|he|she|i'm|we're|i've|we've|he's|she's)"
            + "(?: (?:am|is|are|was|were|have|has|had|just|will|be|been|soon|currently|also))* ";

    /**  */
    public static final Pattern LEAVING = SpokenText.words(
            SELF + "(?:leaving|left|leave|leaves|quit|quitting|resigned|retiring)(?! out\\b| only\\b)");

    /**  */
    public static final Pattern TELLING = SpokenText.words(SELF
            + "(?:moving|moved|joining|joined|migrating|migrated|switching|changing|closing|starting|started|merging|merged|replacing|planning|preparing|working|reviewing|auditing|cleaning"
            + "|writing|doing|busy|sitting|going through|responsible|in the middle of|in charge of)");

    /** "Our lease ends on Friday": a sentence about what is no device. */
    public static final Pattern CONTEXT = SpokenText.words(
            "(?<=^|[.,] )(?:our|my|his|her|the) [a-z-]+(?: (?:[a-z-]+ )?(?:is|ends|starts|begins|left|leaves|expires|runs|changed"
                    + "|comes|came|was|will|has|says|moved|closes|closed|takes|happens))");

    /** "To prepare for the audit, show …". */
    public static final Pattern PURPOSE = SpokenText.words(
            "(?<=^|[.] )to (?!whom|which|what|who|the|a|all|be )[a-z]+ [^.()]*?(?= , (?:please |kindly |could |can |would )*(?:show|list|find|give|get|which|what|how|who|why|tell"
                    + "|you|i|we|display|count|provide|name|compare|group)\\b)");

    /** Begins what is wanted, rather than why. */
    public static final Pattern WANTED = SpokenText.words(
            "(?:(?:i|we|i'd|we'd|to|i'm|we're)(?: (?:can|could|may|will|then|only|just|really|finally))*"
                    + " (?:see|find|list|get|identify|spot|filter|view|know|check|tell|look for|looking for|search|searching|want|like|need|show)"
                    + "(?: (?:to (?:see|have|know|find|get|list|look at)|which|what|how many|whether|if|only|just|the|all|those|a list of|for))+)");

    /** Begins what can be said of the devices themselves. */
    public static final Pattern ABOUT_THEM = SpokenText.words(
            "because (?:they|these|those|it|of|the devices|the device)(?:'re| are| is| have| has| were| was)?");

    private ReasonPatterns() {}

    /** Returns every word that a reason can begin with. */
    public static Set<String> words() {
        return Set.of("because", "order", "since", "so", "that", "reason");
    }
}
