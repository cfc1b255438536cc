package org.deviceoffboarding.base;

/**
 * Who caused something: a person, or the portal itself.
 *
 * @param id stable: a person's object ID in Entra (the {@code oid} claim), or {@code portal}; never blank
 * @param name for people to read, as it was at the time: usually the user principal name; never blank
 */
public record Actor(String id, String name) {

    /** The portal acting on its own, without a person behind it. */
    public static final Actor PORTAL = new Actor("portal", "Portal");

    public Actor {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("An actor needs an ID and a name, got '" + id + "', '" + name + "'");
        }
    }
}
