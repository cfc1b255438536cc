package org.deviceoffboarding.secretkey;

/**
 * A portal on this database, and its keys by ID.
 *
 * @param portal a name that no other has or had
 * @param machine what it runs on
 * @param givenBy where it has its key from, such as {@code PORTAL_SECRET_KEY}
 * @param takesNew whether it puts a new key there by itself
 * @param givenKey the one that it would be started with now
 * @param usedKey the one that it encrypts with
 */
public record KeyHolder(
        String portal, String machine, String givenBy, boolean takesNew, String givenKey, String usedKey) {

    /** Returns whether it neither starts nor works with another key than this one. */
    boolean hasOnly(String key) {
        return givenKey.equals(key) && usedKey.equals(key);
    }
}
