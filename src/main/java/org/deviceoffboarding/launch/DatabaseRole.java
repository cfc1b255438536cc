package org.deviceoffboarding.launch;

/**
 * Someone who signs in to the database.
 *
 * @param password never shown
 * @param settings which settings say so, as operators know them
 */
record DatabaseRole(String user, String password, String settings) {

    @Override
    public String toString() {
        return "DatabaseRole[user=" + user + "]";
    }
}
