package org.deviceoffboarding.ask.language.vocabulary;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.question.QuestionWording;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Source;

/** What people write around what they ask: wishes, orders, joints, and what says nothing more. */
public final class PromptWords {

    /** What lists are sorted and grouped by. */
    public static final Phrases<ConditionType> FIELDS = new Phrases<ConditionType>()
            .with(
                    ConditionType.PLATFORM,
                    "platform, platforms, os, operating system, operating systems, os type, kind of device, device type, device types, os platform, operatingsystem")
            .with(ConditionType.OWNERSHIP, "ownership, owner type, ownership type, ownerships, kind of ownership")
            .with(
                    ConditionType.JOIN_TYPE,
                    "join type, join types, type of join, trust type, join, kind of join, join state, trust types, trusttype")
            .with(ConditionType.SITUATION, "situation, situations")
            .with(
                    ConditionType.NAME,
                    "name, device name, display name, displayname, devicename, names, alphabet, device names, hostname")
            .with(
                    ConditionType.USER,
                    "user, users, primary user, upn, person, people, user name, primary users, username")
            .with(
                    ConditionType.DEPARTMENT,
                    "department, departments, dept, depts, user department, business department, users department")
            .with(ConditionType.GROUP, "group, groups, entra group, entra groups")
            .with(
                    ConditionType.MANUFACTURER,
                    "manufacturer, manufacturers, vendor, vendors, maker, makers, make, brand, brands, mfr, mfrs, mfg, manuf, manufacturer name")
            .with(ConditionType.MODEL, "model, models, hardware model, device model")
            .with(
                    ConditionType.VERSION,
                    "version, versions, os version, os versions, operating system version, operating system versions, build, version of the os, builds, os build, os builds, osversion, operatingsystemversion, build number, build numbers")
            .with(ConditionType.SERIAL, "serial number, serial, serial numbers, serials")
            .with(ConditionType.COMPLIANCE, "compliance, compliance state, compliance status, compliance states")
            .with(
                    ConditionType.ENABLED,
                    "enabled state, account state, enabled, enabled or not, enabled or disabled, account status, whether enabled, whether they are enabled, enabled disabled, state of account")
            .with(
                    ConditionType.FLAGGED,
                    "flag, flagged, flagged or not, whether flagged, flagged state, whether they are flagged, flagged and not flagged")
            .with(ConditionType.LINK, "link state, link, link status, link states, state of the link")
            .with(
                    ConditionType.MANAGEMENT,
                    "management, management state, in intune, in intune or not, managed, managed or not, managed or unmanaged, whether in intune, enrolment state, enrollment state, enrollment status, whether they are in intune")
            .with(
                    ConditionType.REMOVED_HOW,
                    "removal kind, how removed, kind of removal, how they were removed, removed how, removal type, way of removal, how it was removed, removal method, method of removal, manner of removal, means of removal, mode of removal, kind of the removal, how the removal happened, how they left intune, how they were removed from intune, the way they were removed, type of removal")
            .with(
                    ConditionType.REMOVED_BY,
                    "removed by, who removed them, remover, person who removed them, who removed it, by whom removed, whoever removed them, removed by whom, by whom they were removed, who did it, who retired them, person who did it, person who did this, person who did that, people who did it, admin who did it, account that did it, whoever did it, one who did it")
            .with(ConditionType.PART_OF, "part of, work")
            .with(
                    ConditionType.RESTRICTED,
                    "restriction, restricted, restricted or not, whether restricted, restriction state")
            .with(
                    ConditionType.BITLOCKER,
                    "bitlocker key, bitlocker, bitlocker keys, bitlocker state, bitlocker key known or not, whether the bitlocker key is known, bitlocker key state")
            .with(
                    ConditionType.LAPS,
                    "laps password, laps, laps passwords, laps state, laps known or not, whether the laps password is known")
            .with(
                    ConditionType.REGISTERED,
                    "registration, registration date, registered, registration time, registered date, date of registration, creation date, entra registration, date registered, time of registration, reg date, registr date, when they were registered, created date, registered at, created")
            .with(
                    ConditionType.ENROLLED,
                    "enrolment, enrollment, enrolment date, enrollment date, enrolled, enrolled date, date enrolled, enroll date, enrol date, enr date, date of enrollment, date of enrolment, enrollment time, enrolment time, when they were enrolled, enrolled at")
            .with(
                    ConditionType.REMOVED,
                    "removal, removal date, removed at, removal time, date of removal, when they were removed, time of removal, removed, when removed, removed date, date removed")
            .with(
                    ConditionType.ACTIVITY,
                    "last activity, activity, last seen, last active, last contact, activity date, last used, last activity date, inactivity, silence, most recent activity, when they were last active, when they were last seen, time since last activity")
            .with(
                    ConditionType.ENTRA_ACTIVITY,
                    "last activity in entra, last sign in, sign in, entra activity, last sign in date, last entra activity, last signed in, sign in activity, last sign in in entra, last sign ins, last login, sign ins, sign in date, entra sign in, last entra sign in, entra last activity, last signin, last logon, activity in entra, approximate last sign in, approximately last sign in, lastsignin, last sign in time")
            .with(
                    ConditionType.INTUNE_ACTIVITY,
                    "last activity in intune, last sync, sync, intune activity, last sync date, last check in, last intune activity, last synced, last intune sync, intune sync, last sync with intune, sync date, last sync time, intune last activity, last checkin, last check in date, last check in time, lastsync, lastcheckin, check in, activity in intune, intune last sync");

    static {
        DeviceProperties.fields().forEach(property -> FIELDS.with(property.type(), List.of(property.lower())));
    }

