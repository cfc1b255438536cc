package org.deviceoffboarding.ask.language.vocabulary;

import static org.deviceoffboarding.language.ConditionType.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Concept.ActivityOf;
import org.deviceoffboarding.ask.language.draft.Concept.Fixed;
import org.deviceoffboarding.ask.language.draft.Concept.RemovalOf;
import org.deviceoffboarding.ask.language.draft.Concept.TextOf;
import org.deviceoffboarding.ask.language.draft.Concept.TimeOf;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionKeyword;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Openers;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Source;

/** What people write of devices, and what it stands for. */
public final class Vocabulary {

    /** Stale, where no time says since when. */
    static final Fixed SILENT = choices(Choice.SILENT_EVERYWHERE, Choice.SILENT_AND_UNMANAGED);

    /** What phones run; tablets run it, too. */
    public static final Fixed PHONES = choices(Choice.IOS, Choice.ANDROID);

    /** All phrases and what each stands for. */
    public static final Phrases<Concept> PHRASES = new Phrases<>();

    static {
        shared();
        values();
        texts();
        times();
        removals();
        properties();
        PromptWords.addTo(PHRASES);
    }

    private Vocabulary() {}

    /** Returns the condition that a device has one of some values of one sort. */
    public static Fixed choices(Choice... choices) {
        ConditionType type = choices[0].type();
        return new Fixed(
                type,
                new Condition.Is(new Criterion.Choices(
                        type, Arrays.stream(choices).sorted().toList())));
    }

    /** Returns the condition that a device has the first, or the second, of the two values of a sort. */
    public static Condition answer(ConditionType type, boolean yes) {
        List<Choice> both = Arrays.stream(Choice.values())
                .filter(choice -> choice.type() == type)
                .toList();
        return new Condition.Is(new Criterion.Choices(type, List.of(yes ? both.getFirst() : both.getLast())));
    }

    /** Returns all single words of some phrases. */
    public static Set<String> words(Phrases<?> phrases) {
        Set<String> words = new HashSet<>();
        phrases.all().forEach(phrase -> words.addAll(List.of(phrase.split(" "))));
        return words;
    }

    private static void with(Concept concept, String phrases) {
        PHRASES.with(concept, phrases);
    }

    /** What instructions know, questions know. */
    private static void shared() {
        for (Choice choice : Choice.values()) {
            List<String> phrases = new ArrayList<>(choice.phrases());
            phrases.removeIf(
                    Set.of(
                            "unknown",
                            "other",
                            "not known",
                            "removed",
                            "broken",
                            "leaving",
                            "hidden",
                            "gone",
                            "link broken")::contains);
            PHRASES.with(choice.type() == PLATFORM ? new Concept.PlatformName(choice) : choices(choice), phrases);
        }
        for (String phrase : Openers.PHRASES.all()) {
            ConditionKeyword keyword = Openers.PHRASES.meaning(phrase);
            if (keyword != null) {
                PHRASES.with(concept(keyword), List.of(phrase));
            }
        }
    }

    private static Concept concept(ConditionKeyword keyword) {
        return switch (keyword) {
            case ConditionKeyword.Ids _ -> new Concept.IdOf();
            case ConditionKeyword.Groups _ -> new TextOf(GROUP, "", "");
            case ConditionKeyword.Choices choices -> new Concept.ValueOf(choices.type());
            case ConditionKeyword.Texts texts -> text(texts.type(), texts.pattern());
            case ConditionKeyword.Activity activity -> new ActivityOf(activity.source(), activity.negative(), null);
        };
    }

    private static TextOf text(ConditionType type, UnaryOperator<String> pattern) {
        String sample = pattern.apply("x");
        int at = sample.indexOf('x');
        return new TextOf(type, sample.substring(0, at), sample.substring(at + 1));
    }

    private static void platform(Choice choice, String phrases) {
        with(new Concept.PlatformName(choice), phrases);
    }

    /** The product is called Windows Autopilot, whatever the platform of its devices. */
    private static void autopilot(String phrases) {
        with(choices(Choice.AUTOPILOT_LEFTOVER), phrases);
        with(choices(Choice.AUTOPILOT_LEFTOVER), phrases.replace("autopilot", "windows autopilot"));
    }

