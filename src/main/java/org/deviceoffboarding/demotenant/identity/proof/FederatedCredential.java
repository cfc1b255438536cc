package org.deviceoffboarding.demotenant.identity.proof;

/** Whose tokens prove the app, as an administrator enters it in Entra. */
record FederatedCredential(String issuer, String subject, String audience) {}