    private static final Set<ConditionType> MOMENTS = EnumSet.of(
            ConditionType.ACTIVITY,
            ConditionType.ENTRA_ACTIVITY,
            ConditionType.INTUNE_ACTIVITY,
            ConditionType.REGISTERED,
            ConditionType.ENROLLED,
            ConditionType.REMOVED);

    /** Names of moments that are none: the time since, or a question of its own. */
    private static final List<String> NO_MOMENT = List.of("since", "inactivity", "silence", "when ");

    private static final Concept FILLER = new Concept.Filler();

    private PromptWords() {}

    /** Returns the plainest name of each sort that lists are sorted and grouped by. */
    public static List<String> fields() {
        return Arrays.stream(ConditionType.values())
                .map(QuestionWording::field)
                .map(field -> field.toLowerCase(Locale.ROOT))
                .filter(field -> FIELDS.meaning(field) != null)
                .toList();
    }

    static void addTo(Phrases<Concept> phrases) {
        fillers(phrases);
        joints(phrases);
        narrowing(phrases);
        comparisons(phrases);
        wishes(phrases);
        steps(phrases);
        orders(phrases);
        rankedFields(phrases);
        rankedActivities(phrases);
        rankedEvents(phrases);
        unclear(phrases);
    }

    private static void fillers(Phrases<Concept> phrases) {
        phrases.with(FILLER, """
                may i ask, can i ask, could i ask, might i ask, i'd be grateful for, i would be grateful for, we would be grateful for, i'd appreciate, i would appreciate, be so kind, be so kind as to, be so kind to, be kind enough to,
                actually, basically, merely, informations, nowadays, these days, precisely, honestly, obviously, apparently, supposedly, officially, clearly, of course, naturally, solely, purely, exclusively, specifically, particularly, especially, generally,
                morning, afternoon, evening, a colleague says, colleagues say, someone says, i was told, i heard, come, comes, come from, comes from, for some reason, for whatever reason, but for some reason, on earth, in the world, the hell, the heck, on our side, on our end, among us, for the auditors, for our auditors, for the auditor, for auditors, for the help desk, for my manager, for our records, in our estate, our estate, estate, whats, thats, wheres, hows, since been, has since been, have since been, has since, have since, people in, people of, people from, employees in, employees of, employees from, staff in, staff of, staff from, everyone in, everybody in, colleagues in, colleagues from, your tool thinks, the tool thinks, your tool says, the tool says, you think, you say, according to you, the portal thinks, the portal says, your tool, this tool, the tool, i am search, i search, i ask for, i am asking for, i'm asking for, am i right,
                management wants to know, management wants to see, management wants, management asks, management needs, my boss wants to know, my boss wants to see, my boss wants, my boss asks, the boss wants to know, the boss wants, my manager wants to know, my manager wants to see, my manager wants, my manager asks, the auditors want to know, the auditors want to see, the auditors want, the auditors ask for, the auditor wants, the auditor wants to know, audit wants to know, audit wants, security wants to know, security wants, the security team wants, the security team wants to know, the help desk wants to know, the help desk needs, compliance wants to know,
                in particular, happen to be, happens to be, turn out to be, appear to be, seem to be, claimed to be, count as, counts as, qualify as, sit in, sits in, live in, lives in, remained, continue to be, kept, condition, category, set of, batch of, bunch of,
                enumerate, dump, produce, generate, compile, compute, calculate, determine, figure out, work out, view, browse, highlight, point out, mention, summarize, summarise, visualize, list down, spell out, lay out, put together, come up with,
                i'm after, i am after, in need of, i am interested in, i'm interested in, interested in, curious, curious about, trying to find, any chance, it would be great, it would be nice, would be nice, would like to see, would be great, i must know, need to know, want to know, do you know, do you have, can you tell me, can you tell, could you tell me, can you list, can you find, can you give me, can you show me, could you show me, could you list, could you find, could you give me, would you show me, may i have, may i see, can i see, can i have, can i get, could i have, could i get, could i see, let's see, lets see, let us see, let me have, hand me, send me, fetch me, pull me, i require, required, we require, requested list, wanted, needed, looking at, take a look at, have a look at, have a look, look into, check whether, check if, whether, see if, tell me if, tell me whether, do any, does any, did any, is any, are any, is there any, are there any, were there any, was there any, has any, have any,
                whose owner's, who's, what's, there's, that's, it's, here's, i'd, we'd, i'll, we'll, you've, they've, they're, we're, you're, i've, i am, we are, you are, thx in advance, thanks in advance, many thanks, cheers mate, ta, tia, regards, best regards, kind regards, good day, good afternoon, good evening, hiya, greetings, sir, madam, dear agent, agent, dear all, oh, ah, hmm, eh, right?, correct?, isn't it, no matter what, one more, another question, quick question, next question, a question, my question, question is, the question is, question about, quickly tell me, quickly show me, the following, following, as follows, listed below, listed above, mentioned above, e.g., respectively, resp, total list, full list of, complete list of, entire list of, whole list of, every one of, each one of, each of, all those, all these, any of, any one of, some of, most, how has, how have, how did, please, pls, plz, kindly, thanks, thank you, thx, hi, hello, hey, dear, good morning, cheers, can you, could you, would you, can i,
                could i, may i, i want, i'd like, i would like, i need, i want to, i need to, want, need, like, to see, to know, see, know, we want, we need,
                i want to see, i want to know, i'd like to see, i'd like to know, i would like to see, i would like to know, let me see, let me know, i am looking for,
                i'm looking for, looking for, we are looking for, am i able to, is it possible to, help me find, help me, help, help me to find,
                show, show me, list, list me, list up, find, find me, find us, search, search for, get, get me, give, give me, give us, display, tell me, tell us, tell, return, fetch, print, output, query, lookup, look up, look for, lookup for, retrieve, pull, pull up, bring up, bring me, provide, identify, report, report on, locate, check, check for, filter, filter for, filter by, filter on, select,
                what, which, what are, which are, what is, which is, who, are there, is there, there are, there is, do we have, do we still have, do i have, we have, i have, have we, have we got, have i got, we've got, have, has, had, having, got, me, us, i, we, you, he, she, they, it, them, their, its, his, her, my, our, your, 's, this tenant, in this tenant, in our tenant, in the tenant, in my tenant, tenant, in total, altogether, overall, in all, all together, in the directory, directory, in our directory, in our organization, in our organisation, in our company, organization, organisation, in the organization, in the whole tenant, in the inventory, inventory, in the portal, portal, environment, in our environment, in my environment,
                a, an, the, all, all the, all of the, all of, all our, any, some, every, each, entire, whole, full, complete, completely, list of, a list of, the list of, an overview of, overview of, overview, make me a table of, make a table of, make me a list of, make a list of, make me, a table of, table of, as a table, in a table, as a list, in a list, a report of, report of, a report on, details of, set of,
                is, are, was, were, be, been, being, am, do, does, did, done, will, would, can, could, should, shall, may, might, must, get to,
                of, to, in, on, at, for, as, so, then, than, there, here, now, currently, right now, at the moment, presently, at present, today's, actual, actually, just now, up to now, so far, meanwhile, still, yet, already, also, too, as well, even, really, very, quite, exactly, ok, okay, well, um, uh, hm, maybe, perhaps, probably, possibly, certainly, definitely, however, basically, simply, quickly, quick, nicely, properly, safely, correctly, again, both, either, own, such, like that, kind of, sort of, sort, kind, type, types, choices,
                use, uses, using, owns, among, amongst, nevertheless, nonetheless, anyway, anyhow, else, whatever else, everything else, regardless, marked, marked as, shown as, reported as, listed as, considered, classified as, rated, deemed, counted as, recorded as, tagged as, known as, known to be, said to be, belongs, belong, whom, to whom, right, correct, made, put, into, placed, added to, made for, filed, filed for, opened, asked for, split, split up, break, broken down, break down, breakdown, group up, divide, i.e, e.g, ie, eg, namely, that is to say, for the audit, for our audit, for an audit, for audit, for a report, for my report, for the report, for my boss, for management, for a meeting, mean, meaning, meant,
                from entra, from microsoft entra, from entra id, from microsoft entra id, from azure ad, from the entra, in entra, in microsoft entra, in entra id, in microsoft entra id, in azure ad, in aad, entra, microsoft entra, entra id, microsoft, azure ad, azure, aad, to entra, out of entra,
                still in entra, still in microsoft entra, still in entra id, still in azure ad, still exist in entra, still exist in microsoft entra, still exists in entra, still exist, still exists, exist, exists, exist in entra, exist in microsoft entra, exists in entra, existing, existing in entra, might still exist in microsoft entra, that might still exist in microsoft entra, present, present in entra, known, known to entra, registered devices in entra, listed, shown, found, appear, appears, show up in entra, remain, remain in entra, remaining, remains, left over, around, still around, still there, still present in entra,
                status, state, states, value, values, set, equal, equals, equal to, =, is equal to, date, time, column, row, rows, filter =, where =, query =, prompt, question, answer, data, information, info, details, entries, entry, result, results, record, records,
                for me, for us, by the way, btw, fyi, asap, urgent, urgently, if possible, if any, if you can, when you can, whatever, as of now, as of today, i think, i guess, i mean, i believe, i wonder, wondering, just, simply, only, wonder, hope, one, thing, things, with me, sorry, excuse me, good, great, nice, fine, want to, going to, gonna, wanna, gotta, need to, have to, has to, try to, trying to, able to, about, regarding, concerning, with regard to, in terms of, when it comes to, as far as, belonging, based, based on, according to, in question, in our fleet, fleet, our fleet, in the fleet, of our fleet, across the fleet, across, throughout, within, of ours, over there, out there, lying around, floating around, sitting around, somewhere, hanging around, account, accounts, state is, status is, currently in, tho, though, although, while, since when, u, ur, r, yo, ya, everybody, everyone, anyone, anybody, someone, somebody, folks, guys, team, admin, currently still, at all, once, ever, next to""");
    }

