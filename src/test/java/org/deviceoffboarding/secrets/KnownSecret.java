package org.deviceoffboarding.secrets;

/**
 * A secret that somebody made or was given.
 *
 * @param kind what a person calls it
 * @param value never shown
 */
record KnownSecret(String kind, String value) {

    @Override
    public String toString() {
        return kind;
    }
}
