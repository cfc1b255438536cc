package org.deviceoffboarding.ask.language.around;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.text.SpokenText;
import org.deviceoffboarding.language.Token;

/**
 * Puts plain words in the place of what people write who chat, hurry or think in another language. Each is a whole turn of phrase
 * that means one thing only, so that nothing is guessed.
 */
final class LooseWords {

    private static final String KIND =
            "(?:personal|private|byod|corporate|corp|company|(?:personally|privately|company|corporate|corporately|employee|user|corp)[ -]owned)";
    private static final String UNSURE = "(?:(?:where|of which|for which|that|which) )?(?:(?:"
            + "(?:(?:we|i|you|one|people) )?(?:just |really |still |simply |honestly )?"
            + "(?:don't|dont|do not|can't|cant|cannot|can not|couldn't|could not) (?:really |actually |yet )?(?:know|tell|say)"
            + "|(?:nobody|no one|noone) (?:really |actually )?knows"
            + "|it(?: is|'s) (?:not known|unknown|not clear|unclear)) (?:if|whether)"
            + " (?:they|these|those|it|the devices|the device)(?:'re|'s| are| is|re)?)(?: a| an)? ";
    private static final String THINGS =
            "(?:devices|machines|computers|endpoints|objects|ones|these|those|this|macs|iphones|ipads|laptops)";
    private static final String FIELD =
            "(?:serial number|serial|model|name|device name|manufacturer|version|user|department)";
    /** What is flagged for a situation is in it. */
    private static final String FLAGGED_FOR =
            "(?:flagged|suggested|listed)(?: (?:for|as|bc|b/c|because|cuz|cos|due to|on account of|owing to))?"
                    + "(?: of)?(?: (?:they|it|these|those)(?:'re|'s| are| is| have| has| were)?)?(?: being)?(?: (?:a|an|the|its|their))?"
                    + "(?= (?:broken link|ready (?:to delete|for deletion|to be deleted)|autopilot leftovers?|silent (?:everywhere|and unmanaged)"
                    + "|removed from intune)(?= |$))";

    /** Where a sentence begins, or what is asked behind a greeting. */
    private static final String BEGIN = "(?<=^|[.,=] |please )";

    private static final String NO_LONGER =
            "(?:(?:that |which )?(?:are |is )?not|(?:that |which )?(?:aren't|isn't|arent|isnt))";

    private static final List<Map.Entry<Pattern, String>> WRITTEN = List.of(
            written(
                    UNSURE + KIND + " (?:or|/) (?:not|(?:a |an |the )?" + KIND
                            + "(?:'s)?|ours)(?=$| [.,)]| (?:and|but|that|which|with|by) )",
                    "with unknown ownership"),
            written(UNSURE + KIND + "(?=$| [.])", "with unknown ownership"),
            written(
                    "b4(?= (?:\\d|january|february|march|april|may|june|july|august|september|october|november|december|"
                            + "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|last|the|yesterday|today)[^ ]*)",
                    "before"),
            written("abt", "about"),
            written("w/in", "within"),
            written(
                    "(?:, )?(?:be it|no matter (?:if|whether)|whether) (?:in |with )?(?:entra or (?:in |with )?intune|intune or (?:in |with )?entra)(?: ,)?",
                    "anywhere"),
            written("an(?= users?(?: |$))", "a"),
            written("(?<=(?:oldest|newest|latest|earliest|longest|smallest|largest) )at first", "first"),
            written(FLAGGED_FOR, "situation"),
            written("alrdy", "already"),
            written("happend", "happened"),
            written(
                    "(?<=(?:checked in|check in|synced|sync|synchronised|synchronized|contact|do|happened) )w(?= )",
                    "with"),
            written("what(?:'s| is|s) (?:the|ur|your) (?:deal|story) (?:with|w)(?= )", "tell me about"),
            written("(?:can|could|would|will) (?:u|you) pull (?:'em|em|them) up", "please"),
            written(
                    "why (?:does|do|did) (?:it|this|the tool|the portal) (?:say|think)(?: that)?(?= (?:i|we) (?:should|must|can) )",
                    "why"),
            written("(?:every|each) single one(?= [^ .,)])", "all"),
            written("every single", "every"),
            written(
                    "(?<= )(?:is|are|=) (?:one|any|either) of (?:the following|these|those)"
                            + "(?: (?:values|names|numbers|models|users|ones))?(?: =)?",
                    "is"),
            written(
                    "(?:(?:that|which) )?(?:belong|belongs|belonging) to (?:no (?:user|one|body)|nobody)",
                    "without a user"),
            written(NO_LONGER + " in (?:microsoft |ms )?intune (?:anymore|any more|any longer)", "no longer in Intune"),
            written(
                    "(?:(?:that|which) )?(?:haven't|havent|have not|hasn't|hasnt|has not) been (?:used|seen) (?:for )?(?:the )?"
                            + "longest(?: time)?",
                    "longest unused"),
            written("(?:aren't|arent|isn't|isnt|are not|is not) claimed(?=$| [.,)]| (?:and|or|but) )", "unclaimed"),
            written("(?:can|could|may) i become(?= (?:a|an|the|all) )", "can i get"),
            written(
                    "(?<=(?:is|are) not known and (?:the |its |their )?[a-z]{2,20} (?:password|passwords|key|keys) )also not(?=$| [.,])",
                    "not known"),
            written("(?:without|with no) (?:(?:a|any) )?broken link", "with link state not broken"),
            written(BEGIN + "gives it(?= )", "are there"),
            written("(?<=" + THINGS + " )what(?= (?:are|is|have|has|were|was|do|don't|run) )", "which"),
            written("(?<=" + THINGS + " )(?:which|that)(?= the " + FIELD + " )", "whose"),
            written("whose the(?= (?:name|version|model|serial|user|manufacturer|department) )", "whose"),
            written("(?:finishes|finish|finishing|terminates|terminate|ends|end) by", "ends with"),
            written("inferior to(?= (?:version )?[\\d])", "below"),
            written("superior to(?= (?:version )?[\\d])", "above"),
            written("(?:nobody|no one) (?:uses|is using)(?= (?:since|for) )", "not used"),
            written("what is arrived to", "what happened to"),
            written(BEGIN + "explain me(?= )", "tell me"),
            written(BEGIN + "thank you to(?= (?:show|give|list|tell|find|send) )", "please"),
            written("(?<=(?:removed|deleted|retired|gone) )of(?= intune(?: |$))", "from"),
            written("(?:exist|exists) always(?= in )", "still exist"),
            written("version of android(?= (?:is |are )?(?:below|above|under|older|newer|less) )", "Android version"),
            written("version of ios(?= (?:is |are )?(?:below|above|under|older|newer|less) )", "iOS version"));

    private static final Pattern ORDINAL_DOT = SpokenText.words(
            "(?<=(?: |^)\\d{1,2} )[.](?= (?:january|february|march|april|may|june|july|august|september|october|november|december)(?: |$))");

    private LooseWords() {}

    /** Returns the tokens with plain words, each at the place of what it stands for. */
    static List<Token> without(List<Token> tokens) {
        List<Token> plain = new ArrayList<>(tokens);
        SpokenText.remove(plain, ORDINAL_DOT);
        WRITTEN.forEach(written -> SpokenText.replace(plain, written.getKey(), written.getValue()));
        return plain;
    }

    private static Map.Entry<Pattern, String> written(String pattern, String plain) {
        return Map.entry(SpokenText.words(pattern), plain);
    }
}