    private static void joints(Phrases<Concept> phrases) {
        phrases.with(new Concept.Noun(), """
                leftovers, box, gadgets, hosts, something, devices, device, machines, machine, endpoints, endpoint, objects, object, ones, one, computers, hardware, items, item, stuff, everything, anything, boxes, device objects, device object, entra devices, entra device, entra objects, entra device objects, those devices, things, these devices, entra records, device records, device list, device inventory, the device list, all devices, every device, any device, devices in entra, devices in microsoft entra, device accounts, computer objects""");
        phrases.with(new Concept.Link(), """
                the device is, the device has, the device was, the device itself is, the device itself has, the machine is, the device still is,
                left that, left which, left who, left with, still left that, that, which, who, whose, with, where, having, that are, which are, who are, that have, which have, that has, which has, who have, that is, which is, that were, which were, that was, that had, that do, when, if, if they are, where the, w/, whom, with a, with the, with an, who has, who had, wherever, whichever, whose state is, for which, of which, in which, on which, such that, provided that, as long as, given that, w, wth""");
        phrases.with(
                Concept.Joint.AND,
                "and the device is, and the device has, and the device was, and the machine is, and, +, &, and also, plus, as well as, and that, and who, and which, and are, and have, and is, and has, together with, and with, along with, in addition, additionally, in combination with, and whose, and where, and at the same time, at the same time, moreover, furthermore, n, and then, and were, and was, and additionally, also with");
        phrases.with(
                Concept.Joint.OR,
                "or, and/or, or else, or are, or have, or that are, or with, or is, or has, or who, or that, or which are, or which, alternatively, /, or whose, or were, or that have, or also, or even, or alternatively");
        phrases.with(
                Concept.Joint.BUT,
                "but, but are, but also, but that are, but still, yet are, but have, but is, but has, but with, but only, but which are, but that have, but were, but also are, but which, but that, but whose, but who");
        phrases.with(new Concept.Negation(false), """
                not, isn't, aren't, wasn't, weren't, hasn't, haven't, hadn't, don't, doesn't, didn't, isnt, arent, wasnt, werent, hasnt, havent, dont, doesnt, didnt, are not, is not,
                have not, has not, do not, does not, did not, no, none, neither, nor, non, was not, were not, that are not, which are not, that is not, not yet, have no, has no, having no, had no, had not, hadnt, won't, cannot, can't, cant, !=, that have no, not a, not an, not any, not the, lacking, lack, missing, lacks, nobody, no one, ain't, aint, not being, not been, isn t, not in any way, outside, outside of, outside the, couldn't, could not, haven t, with no, no longer, never mind, wont, shouldn't, should not, that do not, that don't, that have not, that haven't, who have not, who haven't, that does not, not even, not at all, never ever, wouldn't, would not, that aren't, that isn't""");
        phrases.with(new Concept.Negation(false), """
                without, without the, without any, without a, without an, w/o, w/o a, w/o an, w/o any, wo, sans, with neither, with none of""");
        phrases.with(new Concept.Negation(true), """
                except, except for, excluding, exclude, other than, apart from, besides, minus, leaving out, leave out, excl, ignoring, ignore,
                with the exception of, aside from, skip, skipping, omit, omitting, bar, save for, unless, not counting, not including, instead of, rather than,
                everything but, all but, anything but, any os but, any platform but, any os except, any platform except, any operating system but, anything except, everything except,
                all except, any other than, anyone but, anybody but,
                excludes, excepting, disregarding, disregard, barring, except those, except the, except for the, excluding the, but for, none of the, with exception of, exempting, forget, forget about, remove from that, less the, everyone but, all other than, anything other than, everything other than, everything apart from, all apart from, not those, not the ones""");
        phrases.with(
                new Concept.TakenOut(false),
                "take away, take out, subtract, deduct, strip out, weed out, filter out, filtering out, cut out, leave away, take off, leave off");
        phrases.with(
                new Concept.TakenOut(true),
                "get rid of, getting rid of, throw out, throw away, clean up, cleaning up, clean out, dispose of, disposing of");
        phrases.with(new Concept.Narrowing(false), """
                of those, of these, of them, from those, from these, among those, among these, among them, those, these, only those, just those, only the, just the, out of those, out of these, of that list, in that list, from that list, from them, of the above, of which only, now only, only show, only keep, now just, narrow it down to, narrow to, narrow down to, narrow it to, limit to, limit it to, restrict to, restrict it to, restrict that to, limit that to, filter those, filter these, filter them, filter that, filter it, same but, same but only, the same but, the same with, same with, same question but, same list but, and of those, and of these, and of them, in there, those only, these only, of those only, and only, and just, but only those, which of those, which of these, which of them, how many of those, the ones, and which of those, and which of them, narrow down, narrow, narrowed to, drill down to, zoom in on, keep only, keep just, keep the, keep, refine, refine to, refine it to, reduce to, reduce it to, among the above, in this list, of this list, from this list, in the list, amongst them, amongst those, the same list, same list, same thing but, same thing, the same, same, as before, as before but, out of them, inside that, within those, within these, within that, take only, leave only, leave just, limit, restrict, just keep, now, and now, now the, and the, then only, only""");
    }

