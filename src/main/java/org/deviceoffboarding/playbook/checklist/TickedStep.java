package org.deviceoffboarding.playbook.checklist;

/**
 * A step of a suggestion that somebody ticked.
 *
 * @param step its title; its key where the playbook has it no longer
 */
public record TickedStep(long suggestionId, String step, Tick tick) {

    TickedStep named(String title) {
        return new TickedStep(suggestionId, title, tick);
    }
}
