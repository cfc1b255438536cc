package org.deviceoffboarding.playbook.definition;

/** The playbooks as the portal brings them, for tests of what goes by them. */
public final class DefaultPlaybooks {

    private static final PlaybookDefaults DEFAULTS = new PlaybookDefaults();

    private DefaultPlaybooks() {}

    public static Playbook get(Playbook.Key key) {
        return DEFAULTS.get(key);
    }
}