    /** "Narrow this list down to". */
    private static void narrowing(Phrases<Concept> phrases) {
        for (String verb :
                List.of("restrict", "limit", "narrow", "reduce", "cut", "filter", "trim", "narrow down", "shrink")) {
            for (String what : List.of(
                    "this",
                    "that",
                    "it",
                    "them",
                    "these",
                    "those",
                    "the list",
                    "this list",
                    "that list",
                    "the result",
                    "the results",
                    "the above")) {
                for (String to : List.of("to", "down to", "to only", "to just", "down to only")) {
                    phrases.with(new Concept.Narrowing(false), verb + " " + what + " " + to);
                }
            }
        }
    }

    private static void wishes(Phrases<Concept> phrases) {
        phrases.with(
                new Concept.Narrowing(true),
                "what about, how about, and what about, and how about, same for, the same for, same but for, the same but for, instead, and the same for, now for, now the same for, how does it look for, what of, the same question for, same question for, repeat for, repeat that for, do the same for, and for, switch to");
        phrases.with(new Concept.Wanted(Wish.COUNT), """
                how many, number of, count, count of, the number of, total number of, total, totals, amount of, how much, count up, give me the number of, what number of, quantity of, no of, nr of, # of, #, total count of, total count, sum of, the count of, the amount of, tally, how many are, how many have, how many of, a count of, counts, count me, count the, head count, headcount of, total of, size of, how large is, how numerous are, how many do we have, the total number of, how big is, tell me how many, what is the number of, what's the number of, just the number, only the number, number only, count only, quantity, number, numbers of, a number of, how often, howmany, num of, num, cnt, what's the count of""");
        phrases.with(new Concept.Wanted(Wish.DEVICE), """
                tell me about, tell me all about, tell me more about, tell me everything about, what do you know about, what do we know about, what is known about, details of, details on, details about, details for, information about, info about, info on, info for, information on, show me everything about, everything about, all about, show device, show me device, describe, show details of, show details for, show me details of, show me details about, show me the details of, give me details on, give me details of, give me details about, information for, tell me something about, what about device, look up device, find device, lookup device, give me info about, give me information about, give me information on, give me everything about, everything on, facts about, facts on, what's known about, all you know about, what can you tell me about, profile of, summary of device, summary of, device details, device details for, status of device, status of, state of device, what is the status of, what's the status of, what is the state of, what do you have on, what have we on, all details of, all details on, all info on, all info about, more about, explain device, about device, about, device info, device info for, device information, device card for, can you describe, who is, what is up with, what's up with, what is with, what sort of device is, what kind of device is, how is, what is device, open device, open, overview of device""");
        phrases.with(new Concept.Wanted(Wish.DIFFERENCE), """
                difference between, differences between, the difference between, what is the difference between, what's the difference between, compare, comparison of, comparison between, what differs between, how do, how does, diff, diff between, what distinguishes, compare device, compare devices, compare the devices, differences of, difference of, what are the differences between, in what do, where do, how is, what separates, contrast, comparing, in what way do, what's different between, what is different between, what differs, a comparison of, compare the two devices, side by side, how are""");
        phrases.with(new Concept.Wanted(Wish.WHY), """
                why, why is, why are, why isn't, why isnt, why was, why was not, why wasn't, why did, why does, why is not, why not, for what reason is, for what reason, what is the reason, what's the reason, reason for, reasons for, reason why, the reason, how come, explain why, tell me why, why should, why would, why has, why hasn't, why flagged or not, why flagged, why not flagged, why do you suggest, why do you flag, why did you flag, for which reason, for which reason is, on what grounds is, what makes, why don't you flag, why don't you suggest, why aren't, why doesn't, why hasn't, can you explain why, what is the reason for, why isn t, what reason, why don't we, why didn't, why must, what speaks for removing, explain, what caused, y is, y isnt, y""");
        phrases.with(new Concept.Wanted(Wish.NEXT), """
                what to do with, what should i do with, what should we do with, what do i do with, what do we do with, what shall i do with, what shall we do with, what can i do with, what can we do with, how do i remove, how to remove, how do i offboard, how to offboard, how do i get rid of, how should i handle, how to handle, how do we handle, next step for, next steps for, steps for, steps for device, what next for, what is next for, what's next for, what must i do with, what is to be done with, what's to be done with, what has to be done with, what needs to be done with, what now with, how to proceed with, how do i proceed with, how do we proceed with, what happens next with, how should we handle, how to deal with, how do i deal with, how should i deal with, what am i supposed to do with, recommended action for, recommendation for, what do you recommend for, what is the recommended action for, how can i remove, how can i safely remove, how do i safely remove, how to properly remove, how do i properly remove, how should i proceed with, how would i remove, what to do about, what should i do about, what should we do about, what do you suggest for, advise on, advice for, advice on, what would you do with, what action for, what are the next steps for, next action for, what do i need to do with, what do i have to do with, how do we remove, how do i delete, how to delete, how do i dispose of, how do i retire, what do i do about, what do we do about, what shall be done with, what should be done with, what should be done about, what is to do with, whats next for, how do i clean up, how to clean up, how can we remove, action for, todo for, to do for, what are my options for, how do i correctly remove, give me steps for, give me the steps for, steps to remove, steps to offboard, what should happen with, what should happen to, how should i treat, how do i treat, what's the next step for, what is the next step for, what is the next step with""");
        phrases.with(new Concept.Wanted(Wish.DISABLED_BY), """
                who disabled, who has disabled, who blocked, who turned off, who switched off, by whom was, who deactivated, who did disable, disabled by whom, who is it that disabled, who was it that disabled, which person disabled, which admin disabled, who disabled device, which user disabled, who had disabled, who has blocked, who has turned off, whodunit, who is responsible for disabling, who's disabled, which colleague disabled, which administrator disabled, tell me who disabled, who has deactivated, who had blocked, who disable, who put""");
        phrases.with(new Concept.Wanted(Wish.HISTORY), """
                what happened to, what happened with, what has happened to, what has happened with, history of, history for, the history of, timeline of, timeline for, time line of, time line for, what became of, what has become of, what went on with, what was done to, what was done with, what did happen to, what did happen with, whats happened to, what's happened to, what all happened to, events of, events for, event history of, audit trail of, audit trail for, life of, life story of, story of, log of, log for, past of, changes to, what changed on, what changed for, what happened on, chronology of, the timeline of, the story of, trace of, what occurred to, device history, device history of, device history for, how did it go with, what events concern, history, timeline, what's the history of, what is the history of, show history of, the past of, all events of, all events for, activity log of, activity log for, activity history of, what has been done to, what has been done with, track record of, what came of""");
    }

