package org.deviceoffboarding.playbook.definition;

import java.net.URI;

/**
 * What an owner can change about a step; its place is its place in the list of edits.
 *
 * @param key of the step
 * @param link http or https; empty for none
 */
public record StepEdit(String key, String title, String why, String how, String link, boolean required) {

    /** Returns a step as it is. */
    public static StepEdit of(Step step) {
        return new StepEdit(
                step.key(),
                step.title(),
                step.why(),
                step.how(),
                step.link() == null ? "" : step.link().toString(),
                step.required());
    }

    /** A text of a step that can be refused. */
    public enum Part {
        TITLE,
        WHY,
        HOW,
        LINK;

        /** Returns the name under which this text of a step is refused. */
        public String of(String key) {
            return key + "." + name();
        }
    }

    /** Returns a step as it is with this change. */
    Step appliedTo(Step step) {
        return new Step(
                step.key(),
                step.stage(),
                title,
                why,
                how,
                link.isEmpty() ? null : URI.create(link),
                step.role(),
                step.portal(),
                required,
                step.situations(),
                step.platforms());
    }
}
