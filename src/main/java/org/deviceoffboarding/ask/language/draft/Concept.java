package org.deviceoffboarding.ask.language.draft;

import java.util.List;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Source;
import org.jspecify.annotations.Nullable;

/** What a phrase of a prompt stands for. */
public sealed interface Concept {

    /** Says nothing more than the words around it. */
    record Filler() implements Concept {}

    /** "Devices". */
    record Noun() implements Concept {}

    /** "That are", "with": what follows says more of the devices before. */
    record Link() implements Concept {}

    /**
     * "Only": makes a prompt narrow the question before.
     *
     * @param replaces whether it asks the same of other devices, as "what about"
     */
    record Narrowing(boolean replaces) implements Concept {}

    /** What joins the words on both sides of it. */
    enum Joint implements Concept {
        AND,
        OR,
        BUT,
        COMMA
    }

    /**
     * @param wide whether everything up to the next "and" is left out, as after "except", rather than the next word only
     */
    record Negation(boolean wide) implements Concept {}

    /**
     * Of what was said before some are left out; where nothing was, they are to be removed, or left out of everything.
     *
     * @param removed whether where nothing was said before they can only be those that are to be removed, as after "get rid of"
     */
    record TakenOut(boolean removed) implements Concept {}

    /**
     * A condition by itself, such as "Macs".
     *
     * @param type what it is a value of
     */
    record Fixed(ConditionType type, Condition condition) implements Concept {}

    /** A platform, behind which a version can stand. */
    record PlatformName(Choice platform) implements Concept {}

    /** A value of this sort follows. */
    record ValueOf(ConditionType type) implements Concept {}

    /** A text follows, which is put between the two others. */
    record TextOf(ConditionType type, String before, String after) implements Concept {}

    /** An ID follows. */
    record IdOf() implements Concept {}

    /** A version follows. */
    record VersionOf() implements Concept {}

    /**
     * A time follows: of an activity, or its absence.
     *
     * @param alone what it means where no time follows
     */
    record ActivityOf(
            Source source, boolean negative, @Nullable Fixed alone) implements Concept {}

    /**
     * A time follows.
     *
     * @param alone what it means where no time follows
     */
    record TimeOf(ConditionType type, @Nullable Fixed alone) implements Concept {}

    /**
     * A device left Intune; by whom and when can follow.
     *
     * @param how null for any way
     * @param alone what it means where nothing follows
     */
    record RemovalOf(@Nullable Choice how, @Nullable Fixed alone) implements Concept {}

    /** "BitLocker key"; whether it is known can follow. */
    record KeyOf(ConditionType type) implements Concept {}

    /** "Never" before something that can happen. */
    record NeverOf() implements Concept {}

    /** A wish, which names of devices can follow. */
    record Wanted(Wish wish) implements Concept {}

    /** What groups are made by follows. */
    record GroupedBy(boolean certain) implements Concept {}

    /** What a list is sorted by follows. */
    record SortedBy() implements Concept {}

    /**
     * "Oldest".
     *
     * @param by null where only a number says how many
     */
    record Ranked(@Nullable ConditionType by, boolean ascending) implements Concept {}

    /** "At most", before a number of devices. */
    record Limited() implements Concept {}

    /** What the present is compared with follows, or is it already. */
    record ComparedWith(boolean previousRun) implements Concept {}

    /** How to remove the devices, which each answer says. */
    record Steps() implements Concept {}

    /**
     * Words that could mean more than one thing.
     *
     * @param dangerous whether without them the rest would mean something else
     */
    record Unclear(String reason, List<String> replacements, boolean dangerous) implements Concept {}
}
