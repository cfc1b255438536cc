package org.deviceoffboarding.ask.language.text;

import java.util.Set;
import java.util.regex.Pattern;

/** How people tell what goes on around a question: who or what a sentence speaks of, and the words that speak of devices after all. */
public final class ContextPatterns {

    private static final String PEOPLE =
            "(?:boss|bosses|manager|director|supervisor|chief|ciso|cio|cto|cfo|ceo|colleagues?|coworkers?|team|teams|help ?desk|service desk"
                    + "|auditors?|customers?|clients?|vendor|supplier|reseller|consultants?|interns?|students?|teachers?|admins?|administrators?"
                    + "|employees?|technicians?|engineers?|board|management|leadership|procurement|finance|legal|hr|police|insurer|union"
                    + "|works council|partner|contractors?|staff|lawyers?|officer|secretary|receptionist|trainee|predecessor|successor|assistant)";

    private static final String THINGS =
            "(?:policy|policies|audit|review|project|migration|rollout|roll out|contract|lease|licen[cs]es?|budget|office|building"
                    + "|branch|school|semester|network|firewall|vpn|connector|proxy|true-up|renewal|meeting|cmdb|dashboard|spreadsheet"
                    + "|merger|acquisition|outage|backup|warranty|warehouse|law|regulation|insurance|deadline|certification|cleanup|rules)";

    /** A person who is a field of devices, too: of one it must be told what they did. */
    private static final String USERS = "(?:users?|owners?)";

    private static final String TOLD =
            "(?:called|calls|says|said|claims|claimed|complains|complained|complain|reported|told|thinks|believes"
                    + "|insists|asked|asks|left|lost|swears|mentioned|wrote|phoned|mailed)";

    private static final String FIRST =
            "(?:(?:and|but|so|well|also|apparently|recently|yesterday|today|this morning|this week) (?:, )?)*";

    private static final String OF = "(?:an?|my|our|his|her|the|this|that|some|another|one of (?:my|our|the)) (?:(?!"
            + USERS + " )[a-z-]+ ){0,3}?";

    /** Begins a sentence that speaks of a person, a team or a thing that is no device. */
    public static final Pattern SUBJECT = Pattern.compile(
            "^" + FIRST
                    + "(?:(?:i|we|he|she|somebody|someone|everybody|everyone|i'm|we're|i've|we've|he's|she's|i'd|we'd|microsoft) (?=[a-z])"
                    + "|(?:" + OF + ")(?:" + PEOPLE + "|" + THINGS + ") (?=[a-z])"
                    + "|(?:" + OF + ")" + USERS + " (?:just |also |already |now )?" + TOLD + "(?= |$)"
                    + "|users? (?:says|say|said|claims|claimed|complains|swears|insists)(?= |$)"
                    + "|there (?:was|were|has been) (?:an?|some|another) (?:[a-z-]+ )?(?:incident|breach|outage|attack|alert|leak|theft|burglary)(?= |$))");

    /** "We use", "our company is on": what there is at all. */
    public static final Pattern USE =
            Pattern.compile("^(?:(?:so|well|note|fyi|btw|in our (?:company|organisation|organization|firm|office"
                    + "|school)|at work|here) (?:, )?)*(?:we|i|everyone|everybody|(?:the|our|my) (?:company|organisation|organization|firm|school"
                    + "|business|team|users|people|staff|office|department|colleagues|clients|customers))(?: (?:here|all|mostly|mainly|only|also"
                    + "|still|currently|now|just|do|don't|do not|never|mostly|primarily))* (?:use|uses|have got|have|has|run|runs|own|owns|work (?:with|on)"
                    + "|works (?:with|on)|are on|is on|am on|(?:are|is|am) (?:using|running)|(?:are|is) an?|moved to|migrated to"
                    + "|(?:are|is) moving to) (?!to )");

    /** It says which of them. */
    public static final Pattern SAYS_WHICH =
            Pattern.compile("(?:^| )(?:that|which|who|whose|where|with|without|for|since|how|what|why)(?= |$)");

    /** What asks for devices by their name. */
    public static final Pattern NAMES_DEVICES = Pattern.compile(
            "(?:^| )(?:devices|machines|computers|endpoints|objects|macs|iphones|ipads" + "|androids|macbooks)(?= |$)");

    /** What asks for those that were spoken of. */
    public static final Pattern POINTS_BACK = Pattern.compile(
            "(?:^| )(?:them|those|these|they|it|its|their|ones|one|such|same|(?:the|our) (?:devices|machines|computers)|which are|which have)(?= |$)");