    private static void values() {
        platform(
                Choice.WINDOWS,
                "windows computers, windows pcs, windows laptops, windows machines, ms windows, windows desktops");
        platform(
                Choice.MACOS,
                "macs, macbook, macbooks, macbook pro, macbook pros, imac, imacs, apple computers, osx, mac osx, apple macs, apple laptops, mac computers, mac laptops");
        platform(
                Choice.IOS,
                "iphone, iphones, ipad, ipads, iphones and ipads, ipads and iphones, iphone and ipad, ipod, ipods, apple phones, apple tablets, ios and ipados, ios/ipados, ipad os");
        platform(
                Choice.ANDROID,
                "androids, android phones, android tablets, android phone, android tablet, android smartphones");
        with(
                PHONES,
                "phones and tablets, phones or tablets, tablets and phones, tablets or phones, smartphones and tablets, smartphones or tablets, tablets and smartphones, phones & tablets, phones / tablets");
        with(
                PHONES,
                "phones, smartphones, mobiles, mobile phones, cell phones, cellphones, mobile devices, smart phones");
        platform(Choice.LINUX, "linux machines, linux laptops, linux computers, linux boxes, linux pcs");
        platform(Choice.OTHER, "other platform, other platforms, unknown platform, an unknown platform");
        with(choices(Choice.CORPORATE), """
                corporate, corporate owned, corporately owned, company owned, company, company's, corp, corp owned,
                owned by the company, owned by company, owned by the organization, owned by us, organization owned,
                business owned, business, corporate ownership, enterprise owned, owned by the organisation,
                organisation owned, company devices, ours, owned by our company, owned by the enterprise, owned by the business, work owned, property of the company, belongs to us, belong to us, belonging to us, corporate property, belong to the company, belongs to the company, belonging to the company, company property""");
        with(choices(Choice.PERSONAL), """
                personal, personally owned, personal owned, byod, byo, byods, private, privately owned, employee owned, private owned, private property, property of the user, property of users, users own, users own devices, users own themselves, people own, people own themselves, folks own, folks own themselves, employees own, employees own themselves, staff own themselves, owned by staff, owned by the employee, owned by the employees, owned by an employee, personal property, personal devices, owned by private persons,
                bring your own, bring your own device, personal ownership, owned by the user, owned by users,
                owned by employees, owned by their users, owned privately, owned personally, user owned""");
        with(choices(Choice.UNKNOWN), """
                ownership isn't known, ownership isnt known, ownership unclear, ownership is unclear, unknown ownership, ownership unknown, unknown owner, unknown owner type, ownership is unknown, ownership is not known,
                ownership not known, without ownership, no ownership, without known ownership, unclear ownership, an unknown ownership, of unknown ownership, with unknown ownership""");
        with(choices(Choice.ENTRA_JOINED), """
                entra joined, joined to entra, microsoft entra joined, azure ad joined, aad joined, aadj, azure joined, entra join,
                entra id joined, cloud joined, joined to microsoft entra, joined to azure ad, entrajoined, joined to entra id, cloud only joined""");
        with(choices(Choice.HYBRID_JOINED), """
                hybrid joined, hybrid, hybrid entra joined, hybrid join, haadj, hybrid azure ad joined, hybrids, hybrid devices,
                entra hybrid joined, microsoft entra hybrid joined, hybrid joined to entra""");
        with(choices(Choice.REGISTERED), """
                entra registered, microsoft entra registered, azure ad registered, aad registered, workplace joined,
                only registered, just registered, workplace registered, merely registered, entra id registered""");
        with(choices(Choice.READY_TO_DELETE), """
                ready to delete, ready to be deleted, ready for deletion, deletable, ready for deleting, ready to be removed""");
        autopilot("""
                autopilot leftover, autopilot leftovers, left over from autopilot, leftovers of autopilot, autopilot remnants,
                leftovers from autopilot, leftover autopilot devices, autopilot remains, autopilot orphans, left over autopilot, leftover autopilot, leftover autopilot objects, autopilot left over""");
        with(choices(Choice.BROKEN_LINK), """
                broken link, broken links, link to intune is broken, broken link to intune,
                broken intune link, lost their link to intune, lost its link to intune""");
        with(choices(Choice.SILENT_EVERYWHERE), """
                silent everywhere, silent in both, silent in entra and intune, silent in intune and entra, silent in both portals,
                inactive everywhere, stale everywhere, quiet everywhere""");
        with(choices(Choice.SILENT_AND_UNMANAGED), """
                silent and unmanaged, unmanaged and silent, silent unmanaged, unmanaged silent, silent and not managed,
                silent but unmanaged, unmanaged but silent, stale and unmanaged, unmanaged and stale, inactive and unmanaged, unmanaged and inactive""");
        with(choices(Choice.FLAGGED), """
                flagged, suggested, should be removed, to offboard, to be offboarded, candidates for clean up,
                clean up candidates, cleanup candidates, candidates for cleanup, candidates for removal, candidates for offboarding,
                candidates for deletion, suggested for removal, suggested for clean up, suggested for cleanup, flagged for removal,
                flagged for clean up, flagged for cleanup, to be removed, should be offboarded, should be cleaned up, should go,
                should be deleted, recommended for removal, recommended, up for removal, removal candidates, we should remove,
                should i remove, should we remove, can be removed, i should remove, we should offboard, should we offboard,
                should i offboard, flagged for offboarding, offboarding candidates, due for removal, to clean up, to be cleaned up,
                to be deleted, to remove, need to be removed, need removing, need to be offboarded, we should delete, i should delete,
                recommended for offboarding, flagged for deletion, suggested for offboarding, suggested for deletion, ought to be removed, must be removed, proposed for removal, proposed, marked for removal, due to be removed, that need to go, need to go, up for deletion, listed for removal, on the list for removal, you suggest, you suggested, you flagged, you flag, you recommend removing, you recommend, you want removed, you want to remove, you propose, worth removing, ready to offboard, ready for offboarding, ready to be offboarded, should be offboarded, must be offboarded, ought to be offboarded, must go, ought to go, that can go, can go, to be retired, scheduled for removal, targeted for removal, to get rid of""");
        with(choices(Choice.NOT_FLAGGED), """
                unflagged, not flagged, not suggested, nonflagged, should not be removed, not to be removed, should stay, should be kept, never flagged""");
        for (String flagged : List.of("suggested", "flagged", "recommended", "proposed", "marked", "listed")) {
            for (String what : List.of("removal", "clean up", "cleanup", "offboarding", "deletion")) {
                with(
                        choices(Choice.NOT_FLAGGED),
                        "not " + flagged + " for " + what + ", never " + flagged + " for " + what);
            }
        }
        with(
                choices(Choice.LINK_HEALTHY),
                "healthy, healthy links, healthy link, a healthy link, link healthy, link is healthy, healthily linked");
        with(
                choices(Choice.LINK_BROKEN),
                "with a broken link, has a broken link, have a broken link, that has a broken link, that have a broken link, which has a broken link, which have a broken link, having a broken link, whats got a broken link, got a broken link");
        with(
                choices(Choice.LINK_UNCLAIMED),
                "unclaimed, not claimed, claimed by nobody, claimed by no one, claimed by none, unclaimed link, nobody claims, no one claims, not claimed by anyone, not claimed by anybody, not claimed by intune, unclaimed links");
        with(
                choices(Choice.LINK_LEAVING),
                "leaving, about to leave intune, leaving intune, about to leave, link leaving, being retired, about to be retired, about to be wiped, about to be deleted, on their way out of intune");
        with(choices(Choice.IN_INTUNE), """
                in intune, in microsoft intune, managed, intune managed, managed by intune, managed in intune, under management,
                still in intune, present in intune, known to intune, exist in intune, with an intune record, have an intune record,
                under intune management, mdm managed, mdm enrolled, managed by microsoft intune, exists in intune, existing in intune, known in intune, with a record in intune, have a record in intune, intune knows, known by intune, listed in intune, found in intune, managed by mdm""");
        with(choices(Choice.NOT_IN_INTUNE), """
                unmanaged, unenrolled, not in intune, missing from intune, missing in intune, only in entra, entra only, nonmanaged, exist only in entra,
                exists only in entra, unknown to intune, without an intune record, no intune record, without intune record, not managed, not enrolled, not enrolled in intune, not enrolled in microsoft intune, not enrolled with intune, never enrolled in intune, never enrolled with intune, unenrolled in intune, not managed in intune, unmanaged in intune, unmanaged by intune,
                absent from intune, not known to intune, without intune, not mdm managed, no record in intune, without a record in intune, not managed by intune, not present in intune, no longer managed, only exist in entra, only exists in entra, not exist in intune, outside intune, outside of intune, not found in intune, that intune has no record of, intune knows nothing of, intune knows nothing about, without management, without any management, not yet in intune, intune does not know, intune does not know, intune doesn't know, lack an enrolment in intune, lack an enrollment in intune, lack an intune enrolment, lack an intune enrollment, lacking an intune enrolment, lacking an intune enrollment, lacking an enrolment in intune, without an enrolment in intune, without an enrollment in intune, without an intune enrolment, without an intune enrollment, without enrolment in intune, without enrollment in intune, no enrolment in intune, no enrollment in intune, intune doesn't manage, intune does not manage, not manage, no intune enrollment, no intune enrolment, without intune enrollment, without mdm, not in microsoft intune""");
        with(
                choices(Choice.COMPLIANT),
                "compliant, in compliance, complying, comply, meets compliance, passing compliance");
        with(choices(Choice.NONCOMPLIANT), """
                noncompliant, non compliant, out of compliance, not in compliance, incompliant, uncompliant,
                fail compliance, failing compliance, violating compliance, in violation of compliance, do not comply, does not comply, don't comply, incompliance""");
        with(choices(Choice.COMPLIANCE_UNKNOWN), """
                compliance isn't known, compliance state isn't known, compliance state is not known, compliance state unknown, compliance unknown, unknown compliance, compliance is unknown, compliance not known, compliance is not known,
                unknown compliance state, unknown compliance status, without compliance state, without compliance, no compliance state,
                no compliance data, without a compliance state, no known compliance, compliance nobody knows""");
        with(
                choices(Choice.ENABLED),
                "enabled, active account, account enabled, enabled in entra, switched on, turned on");
        with(choices(Choice.DISABLED), """
                disabled, blocked, switched off, turned off, deactivated, account disabled, disabled in entra,
                blocked in entra, made inactive in entra, disabled account, accounts disabled, accountenabled false, disabled accounts""");
        with(choices(Choice.IN_SUGGESTION), """
                in a suggestion, in suggestions, in suggestion, in any suggestion, in an open suggestion, part of a suggestion,
                with a suggestion, have a suggestion, has a suggestion, in one of the suggestions, in open suggestions, with suggestions, in some suggestion, listed in a suggestion, covered by a suggestion, with an open suggestion""");
        with(choices(Choice.IN_TASK), """
                in a task, in tasks, in task, in any task, part of a task, with a task, have a task, has a task, on a task, part of any task,
                in an open task, assigned to a task, with tasks, a task exists for, in some task, with an open task, part of tasks, someone has a task for, attached to a task, in one of the tasks, on any task, covered by a task, in open tasks""");
        with(choices(Choice.IN_REQUEST), """
                in a request, in requests, in request, in any request, part of a request, with a request, have a request,
                has a request, with an open request, in an open request, in a change request, with a change request,
                with a pending request, in a pending request, requested, with requests, have an open request, has an open request,
                in change requests, have a change request, has a change request, have a pending request, has a pending request, in some request, covered by a request, in any change request, in open requests, in pending requests, part of a change request, on a request, with an open change request, requests pending, waiting in a request""");
        with(choices(Choice.IN_EXCEPTION), """
                in an exception, in exceptions, in exception, in any exception, excepted, exempt, exempted, under an exception,
                with an exception, have an exception, has an exception, covered by an exception, covered by exceptions, part of an exception,
                on the exception list, on an exception list, in the exceptions, with exceptions, protected by an exception, exceptions, in the exception list, on exception, in the register of exceptions, fall under an exception, covered by any exception, under exception, listed as exceptions, listed as exception""");
        with(choices(Choice.RESTRICTED), """
                restricted, in a restricted administrative unit, in restricted administrative units,
                in a restricted management administrative unit, in restricted management administrative units,
                in a restricted unit, in a restricted au, in restricted units, in restricted aus, in a restricted management unit, under restricted management, restricted management, members of a restricted administrative unit, in any restricted administrative unit, restricted admin unit, restricted admin units, in a restricted admin unit, in restricted admin units, in an rmau, rmau, in a restricted management au, restricted au, restricted aus, restricted units, part of a restricted administrative unit, restricted administrative unit, a restricted administrative unit, restricted administrative units, in restricted administrative unit, in restricted au, protected by a restricted administrative unit""");
        with(choices(Choice.NOT_RESTRICTED), "unrestricted, not restricted, nonrestricted");
        keys(
                true,
                "both keys known, both keys are known, with both keys known, both keys, bitlocker and laps known, both the bitlocker key and the laps password known, both secrets known");
        keys(
                false,
                "both keys unknown, both keys missing, neither key known, neither key is known, no keys, without keys, without any keys, no keys at all, without any key");
        with(
                choices(Choice.BITLOCKER_UNKNOWN),
                "unknown bitlocker key, unknown bitlocker keys, an unknown bitlocker key, unknown bitlocker, unknown recovery key, unknown recovery keys, unknown bitlocker recovery key");
        with(
                choices(Choice.LAPS_UNKNOWN),
                "unknown laps password, unknown laps passwords, an unknown laps password, unknown laps");
        with(
                choices(Choice.BITLOCKER_KNOWN),
                "known bitlocker key, known bitlocker keys, a known bitlocker key, known bitlocker, known recovery key, known recovery keys");
        with(
                choices(Choice.LAPS_KNOWN),
                "known laps password, known laps passwords, a known laps password, known laps");
        with(choices(Choice.IN_TASK), "task, tasks, a task, any task");
        with(
                choices(Choice.IN_REQUEST),
                "request, requests, a request, any request, change request, change requests, a change request, open request, open requests, pending request, pending requests");
        with(choices(Choice.IN_SUGGESTION), "suggestion, suggestions, a suggestion, any suggestion");
        with(choices(Choice.IN_EXCEPTION), "exception, exceptions, an exception, any exception");
        with(new Concept.KeyOf(BITLOCKER), """
                bitlocker, bitlocker key, bitlocker keys, bitlocker recovery key, bitlocker recovery keys, a bitlocker key,
                bitlocker recovery, recovery key, recovery keys, a bitlocker recovery key, bit locker key, bit locker, any bitlocker key, the bitlocker key""");
        with(new Concept.KeyOf(LAPS), """
                laps, laps password, laps passwords, a laps password, laps key, laps keys, local admin password,
                local administrator password, any laps password, local admin passwords, windows laps, the laps password""");
        opener(FLAGGED, "flag, flagged state, flag state, flagging");
        opener(
                LINK,
                "links, link state, linked, link, link status, linkstate, state of link, state of the link, link to intune, intune link");
        opener(
                MANAGEMENT,
                "intune, management, management state, enrollment state, enrolment state, enrolment status, enrollment status, in-intune");
        opener(COMPLIANCE, "compliance, compliance state, compliance status, compliancestate");
        opener(ENABLED, "enabled state, account state, account status, accountenabled");
        opener(
                REMOVED_HOW,
                "removal kind, kind of removal, removed how, how removed, way of removal, removal method, removal type, removed by way of");
        opener(PART_OF, "part of, in, subject to, the subject of, covered by, contained in, included in");
        opener(MANAGEMENT, "mdm, managed by =, mdm =, managed by mdm authority");
        opener(RESTRICTED, "restriction");
        opener(SITUATION, "situation, situations, in situation, in the situation, situation of");
        opener(OWNERSHIP, "ownership, owner type, ownership type, ownerships, device ownership, managed owner type");
        opener(JOIN_TYPE, "join type, join types, trust type, jointype, trusttype, join, join state");
        opener(
                PLATFORM,
                "platform, os, operating system, platforms, os platform, os type, running, run, runs, operating systems, run on");
    }

