package org.deviceoffboarding.base;

/**
 * Who caused something: a person, or the portal itself.
 *
 * @param id stable: a person's object ID in Entra (the {@code oid} claim), {@code portal} or {@code schedule}; never blank
 * @param name for people to read, as it was at the time: usually the user principal name; never blank
 */
public record Actor(String id, String name) {

    /** The portal acting on its own, without a person behind it. */
    public static final Actor PORTAL = new Actor("portal", "Portal");

    /** The portal acting because it is time by the schedule that an owner set. */
    public static final Actor SCHEDULE = new Actor("schedule", "Schedule");

    public Actor {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("An actor needs an ID and a name, got '" + id + "', '" + name + "'");
        }
    }

    /** Returns whether it is a person; else the portal acts, by itself or by the schedule. */
    public boolean isPerson() {
        return !id.equals(PORTAL.id) && !id.equals(SCHEDULE.id);
    }
}
