package org.deviceoffboarding.playbook.checklist;

/** A step of a suggestion was ticked or unticked. Published after the change is stored. */
public record ChecklistChanged(long suggestionId) {}
