package org.deviceoffboarding.task.team;

/** Where tickets are, as an owner saved it; version 0 is nowhere, until one does. */
public record SavedTicketAddress(long version, TicketAddress address) {}
