package org.deviceoffboarding.language;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The words that begin a condition. */
public final class Openers {

    /** What instructions and questions both read. */
    public static final Phrases<ConditionKeyword> PHRASES = new Phrases<ConditionKeyword>()
            .with(new ConditionKeyword.Ids(), """
                    id, ids, id's, device id, device ids, deviceid, deviceids, object id, object ids,
                    entra id, entra ids, entra device id, entra device ids, entra object id,
                    entra object ids, microsoft entra device id, microsoft entra device ids,
                    azure ad device id, azure ad device ids, intune id, intune ids, intune device id,
                    intune device ids, guid, guids""")
            .with(new ConditionKeyword.Groups(), """
                    group, groups, in group, in groups, in the group, in the groups, in entra group,
                    in entra groups, in the entra group, in security group, in the security group,
                    entra group, entra groups, security group, member of, members of, member of group,
                    members of group, member of the group, members of the group, in any of the groups""")
            .with(new ConditionKeyword.Choices(ConditionType.PLATFORM), """
                    platform, platforms, os, operating system, operating systems, os platform, running, run,
                    runs""")
            .with(new ConditionKeyword.Choices(ConditionType.OWNERSHIP), """
                    ownership, ownership type, ownerships, owner type, device ownership""")
            .with(
                    new ConditionKeyword.Choices(ConditionType.JOIN_TYPE),
                    "join type, join types, jointype, trust type, trusttype")
            .with(new ConditionKeyword.Choices(ConditionType.SITUATION), """
                    situation, situations, in situation, in the situation, flagged as""")
            .with(texts(ConditionType.NAME, "", ""), names(" , matching, like, that match, which match, is, are"))
            .with(texts(ConditionType.NAME, "", ""), "named, called")
            .with(
                    texts(ConditionType.NAME, "", "*"),
                    names(
                            "starting with, beginning with, that start with, that begin with, start with, starts with, begin with, begins with"))
            .with(
                    texts(ConditionType.NAME, "*", ""),
                    names("ending with, ending in, that end with, that end in, end with, ends with, end in, ends in"))
            .with(texts(ConditionType.NAME, "*", "*"), names("containing, that contain, contain, contains, including"))
            .with(texts(ConditionType.USER, "", ""), """
                    user, users, owned by, owned by user, owned by users, owned by the user, of user,
                    of users, of the user, used by, belonging to, belonging to user, belong to, belongs to,
                    assigned to, assigned to user, primary user, primary users, user name, user names,
                    username, user principal name, upn, owner, owners""")
            .with(texts(ConditionType.MANUFACTURER, "", ""), """
                    manufacturer, manufacturers, maker, vendor, made by, manufactured by, from manufacturer,
                    of manufacturer, manufacturer matching, manufacturers matching""")
            .with(texts(ConditionType.MODEL, "", ""), "model, models, of model, model matching, models matching")
            .with(new ConditionKeyword.Activity(Source.ANY, false), """
                    last activity, last active, last seen, last contact, activity, active,
                    last activity date, last activity time, activity date""")
            .with(new ConditionKeyword.Activity(Source.ENTRA, false), """
                    last sign in, last signed in, last signin, signed in, last sign in date,
                    last entra activity, last sign in activity""")
            .with(new ConditionKeyword.Activity(Source.INTUNE, false), """
                    last sync, last synced, last check in, last checked in, last check in date,
                    last sync date, synced, checked in, last intune activity, last intune sync""")
            .with(new ConditionKeyword.Activity(Source.ANY, true), """
                    inactive, not active, not been active, no activity, not seen, not been seen,
                    without activity""")
            .with(new ConditionKeyword.Activity(Source.ENTRA, true), """
                    not signed in, no sign in, without sign in, without a sign in""")
            .with(new ConditionKeyword.Activity(Source.INTUNE, true), """
                    not synced, no sync, not checked in, without a sync, without sync""");

    private Openers() {}

    private static ConditionKeyword texts(ConditionType type, String before, String after) {
        UnaryOperator<String> pattern = value -> before + value + after;
        return new ConditionKeyword.Texts(type, pattern);
    }

    private static List<String> names(String relations) {
        return Stream.of("name", "names", "device name", "device names", "display name", "display names")
                .flatMap(noun -> Stream.of(relations.split(", ")).map(relation -> (noun + " " + relation).strip()))
                .toList();
    }
}