    private static void steps(Phrases<Concept> phrases) {
        phrases.with(
                new Concept.NeverOf(),
                "never, have never, has never, that never, which never, never ever, had never, that have never, which have never, that has never, never once, who never, and never, was never, were never");
        phrases.with(new Concept.Steps(), """
                steps, step, how to, how do i, how do we, how can i, how can we, how should i, how should we, how would i, how would we, instructions, guidance, a guide, guide me,
                the way to, procedure, next steps, the procedure, how i can, how we can, how i should, how we should, what i have to do, what should i do, what do i do, what should we do, what do we do,
                what to do, what must i do, what do i have to do, what i should do, get rid of them, get rid of those""");
    }

    private static void orders(Phrases<Concept> phrases) {
        phrases.with(new Concept.GroupedBy(true), """
                down by, up by, grouped by, group by, grouped per, broken down by, break down by, breakdown by, break it down by, break them down by, split by, split up by, split per, by each, per, for each, for every, in each, on each, of each, counted by, counts by, count by, count per, sorted into, aggregated by, aggregate by, summarized by, summarised by, summarize by, summarise by, distribution by, distribution of, repartition of, repartition by, summary by, summary per, statistics of, statistics on, stats of, stats on, distributed over, distributed by, distribution over, distribution across, distributed across, spread over, spread across, share per, chart by, a chart by, pie chart by, bar chart by, histogram by, broken out by, broken up by, breakdown of, numbers for each, counts for each, count for every, figures by, figures per, breakdown per, number of devices by, number of devices per, devices by, devices per, how many devices per, how many per, how many devices by, how many by, how many devices for each, how many devices in each, how many in each, per each, bucketed by, in groups by, divided by, by type of, categorized by, categorised by, partitioned by, arranged by, numbers by, number by, number per, statistics by, statistics per, stats by, stats per, group them by, group those by, group it by, group these by, totals by, totals per, split them by, devices for each, a breakdown by, with counts per, with counts by, number of devices for each, pivot by, pivot on, tally by, tally per, totals for each, count of devices by, count of devices per, count devices by, count devices per, count for each, overview by, overview per, group on, how many of each, how many for each, how many devices of each, how many devices on each, split across, split over, sum by, sum per, count each, separated by, share by, share per, share of each""");
        phrases.with(
                new Concept.GroupedBy(false),
                "by, across, over the, over, each, does each, do each, has each, have each, did each");
        phrases.with(
                new Concept.SortedBy(),
                "sort, order, rank, sorted by, sort by, order by, ordered by, sorted on, sort them by, order them by, ranked by, rank by, sorted after, in order of, sort on, ordered after, sort it by, order it by, sort those by, order on, sorted alphabetically by, alphabetically by, alphabetical by, sorted according to, ordered according to, sorting by, ordering by, ordered on, sort these by, and sort by, sorted along, arranged in order of, sorted in order of, rank them by");
        ranked(
                phrases,
                ConditionType.ACTIVITY,
                true,
                "oldest, the oldest, longest silent, longest inactive, least recently active, least recently seen, least recently used, longest unused, longest idle, stalest, longest not seen, longest without activity, longest unseen, most inactive, longest dormant, silent longest, silent the longest, inactive longest, inactive the longest, been silent the longest, been silent longest, been inactive the longest, been inactive longest, been idle the longest, been idle longest, longest stale, unused longest, unused the longest, not seen for the longest time, not seen the longest, silent for the longest time, inactive for the longest time, longest quiet, quietest, longest time without activity, oldest activity, oldest last activity, earliest activity, longest since last activity, longest time inactive, silent for longest, inactive for longest, been quiet the longest, idle longest, idle the longest, oldest first, most dormant, longest silence, unseen for the longest time, longest-silent, earliest last activity, with the oldest activity, longest without any activity, longest time silent, longest inactivity, been quiet longest, quiet the longest, quiet longest, silent for the longest, inactive for the longest, unused for the longest time, longest out of contact, longest absent, longest ago active, least active, oldest last seen, longest time not seen, unseen longest, unseen the longest");
        ranked(
                phrases,
                ConditionType.ACTIVITY,
                false,
                "most recently active, most recently seen, most recently used, last active first, most active, latest activity, newest activity, most recent activity, recently active first, latest active, last used first, most recent last activity, latest last activity, most recently in use");
        ranked(
                phrases,
                ConditionType.ENTRA_ACTIVITY,
                true,
                "longest without sign in, longest without a sign in, least recently signed in, oldest sign in, oldest sign ins, oldest last sign in, earliest sign in, longest since sign in, not signed in for the longest time, longest not signed in, longest without signing in, earliest last sign in, oldest entra activity, longest silent in entra, longest inactive in entra, with the oldest sign in, longest since last sign in, silent in entra the longest, oldest last sign ins, silent in entra longest");
        ranked(
                phrases,
                ConditionType.ENTRA_ACTIVITY,
                false,
                "most recently signed in, latest sign in, newest sign in, most recent sign in, most recent sign ins, latest sign ins, most recent last sign in, latest last sign in, newest sign ins");
        ranked(
                phrases,
                ConditionType.INTUNE_ACTIVITY,
                true,
                "longest without sync, longest without a sync, least recently synced, oldest sync, oldest last sync, earliest sync, oldest syncs, longest since sync, longest not synced, not synced for the longest time, not synced with intune for the longest time, not synced with intune the longest, not synced with intune longest, longest without syncing, longest silent in intune, longest inactive in intune, oldest check in, oldest intune activity, earliest last sync, longest without check in, longest without a check in, least recently checked in, with the oldest sync, longest since last sync, oldest last check in, longest without checking in, oldest check ins, silent in intune the longest, longest without intune sync, longest unsynced, silent in intune longest");
        ranked(
                phrases,
                ConditionType.INTUNE_ACTIVITY,
                false,
                "most recently synced, latest sync, newest sync, most recent sync, latest syncs, most recent syncs, most recently checked in, latest check in, most recent check in, latest check ins, most recent last sync, newest syncs, last synced first");
        ranked(
                phrases,
                ConditionType.REGISTERED,
                false,
                "newest, the newest, most recently registered, latest, latest registered, newest registered, last registered, most recent, most recently added, most recently created, newest first, youngest, most recent registrations, latest registrations, newest registrations, freshest, most recently joined, recently registered first, latest to be registered, newest registration, latest registration, last added, latest added, most recent registration, last created, latest created");
        ranked(
                phrases,
                ConditionType.REGISTERED,
                true,
                "first registered, oldest registered, earliest registered, oldest registration, earliest registration, oldest by registration, oldest registrations, longest registered, registered longest, registered the longest, earliest registrations, registered longest ago, registered first, registered the longest ago, registered longest first");
        ranked(
                phrases,
                ConditionType.ENROLLED,
                false,
                "most recently enrolled, last enrolled, latest enrolled, newest enrolled, most recent enrolments, most recent enrollments, newest enrollments, newest enrolments, latest enrollments, latest enrolments, newest in intune, newest enrollment, newest enrolment, latest enrollment, latest enrolment, most recent enrollment, most recent enrolment");
        ranked(
                phrases,
                ConditionType.ENROLLED,
                true,
                "first enrolled, oldest enrolled, earliest enrolled, oldest enrolment, oldest enrollment, earliest enrolment, earliest enrollment, oldest enrollments, oldest enrolments, longest enrolled, enrolled longest, enrolled the longest, enrolled longest ago, enrolled first, earliest enrollments, earliest enrolments, enrolled the longest ago");
        ranked(
                phrases,
                ConditionType.REMOVED,
                false,
                "most recently removed, last removed, latest removed, most recently retired, most recently wiped, latest removals, most recent removals, newest removals, last retired, latest retired, last removals, most recently deleted, last wiped, latest removal, most recent removal");
        ranked(
                phrases,
                ConditionType.REMOVED,
                true,
                "first removed, earliest removed, longest removed, oldest removals, removed longest ago, removed the longest ago, earliest removals, removed longest, removed first, oldest removal, earliest removal");
        phrases.with(
                new Concept.Ranked(null, false),
                "top, first, the top, the first, limit, a limit of, limited to, maximum, max, no more than, up to, at most, not more than, at maximum, at max, limit to, maximal, cap at, capped at, only the first, just the first, just the top, only the top, a maximum of, the first few");
        phrases.with(new Concept.ComparedWith(false), """
                compared with, compared to, in comparison with, in comparison to, compare with, compare to, versus, vs, against, relative to, compare it with, compare them with, compare that with, compare this with, compare it to, compare them to, compare that to, compare this to, compared against, changes since, what changed since, different from, differs from, different since, what is different from, what differs from, what is different since, differ from, different to, different than, what has changed compared to, change, changed, changes, increase, increased, grown, gone up, gone down, rise, risen, decreased, grow, shrunk, develop, developed, more or fewer, more or less, fewer or more, less or more, change since, what has changed since, difference to, difference from, changed since, changes compared with, changes compared to, new since, the changes since, what is new since, what's new since, differences since, difference since, and compare with, and compare to, with comparison to, with a comparison to, measured against, delta since, delta to, delta in, delta of, delta for, diff to, diff since, diff against, as compared to, as compared with, how did this change since, how has this changed since, what's changed since, how have they changed since, how did it change since, how has it changed since, in contrast to, comparing with, comparing to, compared, and how it changed since, and how that changed since, which are new since, came since, came in since, appeared since, gone since, changed compared to, changed compared with, show changes since, show the changes since, have changed since, has changed since, added since""");
        phrases.with(new Concept.ComparedWith(true), """
                since the last run, since last run, since the previous run, since the run before, since the latest run, since previous run, since our last run, since the prior run, than in the last run, than in the run before, than last run, than last time, since last time, since the last time, since the last scan, since the last evaluation, from the last run, from the previous run, from last run""");
    }

