package org.deviceoffboarding.demotenant.graph;

import java.util.Arrays;
import java.util.Optional;

/** The directory roles that matter to devices, by the template IDs that are the same in every tenant. */
enum DirectoryRole {
    GLOBAL_ADMINISTRATOR("62e90394-69f5-4237-9190-012177145e10", "Global Administrator"),
    INTUNE_ADMINISTRATOR("3a2c62db-5318-420d-8d74-23affee5d9d5", "Intune Administrator"),
    CLOUD_DEVICE_ADMINISTRATOR("7698a772-787b-4ac8-901f-60d6b08affd2", "Cloud Device Administrator"),
    WINDOWS_365_ADMINISTRATOR("11451d60-acb2-45eb-a7d6-43d0f0125c13", "Windows 365 Administrator"),
    GLOBAL_READER("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader"),
    SECURITY_READER("5d6b6bb7-de71-4623-b4af-96380a352509", "Security Reader"),
    REPORTS_READER("4a5d8f65-41da-4de4-8968-e035b65339cf", "Reports Reader"),
    HELPDESK_ADMINISTRATOR("729827e3-9c14-49f7-bb1b-9608f156bbb8", "Helpdesk Administrator"),
    DIRECTORY_READERS("88d8e3e3-8f55-4a1e-953a-9b9898b8876b", "Directory Readers");

    private final String templateId;
    private final String displayName;

    DirectoryRole(String templateId, String displayName) {
        this.templateId = templateId;
        this.displayName = displayName;
    }

    String templateId() {
        return templateId;
    }

    String displayName() {
        return displayName;
    }

    static Optional<DirectoryRole> of(String templateId) {
        return Arrays.stream(values())
                .filter(role -> role.templateId.equals(templateId))
                .findFirst();
    }
}