    /** Before a question's first comma: what is done meanwhile, before or afterwards. */
    public static final Pattern MEANWHILE =
            Pattern.compile("^(?:before|after|while|when|once|until) (?:(?:i|we|he|she|i'm|we're) |" + OF + "(?:"
                    + PEOPLE + "|" + THINGS + ") )(?=[a-z])");

    /** "She had the right to wipe things", "says they can't recover a disk": of people, although the words are said of devices, too. */
    public static final Pattern OF_PEOPLE = Pattern.compile(
            "(?:want|wants|need|needs) no (?:surprises|mistakes|trouble|problems|delays|risks|drama)(?=$)"
                    + "|(?:don't|do not|can't|cannot|never) trust (?:him|her|what (?:he|she) (?:did|does|says|said))(?=$)"
                    + "|(?:used to look|looked|looks) after (?:this|that|the portal|the tenant)(?= and |$)"
                    + "|wants? to know what (?:we|they) (?:can't|cannot|can not) account for(?=$)"
                    + "|(?:want|need) (?:one|a|an) (?:[a-z-]+ )?(?:list|table|overview|report) for (?:two|three|several|both|these)"
                    + " (?:problems|purposes|reasons|questions|audits)(?=$)"
                    + "|(?:right|rights|permission|permissions|allowed) to [a-z]+(?: things| stuff)?(?= |$)"
                    + "|(?<=(?:says|said|claims|complains|reports) )(?:that )?they (?:can't|cannot|couldn't|could not)(?= |$)"
                    + "|(?:i|we) (?:need|have|want|plan) to (?:order|report|buy|budget|plan|present|write|tell|explain|prepare|justify|answer|pay)(?= |$)"
                    + "|(?<=^| )(?:i|we|he|she|i've|we've|team) (?:have |has |had |just |also |recently )*(?:changed|run|runs|ran) (?:the|our|some|an?)(?= )"
                    + "|" + PEOPLE
                    + " (?:wants|needs|asked for|requested|waits for) (?:an? |some |the )?(?:feedback|numbers|figures|reports?"
                    + "|answers?|lists?|proof|evidence|overview|update|explanation)(?=$)");

    /** What questions begin with. */
    public static final Set<String> ASKING = Set.of(
            "which", "what", "how", "who", "why", "show", "list", "find", "give", "tell", "count", "display", "please");

    /** Whoever says one of these speaks of the devices, or of what is wanted of them. */
    public static final Set<String> ABOUT_DEVICES = Set.of(
            "tablets",
            "laptops",
            "phones",
            "notebooks",
            "pcs",
            "servers",
            "desktops",
            "workstations",
            "old",
            "broken",
            "limited",
            "covers",
            "covered",
            "applies",
            "applied",
            "concerns",
            "concerned",
            "affects",
            "affected",
            "they",
            "they're",
            "they'll",
            "they've",
            "them",
            "their",
            "theirs",
            "these",
            "those",
            "it",
            "its",
            "it's",
            "one",
            "ones",
            "must",
            "should",
            "shall",
            "ought",
            "only",
            "except",
            "excluding",
            "without",
            "not",
            "no",
            "never",
            "none",
            "nor",
            "neither",
            "unless",
            "if",
            "whether",
            "which",
            "what",
            "how",
            "why",
            "who",
            "whose",
            "where",
            "show",
            "list",
            "find",
            "give",
            "tell",
            "display",
            "count",
            "want",
            "wants",
            "wanted",
            "need",
            "needs",
            "needed",
            "like",
            "prefer",
            "care",
            "exclude",
            "include",
            "excluded",
            "included",
            "ignore",
            "skip",
            "omit",
            "limit",
            "restrict",
            "mean",
            "means",
            "meant",
            "interested",
            "focus",
            "looking",
            "search",
            "searching",
            "particularly",
            "especially",
            "don't",
            "doesn't",
            "didn't",
            "isn't",
            "aren't",
            "wasn't",
            "weren't",
            "won't",
            "wouldn't",
            "shouldn't",
            "haven't",
            "hasn't",
            "please",
            "all",
            "any",
            "every",
            "each",
            "same",
            "is",
            "are",
            "see",
            "get",
            "know",
            "would",
            "i'd",
            "we'd",
            "instead",
            "also",
            "too",
            "look",
            "handle",
            "responsible",
            "cover",
            "hide",
            "remove",
            "drop",
            "keep",
            "assume",
            "consider",
            "treat",
            "things",
            "stuff");

    private ContextPatterns() {}
}
