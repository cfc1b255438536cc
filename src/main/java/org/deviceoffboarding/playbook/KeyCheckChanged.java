package org.deviceoffboarding.playbook;

/** A reading of keys was asked for, came further or ended. Published after the change is stored. */
public record KeyCheckChanged(long suggestionId) {}
