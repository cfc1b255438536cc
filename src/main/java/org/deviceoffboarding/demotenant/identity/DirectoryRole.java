package org.deviceoffboarding.demotenant.identity;

/** The built-in roles of Entra ID that someone in the demo tenant holds, with Microsoft's own template IDs. */
public enum DirectoryRole {
    INTUNE_ADMINISTRATOR("Intune Administrator", "3a2c62db-5318-420d-8d74-23affee5d9d5"),
    CLOUD_DEVICE_ADMINISTRATOR("Cloud Device Administrator", "7698a772-787b-4ac8-901f-60d6b08affd2"),
    GLOBAL_READER("Global Reader", "f2ef992c-3afb-46b9-b7cf-a126ee74c451"),
    /** What every member of a tenant has, assigned or not. */
    USER("User", "b79fbf4d-3ef9-4689-8143-76b194e85509");

    private final String displayName;
    private final String templateId;

    DirectoryRole(String displayName, String templateId) {
        this.displayName = displayName;
        this.templateId = templateId;
    }

    /** As Entra's admin center shows it. */
    public String displayName() {
        return displayName;
    }

    /** The same in every tenant: what the {@code wids} claim of an access token lists. */
    public String templateId() {
        return templateId;
    }
}