    /** "More than in the run before". */
    private static void comparisons(Phrases<Concept> phrases) {
        for (String more : List.of("more", "fewer", "less")) {
            for (String than : List.of("than", "than in", "than at", "than with")) {
                for (String run : List.of(
                        "the run before",
                        "the last run",
                        "the previous run",
                        "last run",
                        "previous run",
                        "last time",
                        "the run earlier",
                        "the last scan",
                        "the prior run")) {
                    phrases.with(new Concept.ComparedWith(true), more + " " + than + " " + run);
                }
            }
        }
    }

    /** "Enrolled most recently": what happened once has a last one, too. */
    private static void rankedEvents(Phrases<Concept> phrases) {
        for (String be : List.of("", "were ", "was ", "been ", "got ")) {
            for (String last : List.of("most recently", "the most recently", "last of all")) {
                rankedField(phrases, be + "enrolled " + last, ConditionType.ENROLLED, false);
                rankedField(phrases, be + "enrolled in intune " + last, ConditionType.ENROLLED, false);
                rankedField(phrases, be + "registered " + last, ConditionType.REGISTERED, false);
                rankedField(phrases, be + "registered in entra " + last, ConditionType.REGISTERED, false);
                rankedField(phrases, be + "removed " + last, ConditionType.REMOVED, false);
                rankedField(phrases, be + "removed from intune " + last, ConditionType.REMOVED, false);
            }
            for (String first : List.of("longest ago", "the longest ago", "first of all")) {
                rankedField(phrases, be + "enrolled " + first, ConditionType.ENROLLED, true);
                rankedField(phrases, be + "registered " + first, ConditionType.REGISTERED, true);
                rankedField(phrases, be + "removed " + first, ConditionType.REMOVED, true);
            }
        }
    }

