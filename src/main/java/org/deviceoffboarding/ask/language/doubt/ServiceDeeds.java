package org.deviceoffboarding.ask.language.doubt;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.text.SpokenText;
import org.deviceoffboarding.ask.language.vocabulary.Spelled;
import org.deviceoffboarding.language.Token;

/**
 * "Removed by Intune", "disabled by Microsoft", "that the system wiped": a service is no person. Who removed a device is known by the
 * address of an account or the name of an app as Intune writes it, and of anything else it is not known who did it.
 */
final class ServiceDeeds {

    private static final String NAME =
            "(?:(?:microsoft |ms )?(?:intune|entra id|entra|azure ad|azure|autopilot|defender|graph)"
                    + "|windows autopilot|microsoft|aad|mdm)";

    private static final String PRODUCT = "(?:(?:the )?" + NAME + ")";

    private static final String MACHINERY =
            "(?:(?:the |an? |our |your |some |this )?(?:system|systems|service|services|script|scripts|job"
                    + "|automation|automations|tool|server|app|application|software|cloud|workflow|process|program|policy|bot|robot|api|backend))";

    private static final String REMOVED =
            "(?:removed|wiped|retired|deleted|taken out|thrown out|kicked out|offboarded|gone)";

    private static final String REMOVING =
            "(?:removed?|wiped?|retired?|deleted?|offboard(?:ed)?|take|took|taken|kick(?:ed)?)";

    private static final String DONE = "(?:disabled|enabled|blocked|unblocked|deactivated|turned off|switched"
            + " off|registered|enroll?ed|excepted|exempted|restricted|requested|approved)";

    private static final String DOING = "(?:disabled?|enabled?|block(?:ed)?|unblock(?:ed)?|deactivated?)";

    private static final String BETWEEN =
            "(?: (?!(?:and|or|but|that|which|who|with|without|devices|machines|macs|per|grouped) )[^ ,.()]+){0,5}?";

    private static final String HELPED =
            "(?:ever |just |already |also |then |itself |automatically |recently |has |have |had )*";

    private static final String ASKED = "(?<=(?:^| )(?:that|which|did|has|have|had|what|everything|anything) )";

    private static final String NAMED = "(?<=(?:^|"
            + " )(?:that|which|did|has|have|had|what|everything|anything|devices|machines|computers|endpoints|objects|macs|ones)"
            + " )";

    private static final Pattern PRODUCT_NAME = Pattern.compile(NAME);
    private static final Pattern BY_REMOVED = by(REMOVED, "(?:" + PRODUCT + "|" + MACHINERY + ")");
    private static final Pattern BY_DONE = by(DONE, "(?:" + PRODUCT + "|" + MACHINERY + ")");
    private static final Pattern BY_FLAGGED = by("(?:flagged|suggested|recommended|proposed)", PRODUCT);
    private static final Pattern REMOVES =
            SpokenText.words(NAMED + "(?:" + PRODUCT + "|" + MACHINERY + ") " + HELPED + REMOVING);
    private static final Pattern DOES =
            SpokenText.words(ASKED + "(?:" + PRODUCT + "|" + MACHINERY + ") " + HELPED + DOING);

    private static final String NO_PERSON =
            "who removed devices is known by an account's address, or by an app's name as Intune writes it.";

    private static final String NOT_KNOWN = "who did this is not known here, only who removed devices.";

    private final List<Token> tokens;
    private final PromptDraft draft;
    private final SpokenText spoken;

    private ServiceDeeds(List<Token> tokens, PromptDraft draft) {
        this.tokens = tokens;
        this.draft = draft;
        spoken = new SpokenText(tokens);
    }

    private static Pattern by(String done, String service) {
        return SpokenText.words(done + BETWEEN + " by " + service);
    }

    /** Misses each that is said to have done something: dangerously where removals are asked for, which somebody else could have done. */
    static void miss(List<Token> tokens, PromptDraft draft) {
        ServiceDeeds deeds = new ServiceDeeds(tokens, draft);
        deeds.miss(BY_REMOVED, NO_PERSON, true);
        deeds.miss(REMOVES, NO_PERSON, true);
        deeds.miss(BY_DONE, NOT_KNOWN, false);
        deeds.miss(BY_FLAGGED, NOT_KNOWN, false);
        deeds.miss(DOES, NOT_KNOWN, true);
    }

    private void miss(Pattern pattern, String reason, boolean dangerous) {
        for (SpokenText.Span span : spoken.find(pattern, 0)) {
            if (goesOn(span.to())) {
                continue;
            }
            int from = by(span);
            int start = tokens.get(from).start();
            int end = tokens.get(span.to() - 1).end();
            draft.missed().removeIf(missed -> missed.start() >= start && missed.end() <= end);
            draft.miss(
                    start,
                    end,
                    reason,
                    tokens.get(from).isWord("by") && dangerous ? offers(from, span.to()) : List.of());
            if (dangerous) {
                draft.endanger();
            }
        }
    }

    /** Returns where "by" stands; else where it begins. */
    private int by(SpokenText.Span span) {
        for (int at = span.to() - 1; at > span.from(); at--) {
            if (tokens.get(at).isWord("by")) {
                return at;
            }
        }
        return span.from();
    }

    /** "By Microsoft Graph Command Line Tools" names an app whole. */
    private boolean goesOn(int at) {
        return at < tokens.size()
                && tokens.get(at).isWord()
                && Character.isUpperCase(tokens.get(at).text().charAt(0))
                && !Spelled.isFunctionWord(tokens.get(at).text());
    }

    /** What it can be called in the records; behind Intune's name, that it is where they were removed. */
    private List<String> offers(int by, int end) {
        String name =
                draft.words(tokens.get(by + 1).start(), tokens.get(end - 1).end());
        String app = "by \"*" + name + "*\"";
        boolean product = PRODUCT_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
        return !product ? List.of() : tokens.get(end - 1).isWord("intune") ? List.of("from Intune", app) : List.of(app);
    }
}
