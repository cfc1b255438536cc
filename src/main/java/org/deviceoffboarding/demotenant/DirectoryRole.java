package org.deviceoffboarding.demotenant;

import java.util.Arrays;
import java.util.Optional;

/** The built-in roles of Entra ID that matter to devices, with Microsoft's own template IDs, the same in every tenant. */
public enum DirectoryRole {
    GLOBAL_ADMINISTRATOR("Global Administrator", "62e90394-69f5-4237-9190-012177145e10"),
    INTUNE_ADMINISTRATOR("Intune Administrator", "3a2c62db-5318-420d-8d74-23affee5d9d5"),
    CLOUD_DEVICE_ADMINISTRATOR("Cloud Device Administrator", "7698a772-787b-4ac8-901f-60d6b08affd2"),
    WINDOWS_365_ADMINISTRATOR("Windows 365 Administrator", "11451d60-acb2-45eb-a7d6-43d0f0125c13"),
    GLOBAL_READER("Global Reader", "f2ef992c-3afb-46b9-b7cf-a126ee74c451"),
    SECURITY_READER("Security Reader", "5d6b6bb7-de71-4623-b4af-96380a352509"),
    REPORTS_READER("Reports Reader", "4a5d8f65-41da-4de4-8968-e035b65339cf"),
    HELPDESK_ADMINISTRATOR("Helpdesk Administrator", "729827e3-9c14-49f7-bb1b-9608f156bbb8"),
    DIRECTORY_READERS("Directory Readers", "88d8e3e3-8f55-4a1e-953a-9b9898b8876b"),
    /** What every member of a tenant has, assigned or not. */
    USER("User", "b79fbf4d-3ef9-4689-8143-76b194e85509");

    private final String displayName;
    private final String templateId;

    DirectoryRole(String displayName, String templateId) {
        this.displayName = displayName;
        this.templateId = templateId;
    }

    /** Finds the role that is assigned under a template ID, which {@link #USER} never is. */
    public static Optional<DirectoryRole> assignedAs(String templateId) {
        return Arrays.stream(values())
                .filter(role -> role != USER && role.templateId.equals(templateId))
                .findFirst();
    }

    /** As Entra's admin center shows it. */
    public String displayName() {
        return displayName;
    }

    /** What the {@code wids} claim of an access token lists. */
    public String templateId() {
        return templateId;
    }
}
