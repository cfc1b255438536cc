package org.deviceoffboarding.playbook.checklist;

/**
 * A suggestion of the present result that follows a playbook.
 *
 * @param devices how many are in it
 * @param ticks how many of its steps are ticked by people
 */
public record PlaybookUse(long suggestionId, String title, int devices, int ticks) {}
