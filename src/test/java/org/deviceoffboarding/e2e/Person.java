package org.deviceoffboarding.e2e;

/** The people of the demo tenant, by the app role each of them has. */
enum Person {
    OWNER("Olivia Berg", "owner"),
    SECOND_OWNER("Nora Haugen", "deputy"),
    OPERATOR("Otto Lindqvist", "operator"),
    APPROVER("Amara Okafor", "approver"),
    AUDITOR("Arne Fischer", "auditor"),
    READER("Rosa Martín", "reader"),
    NO_ROLE("Gus Novak", "guest");

    private final String displayName;
    private final String account;

    Person(String displayName, String account) {
        this.displayName = displayName;
        this.account = account;
    }

    String displayName() {
        return displayName;
    }

    String userPrincipalName() {
        return account + "@contoso.example";
    }
}