    /** "Synced longest ago": what happens last can be the first or the last that did. */
    private static void rankedActivities(Phrases<Concept> phrases) {
        for (String phrase : List.copyOf(phrases.all())) {
            ConditionType by =
                    switch (phrases.meaning(phrase)) {
                        case Concept.ActivityOf(Source source, boolean negative, var _)
                        when !negative ->
                            switch (source) {
                                case ANY -> ConditionType.ACTIVITY;
                                case ENTRA -> ConditionType.ENTRA_ACTIVITY;
                                case INTUNE -> ConditionType.INTUNE_ACTIVITY;
                            };
                        case null, default -> null;
                    };
            if (by != null) {
                for (String first :
                        List.of("longest ago", "the longest ago", "furthest back", "the longest time ago")) {
                    rankedField(phrases, phrase + " " + first, by, true);
                }
                for (String last : List.of("most recently", "the most recently", "last of all")) {
                    rankedField(phrases, phrase + " " + last, by, false);
                }
            }
        }
    }

    /** "The oldest Intune sync": what lists can be sorted by has a first and a last, however it is named. */
    private static void rankedFields(Phrases<Concept> phrases) {
        for (String field : FIELDS.all()) {
            ConditionType by = FIELDS.meaning(field);
            if (by != null && MOMENTS.contains(by) && NO_MOMENT.stream().noneMatch(field::contains)) {
                for (String first : List.of("oldest", "earliest")) {
                    rankedField(phrases, first + " " + field, by, true);
                }
                for (String last : List.of("newest", "latest", "most recent")) {
                    rankedField(phrases, last + " " + field, by, false);
                }
            }
        }
    }