    private static void keys(boolean known, String phrases) {
        with(new Fixed(BITLOCKER, Condition.all(List.of(answer(BITLOCKER, known), answer(LAPS, known)))), phrases);
    }

    private static void opener(ConditionType type, String phrases) {
        with(new Concept.ValueOf(type), phrases);
    }

    private static void texts() {
        with(new TextOf(USER, "", ""), """
                email address, mail address, user email, user 's address, user 's name, user 's upn, user 's email, user 's mail address, user 's email address, whose user 's address, whose user 's name, whose user 's upn, whose user 's email address, whose user 's email, user, users, of user, of the user, owned by, used by, belonging to, belongs to, belong to, assigned to, primary user,
                primary users, upn, user name, username, user principal name, owner, with user, with the user, for user, for the user, whose user,
                whose owner, person, of owner, registered owner, registered to, userprincipalname, user upn, in use by, in the hands of""");
        with(none(USER), """
                without a user, without user, no user, without any user, without users, no users, no primary user, without a primary user,
                without primary user, no owner, without an owner, without owner, userless, with no user, not assigned to anyone,
                unassigned, belonging to nobody, belongs to nobody, owned by nobody, no assigned user, have no user, has no user,
                without an assigned user, user none, user is none, user unknown, user is empty, not assigned to a user, not assigned to any user, user empty, belong to nobody, belong to no one, belonging to no one, lacking a user, user missing, missing user, assigned to nobody, assigned to no one, with nobody, no user assigned, no registered user, without registered user, without a known user, no known user, ownerless, orphaned""");
        with(new Fixed(USER, Condition.not(none(USER).condition())), """
                has a user, have a user, with a user, with users, having a user, with any user, with some user, has an owner, with an owner, have an owner, with an assigned user, have users,
                with a primary user, has a primary user, have a primary user, with a known user, somebody uses, someone uses, that somebody uses, has users, have some user, has any user, have any user""");
        with(new TextOf(DEPARTMENT, "", ""), """
                department, in department, in the department, of department, from department, dept, in dept, departments, of the department, departments of, from the department, for department""");
        with(
                none(DEPARTMENT),
                "without a department, no department, without department, department unknown, without any department, no dept, without dept, without a dept, dept unknown, no dept set, no department set");
        with(new TextOf(GROUP, "", ""), """
                group, groups, in group, in the group, in groups, member of group, members of group, member of the group, members of the group,
                in entra group, in the entra group, in security group, in the security group, entra group, security group, member of, members of,
                from group, from the group, of group, of the group, belonging to group, belonging to the group, group membership, in any of the groups,
                are in group, in the groups, who are in group, of groups, users in group, users in the group, for group, for the group, in ad group""");
        name(
                "",
                "named, called, name, names, device name, display name, displayname, devicename, whose name is, hostname, host name, name is, by the name of, with the name, with name, by name of");
        name(
                "",
                "name like, names like, named like, name matching, names matching, name matches, names that match, whose name matches, name that matches, named something like");
        with(new TextOf(NAME, "", "*"), """
                name starts with, names starting with, name starting with, name begins with, names beginning with, name beginning with,
                names that start with, names that begin with, name that starts with, name that begins with, named starting with,
                starting with, beginning with, starts with, begins with, start with, begin with, prefix, name prefix, prefixed with, prefixed, names start with, names begin with, named beginning with, name start with, names prefixed with, name prefixed, prefixed by""");
        with(new TextOf(NAME, "*", ""), """
                name ends with, names ending with, name ending with, name ends in, names ending in, name ending in, names that end with,
                names that end in, ending with, ending in, ends with, ends in, end with, end in, suffix, name suffix, name that ends with, named ending in, names end with, names end in, name that ends in, name end with, name end in""");
        with(new TextOf(NAME, "*", "*"), """
                name contains, names containing, name containing, names that contain, containing, contains, contain, name includes,
                name including, name that contains, names with, name has, names include, names including, name with, name contain, names contain, include in the name, containing in the name""");
        with(new TextOf(SERIAL, "", ""), """
                serial number, serial numbers, serial, serials, serial no, serialnumber, s/n, sn, serial number is, serial number like, with serial, with serial number""");
        with(
                new TextOf(SERIAL, "", "*"),
                "serial number starting with, serial starting with, serial starts with, serial number starts with, serial numbers starting with, serials starting with, serial number beginning with, serial number begins with, serial begins with, serials beginning with, serial numbers beginning with, serial number that starts with, serial number prefix, serial prefix");
        with(
                new TextOf(SERIAL, "*", ""),
                "serial number ending with, serial number ending in, serial ending in, serial ending with, serial number ends in, serial number ends with, serial ends with, serial ends in, serial numbers ending in, serial numbers ending with");
        with(
                new TextOf(SERIAL, "*", "*"),
                "serial number containing, serial number contains, serial containing, serial contains, serial numbers containing");
        with(
                none(SERIAL),
                "without a serial number, without serial number, no serial number, without serial, no serial, serial number unknown, serial number missing, missing serial number");
        with(
                new TextOf(MANUFACTURER, "", ""),
                "manufacturer, manufacturers, maker, vendor, make, made by, manufactured by, built by, from manufacturer, of manufacturer, from the manufacturer, from vendor, produced by, brand, of brand, of make, oem, mfr, mfg, mfgr, manuf, manufacturer name");
        with(
                new TextOf(MANUFACTURER, "", "*"),
                "manufacturer starting with, manufacturer starts with, manufacturer begins with, manufacturer beginning with, vendor starting with, vendor starts with");
        with(
                new TextOf(MANUFACTURER, "*", "*"),
                "manufacturer containing, manufacturer contains, vendor contains, vendor containing");
        with(
                none(MANUFACTURER),
                "without a manufacturer, no manufacturer, manufacturer unknown, without manufacturer, unknown manufacturer, no mfr, without mfr");
        with(
                new TextOf(MODEL, "", ""),
                "model, models, of model, model is, of the model, model name, hardware model, device model, the model");
        with(
                new TextOf(MODEL, "", "*"),
                "model starting with, model starts with, models starting with, model begins with, model beginning with, models beginning with");
        with(new TextOf(MODEL, "*", ""), "model ending with, model ending in, model ends with, model ends in");
        with(
                new TextOf(MODEL, "*", "*"),
                "model containing, model contains, models containing, model name contains, model name containing, model that contains, whose model contains");
        with(none(MODEL), "without a model, no model, model unknown, without model, unknown model");
        with(
                new TextOf(USER, "*", "*"),
                "user containing, user contains, user name contains, user name containing, upn contains, username contains");
        with(
                new TextOf(USER, "", "*"),
                "user starting with, user starts with, upn starting with, upn starts with, user name starts with, user name starting with, username starting with, username starts with");
        with(
                new TextOf(USER, "*", ""),
                "user ending with, user ending in, upn ending in, upn ending with, user ends with, upn ends with, user name ends with");
        with(new TextOf(REMOVED_BY, "", ""), "remover");
        with(
                none(REMOVED_BY),
                "no known remover, have no known remover, has no known remover, that have no known remover, which have no known remover, with no known remover, without a known remover, no remover, without a remover, unknown remover, remover unknown");
        with(
                new Fixed(REMOVED_BY, Condition.not(none(REMOVED_BY).condition())),
                "a known remover, have a known remover, with a known remover");
        with(new Concept.VersionOf(), """
                version, os version, os-version, versions, on version, in version, build, os build, osversion, operating system version, with version, at version, on build, software version, build number, running version""");
        with(
                new Concept.IdOf(),
                "id, ids, device id, device ids, object id, object ids, entra id, entra device id, intune id, intune device id, with id, guid, deviceid, objectid");
        for (String ambiguous : List.of("from", "out of")) {
            with(new Concept.Filler(), ambiguous);
        }
    }

