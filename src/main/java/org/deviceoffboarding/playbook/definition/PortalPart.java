package org.deviceoffboarding.playbook.definition;

/** What the portal does of a step itself. */
public enum PortalPart {
    NONE,
    DOWNLOAD,
    KEY_CHECK,
    DISABLE,
    DELETE,
    VERIFY
}
