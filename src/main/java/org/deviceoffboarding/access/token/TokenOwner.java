package org.deviceoffboarding.access.token;

/**
 * Whose a token is, and what for: a token that the agent was given is of no use as one for actions, though of the same person.
 *
 * @param purpose the ID of the consent's client registration, lower-case letters only
 * @param personId the person's object ID in Entra
 */
public record TokenOwner(String purpose, String personId) {}