    /** What programs call them. */
    private static void properties() {
        DeviceProperties.ALL.forEach(
                property -> PHRASES.with(DeviceProperties.concept(property.type()), List.of(property.lower())));
    }

    private static void name(String around, String phrases) {
        with(new TextOf(NAME, around, around), phrases);
    }

    private static Fixed none(ConditionType type) {
        return new Fixed(type, new Condition.Is(new Criterion.None(type)));
    }

    private static void times() {
        with(new ActivityOf(Source.ANY, false, null), """
                last activity, last active, last seen, last contact, activity, active, seen, been seen, been active, last used, used,
                online, last online, been online, had contact, been used, heard of, heard from, in contact, any activity, shown activity, was active, was seen, were seen, were active,
                last activity date, activity date, had activity, in use, reported, last contacted, showed up, shown up, show up, show activity, a sign of life, sign of life, signs of life, last sign of life, shown a sign of life, been heard of, been heard from, reporting in, reported in, been in use, been in contact, had any activity, used by anyone, used by anybody, made contact, any sign of life, last signs of life""");
        with(new ActivityOf(Source.ENTRA, false, null), """
                last sign in, last signed in, last signin, signed in, sign in, signed into, sign ins, signins, signed in to entra, last login, logged in,
                last logon, last sign in date, last entra activity, entra activity, sign in activity, last sign in activity, logged on, login, logins, logon,
                last entra sign in, entra sign in, seen by entra, seen in entra, active in entra, activity in entra, last seen in entra, last activity in entra, a sign in, had a sign in,
                signed in to, entra last activity, entra sign ins, approximate last sign in, last seen by entra, used to sign in, sign in to entra, entra-activity, signed on, any sign in, an entra sign in, last interactive sign in, last logged in, entra last seen, approximately last sign in, approximate last sign in date, lastsignin, sign in in entra, seen an entra sign in""");
        with(new ActivityOf(Source.INTUNE, false, null), """
                last sync, last synced, synced, sync, synced with intune, last sync with intune, last check in, last checked in, checked in, check in,
                last sync date, last intune activity, last intune sync, intune activity, intune sync, seen by intune, seen in intune, active in intune,
                activity in intune, last seen in intune, last activity in intune, synchronized, synchronised, last synchronized, last synchronised, checkin, last checkin,
                contacted intune, reported to intune, a sync, had a sync, intune check in, last intune check in, last contact with intune, contact with intune, syncing, checked in with intune, intune last sync, last seen by intune,
                lastsync, lastcheckin, last sync time, last check in time, checked into intune, synced to intune, last contacted intune, intune-activity, any sync, a check in, an intune sync, check ins, checkins, syncs, check in with intune, sync with intune, last sync with microsoft intune, intune contact, in contact with intune, talked to intune, intune last seen, been in contact with intune, heard by intune, synchronization, synchronisation, last synchronization, phoned home, last intune contact, sync to intune""");
        with(
                new ActivityOf(Source.ANY, true, none(USER)),
                "nobody uses, no one uses, that nobody uses, that no one uses, used by nobody, used by no one");
        with(new ActivityOf(Source.ANY, true, null), """
                nobody has touched, no one has touched, nobody touched, no one touched, nobody has used, no one has used, that nobody has used, that no one has used, nobody used, no one used, nobody has seen, no one has seen, nobody is using, no one is using, nobody has been using, no one has been using, no activity, without activity, without any activity, not seen, not active, not been seen, not been active, unseen, no contact, without contact,
                unheard of, offline, been offline, out of contact, off the radar, not heard of, not heard from, unreachable, gone offline, went offline, been away, no sign of life, without a sign of life, without any contact, no signs of life, without signs of life""");
        with(new ActivityOf(Source.ANY, true, SILENT), """
                stale, inactive, dormant, unused, silent, idle, quiet, abandoned, not used, sleeping, inactivity, been silent, been inactive, gone silent, went silent, gone quiet,
                been quiet, been idle, stale devices, asleep, inactive devices, been unused, gone dark, went quiet, gone unused, went unused, gone quiet, not in use, no longer used, no longer active, no longer in use, been dormant, silence, forgotten, staleness, been stale, no longer seen""");
        with(new ActivityOf(Source.ENTRA, true, null), """
                no sign in, without sign in, without a sign in, no sign ins, without sign ins, not signed in, no entra activity, without entra activity,
                no activity in entra, without any sign in, silent in entra, inactive in entra, no login, without login, no logins, no entra sign in, without entra sign in, without an entra sign in, stale in entra, dormant in entra, idle in entra, unused in entra, quiet in entra, without signing in, without activity in entra""");
        with(new ActivityOf(Source.INTUNE, true, null), """
                no sync, without sync, without a sync, no check in, without a check in, without check in, not synced, not checked in, no intune activity,
                without intune activity, no intune sync, no activity in intune, silent in intune, inactive in intune, without any sync, without intune sync, no contact with intune,
                unsynced, no sync with intune, without a sync with intune, without contact with intune, without an intune sync, stale in intune, dormant in intune, idle in intune, quiet in intune, without syncing, without checking in, without activity in intune, no syncs, no contact to intune""");
        with(new TimeOf(REGISTERED, choices(Choice.REGISTERED)), """
                registered, entra registered, registered in entra, registered in microsoft entra, registered in entra id, registered with entra, been registered, entra-registered, registered to entra, registered at entra""");
        with(new TimeOf(REGISTERED, null), """
                registration, registration date, registered on date, date of registration, registration time, created, added to entra, created in entra, creation date,
                joined to entra on, entra registration, register, entra registration date, registrations, added in entra, appeared in entra, registered at, registered date, date registered, reg date, registr date, were registered, was registered, registering""");
        with(new TimeOf(ENROLLED, choices(Choice.IN_INTUNE)), """
                enrolled, enrolled in intune, enrolled in microsoft intune, been enrolled, intune enrolled, enrolled into intune, enrolled to intune, enrolled with intune""");
        with(new TimeOf(ENROLLED, null), """
                enrollment, enrolment, enrollment date, enrolment date, enrollments, enrolments, intune enrollment, intune enrolment, date of enrolment, date of enrollment,
                enroled, enrol, enroll, enrollment time, enrolment time, intune enrollment date, intune enrolment date, enrolled date, date enrolled, enroll date, enrol date, enr date, were enrolled, was enrolled, added to intune, enrolled at, enrolled on""");
        with(new TimeOf(REMOVED, null), """
                removal, removal date, removal time, date of removal, removed at, removed on, removed date, date removed, removal from intune""");
    }

