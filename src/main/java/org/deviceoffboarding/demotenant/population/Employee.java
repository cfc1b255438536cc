package org.deviceoffboarding.demotenant.population;

/** Someone who works for the company. */
public record Employee(
        String id,
        String displayName,
        String givenName,
        String surname,
        String userPrincipalName,
        String department,
        String jobTitle) {}