    private static void rankedField(Phrases<Concept> phrases, String words, ConditionType by, boolean ascending) {
        if (phrases.meaning(words) == null) {
            ranked(phrases, by, ascending, words);
        }
    }

    private static void ranked(Phrases<Concept> phrases, ConditionType by, boolean ascending, String words) {
        phrases.with(new Concept.Ranked(by, ascending), words);
    }

    private static void unclear(Phrases<Concept> phrases) {
        phrases.with(
                new Concept.Unclear("this could turn round what is asked: say it in another way.", List.of(), true),
                """
                not all, not every, not each, not only, not just, not merely, not solely, not necessarily, not always, not both, not entirely, not fully, not quite, not really, not yet all,
                don't know if, don't know whether, dont know if, dont know whether, do not know if, do not know whether, doesn't know if, doesn't know whether, not know if, not know whether, can't tell if, can't tell whether, cant tell if, cant tell whether, cannot tell if, cannot tell whether, can't say if, can't say whether, cannot say if, cannot say whether, nobody knows if, nobody knows whether, no one knows if, no one knows whether, not known if, not known whether, unknown if, unknown whether, unclear if, unclear whether, not clear if, not clear whether, not sure if, not sure whether, unsure if, unsure whether, no idea if, no idea whether, rarely, seldom, hardly, hardly ever, barely, scarcely, formerly, originally, used to be, used to, previously, exclusive""");
        phrases.with(
                new Concept.Unclear("all devices here are in Entra, so that none is in Intune alone.", List.of(), true),
                "only in intune, intune only, solely in intune, just in intune, in intune only, in intune alone, exclusively in intune");
        unclear(
                phrases,
                "only whether Intune manages a device is known here.",
                List.of("in Intune"),
                "managed by, managed with, managed via, managed through, enrolled with, managed in, enrolled in jamf");
        unclear(
                phrases,
                "a PC can have any platform: say which one, such as Windows.",
                List.of("Windows devices"),
                "pc, pcs, laptop, laptops, desktop, desktops, notebook, notebooks, workstation, workstations, ultrabooks, ultrabook, clients");
        unclear(
                phrases,
                "a phone or tablet can have any platform: say which one, such as iOS or Android.",
                List.of("iOS or Android devices"),
                "phone, mobile, smartphone, tablet, tablets, handhelds, handheld, mobile phone");
        unclear(
                phrases,
                "registered in Entra or enrolled in Intune, and since when?",
                List.of("registered in the last 30 days", "enrolled in the last 30 days"),
                "new, brand new, recent, fresh");
        unclear(
                phrases,
                "old by what: not active, or registered long ago?",
                List.of("not seen for 90 days", "registered before 1 year ago"),
                "old, aged, ancient, outdated, obsolete, legacy");
        phrases.with(
                new Concept.Unclear(
                        "since when is not said: give a date, or a number of days.",
                        List.of("in the last 30 days", "for more than 90 days"),
                        true),
                """
                recently, recently added, lately, newly, of late, older, younger, newer, longer, long ago, a long time, for a long time, for long, long time, for ages, ages, in ages, a while,
                for a while, in a while, long, some time, for some time, some time ago, in a long time, a while ago, the other day, soon, tomorrow, next week, next month, next year, the day before,
                the weekend, last weekend, christmas, easter, a few days, a few weeks, a few months, few days, few weeks, few months, several days, several weeks, several months, some days, some weeks,
                some months, many days, many weeks, many months, for years, for months, for weeks, for days, in years, in months, in weeks, in days, business days, working days, overnight, over the weekend, not long ago,
                more recently, forever, in forever, a bit, too long, so long, a couple of days, a couple of weeks, a couple of months, couple of days, couple of weeks, couple of months, over the holidays, quite some time, for quite a while, quite a while""");
    }

    private static void unclear(Phrases<Concept> phrases, String reason, List<String> replacements, String words) {
        phrases.with(new Concept.Unclear(reason, replacements, false), words);
    }
}
