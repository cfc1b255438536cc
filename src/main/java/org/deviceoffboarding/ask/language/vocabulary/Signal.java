package org.deviceoffboarding.ask.language.vocabulary;

import java.util.Set;
import org.deviceoffboarding.language.Phrases;

/** What a word says of what is wanted to be known of a device that is named. */
enum Signal {
    DIFFERENCE,
    WHY,
    WHO,
    DISABLED,
    HISTORY,
    NEXT,
    TO_BE_DONE,
    DONE,
    DEVICE,

    /** The device of the question before. */
    IT,
    WHEN;

    static final Phrases<Signal> PHRASES = new Phrases<Signal>()
            .with(
                    DIFFERENCE,
                    "difference, differences, differ, differs, different, compare, compared, comparison, diff, vs, versus, side by side, distinguishes, distinguish, contrast, comparing, in common, unlike, each other, one another, from each other, from one another, put side by side")
            .with(
                    WHY,
                    "why, reason, reasons, how come, explain, y, reasoning, grounds, justify, justification, rationale, wherefore, flagged or not, how so, what for, explain why, explanation")
            .with(
                    WHO,
                    "who, whom, by whom, person, somebody, someone, anybody, anyone, which admin, which user, which person, whose, the one, admin, administrator, colleague, by who, which colleague, responsible, culprit, name the person, actor")
            .with(
                    DISABLED,
                    "disabled, disable, disabling, blocked, block, blocking, deactivated, deactivate, turned off, turn off, switched off, switch off, disablement, turned it off, disables, locked")
            .with(
                    HISTORY,
                    "explain what happened, explain what has happened, explain what happens, happened, happening, happen, happens, history, timeline, time line, story, audit trail, trail, events, event, became, become, went on, going on, chronology, log, past, occurred, journey, life, lifecycle, life cycle, biography, changes, so far, audit log, over time, historic, been done, had happened, has happened, befell, gone through, come of")
            .with(
                    NEXT,
                    "explain what to do, what to do, next move, move on, do with, do about, make with, make of, next, steps, step, handle, remove, offboard, get rid, proceed, what now, action, actions, recommended, recommend, recommendation, deal with, delete, decommission, advice, removing, offboarding, next step, next steps, clean up, treat, dispose, retire, procedure, options, way forward, how to proceed, cleaned up, advise, suggest i do, todo, to do, guide, instructions, recommended action, best way, continue with, go on with, supposed to, removed properly, take off, do i do, do we do, should i do, should we do")
            .with(
                    TO_BE_DONE,
                    "should be done, must be done, to be done, needs to be done, has to be done, shall be done, should happen, must happen, needs to happen, has to happen, happen next, happens next, happens now, be done")
            .with(DONE, "done to, done with, done on, did to, was done, done")
            .with(WHEN, "when, since when, how long, how long ago, at what time, on what date, how")
            .with(
                    IT,
                    "it, its, that one, this one, this device, that device, the device, them, the same device, the same one, him, that machine, this machine, they, both, these two, those two, the two, these, those")
            .with(
                    DEVICE,
                    "tell me, tell, about, details, detail, info, information, informations, lowdown, rundown, describe, show, look, lookup, look up, know, facts, status, everything, open, find, overview, profile, summary, display, give, pull up, question, more, data, anything, something, all, card, infos, description, find out, inform, state, record, search, get, see, bring up, i have a question, what is it, who is this, what is this, what do we have, locate");

    /** What can stand around them and says nothing more. */
    static final Set<String> AROUND = Set.of(
            "suspect",
            "host",
            "reference",
            "infected",
            "golden",
            "suggest",
            "suggested",
            "suggesting",
            "flag",
            "flagging",
            "want",
            "think",
            "recommending",
            "necessary",
            "needed",
            "required",
            "right",
            "correct",
            "proper",
            "exactly",
            "ever",
            "before",
            "now",
            "next",
            "please",
            "entra",
            "intune",
            "with",
            "to",
            "by",
            "on",
            "between",
            "among",
            "against",
            "versus",
            "than",
            "up",
            "did",
            "put",
            "into",
            "within",
            "other",
            "another",
            "recently",
            "lately",
            "since",
            "then",
            "still",
            "yes",
            "no",
            "same",
            "off",
            "out",
            "was",
            "over",
            "use",
            "way",
            "name",
            "there",
            "case",
            "single",
            "too",
            "has",
            "have");

    /** Returns all words. */
    static Set<String> words() {
        Set<String> words = Vocabulary.words(PHRASES);
        words.addAll(AROUND);
        return words;
    }
}