    private static void removals() {
        Fixed situation = choices(Choice.REMOVED_FROM_INTUNE);
        with(new RemovalOf(null, situation), """
                no longer are in intune, no longer is in intune, removed from intune, removed in intune, no longer in intune, left intune, gone from intune, removed from microsoft intune, taken out of intune,
                disappeared from intune, not in intune any more, not in intune anymore, not in intune any longer, no longer managed by intune, dropped out of intune,
                no longer exist in intune, no longer exists in intune, deleted from intune, been removed from intune, fell out of intune, removed out of intune, vanished from intune, no longer enrolled in intune,
                no longer in microsoft intune, left microsoft intune, no longer enrolled, no longer present in intune, been deleted from intune, intune removed, removed intune, departed from intune, no more in intune, have left intune, has left intune, no longer known to intune, no longer known in intune, removed from mdm, taken from intune, exited intune, offboarded from intune, no longer found in intune, intune no longer knows, not anymore in intune, not any more in intune, removed from intune portal, out of intune, thrown out of intune, kicked out of intune, kicked from intune, chucked out of intune, taken off intune, dropped from intune, purged from intune, booted from intune, booted out of intune, kicked off intune, thrown from intune""");
        with(new RemovalOf(null, null), "removed, been removed, was removed, were removed, taken out, got removed");
        how(Choice.RETIRE, "retired", "retire", "retirement");
        how(Choice.WIPE, "wiped", "wipe", "factory reset");
        how(Choice.DELETE, "deleted", "delete", "deletion");
        with(
                new RemovalOf(Choice.HIDDEN, choices(Choice.HIDDEN)),
                "hidden by a clean up rule, hidden by clean up rule, hidden by a cleanup rule, hidden by cleanup rule, hidden by the clean up rule, hidden by the cleanup rule, hidden by clean up rules, hidden by cleanup rules, hidden by the clean up rules, hidden by the cleanup rules, hidden by an intune clean up rule, hidden by intune, hidden by intunes clean up rule, hidden by a rule, cleaned up by a rule, hidden by the device clean up rule, hidden by device clean up rule, hidden by cleanup, hidden by clean up, hidden in intune, removed as hidden, hidden");
        with(
                new RemovalOf(Choice.GONE, choices(Choice.GONE)),
                "gone without an event, gone without event, gone without a trace, disappeared, vanished, just gone, simply gone, gone");
        for (String way :
                List.of("wipe", "wiping", "retire", "retiring", "retirement", "deletion", "deleting", "hiding")) {
            Choice how =
                    switch (way.charAt(0)) {
                        case 'w' -> Choice.WIPE;
                        case 'r' -> Choice.RETIRE;
                        case 'h' -> Choice.HIDDEN;
                        default -> Choice.DELETE;
                    };
            for (String by :
                    List.of("by", "via", "through", "by means of", "by way of", "by a", "via a", "through a")) {
                with(new Fixed(REMOVED_HOW, choices(how).condition()), by + " " + way);
            }
            if (way.endsWith("ing")) {
                with(new RemovalOf(how, choices(how)), "removed by %1$s, were removed by %1$s".formatted(way));
            }
        }
        PHRASES.with(
                situation,
                List.of(
                        "entra leftovers",
                        "leftovers in entra",
                        "left behind in entra",
                        "left over in entra",
                        "left in entra"));
    }

    private static void how(Choice how, String verb, String present, String noun) {
        with(
                new RemovalOf(how, choices(how)),
                "%1$s, been %1$s, was %1$s, were %1$s, got %1$s, removed as %1$s, %1$s from intune, %1$s in intune, %1$s from microsoft intune, %1$s in microsoft intune, being %1$s"
                        .formatted(verb));
        with(
                new Concept.Fixed(REMOVED_HOW, choices(how).condition()),
                "removed by %s, removed by a %s, removed via %s, removed with a %s, removed through a %s, removed by %s"
                        .formatted(present, present, present, present, present, noun));
    }
}
