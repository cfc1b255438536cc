package org.deviceoffboarding.playbook.keycheck;

/** A reading of keys was asked for, came further or ended. Published after the change is stored. */
public record KeyCheckChanged(long suggestionId) {}
