package org.deviceoffboarding.ask.language.text;

import java.util.List;
import java.util.regex.Pattern;

/** How a prompt says that devices are those of somebody, or of a group, who was named before. */
public final class OwnerPatterns {

    private static final String THINGS =
            "(?:devices?|machines?|computers?|endpoints?|objects?|macs?|macbooks?|imacs?|iphones?|ipads?|androids?|laptops?|notebooks?"
                    + "|phones?|smartphones?|tablets?|pcs?|workstations?|desktops?|mobiles?|stuff|hardware|equipment|kit)";

    private static final String ADJECTIVES =
            "(?:(?!(?:and|or|but|that|which|who|by|is|are|was|were|do|does|of|with|without|in|for|to|from|have|has|had) )[a-z0-9/-]+ ){0,4}?";

    private static final String BEFORE_THINGS = "(?= " + ADJECTIVES + THINGS + "(?= |$))";

    private static final String THAT =
            "(?:those|these|this|that|the same|the said|both|all those|all these|all of those|all of these)";

    private static final String PEOPLE =
            "(?:users?|persons?|people|owners?|employees?|colleagues?|guy|guys|man|woman|lady)";

    private static final String PLACES = "(?:groups?|teams?|departments?|dept)";

    private static final String WHOSE = "(?:" + PEOPLE + "|" + PLACES + ")";

    private static final String SUBJECT = "(?:she|he|they|" + THAT + " " + WHOSE + "|the " + WHOSE + ")";

    private static final String ENDS =
            "(?=$| [.,()]| (?:and|but|that|which|with|without|who|are|is|by|sorted|grouped|ordered|per|please|in|on|since"
                    + "|last|before|after|not|now|only|too|as|have|has|do)(?= |$))";

    /** What only says whose devices are meant, so that the prompt can do without it. */
    public static final List<Pattern> ALL = List.of(
            SpokenText.words("(?:his|her|hers|their|theirs)" + BEFORE_THINGS),
            SpokenText.words("(?:" + THAT + "|the) (?:two |three )?" + WHOSE + "'s" + BEFORE_THINGS),
            SpokenText.words("(?:those|these) (?:two |three )?" + WHOSE + BEFORE_THINGS),
            SpokenText.words("(?<=(?:^| )" + THINGS + " )(?:does|do|has|have|did|is|are) " + SUBJECT
                    + " (?:still |currently |also |now )?(?:have|has|use|uses|own|owns|using|got|owning)(?: got)?"),
            SpokenText.words("(?<=(?:^| )" + THINGS + " )(?:that |which )?" + SUBJECT
                    + " (?:still |currently |also |now )?(?:has|have|uses|use|owns|own|is using|are using)"),
            SpokenText.words(
                    "(?:(?:that|which) )?(?:(?:are|is) )?(?:(?:belonging|belongs?|assigned|given) to|used by|owned by) (?:him|her|hers|them|"
                            + THAT + " " + WHOSE + "|the " + WHOSE + ")" + ENDS),
            SpokenText.words("(?:of|for|from) (?:him|her|hers|theirs|" + THAT + " " + WHOSE + ")" + ENDS),
            SpokenText.words("(?:in|within) " + THAT + " " + PLACES + ENDS));

    /** Of one person only. */
    public static final Pattern ONE_PERSON = SpokenText.words(
            "(?:his|her|hers|him|she|he)|(?:this|that|the same|the said|the) (?:user|person|owner|employee|colleague|guy|man|woman|lady)(?:'s)?");

    public static final Pattern DEPARTMENT = SpokenText.words("(?:departments?|dept)(?:'s)?");

    public static final Pattern GROUP = SpokenText.words("groups?(?:'s)?");

    private OwnerPatterns() {}
}
