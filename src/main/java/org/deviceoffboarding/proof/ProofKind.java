package org.deviceoffboarding.proof;

/** The ways in which the portal can prove that it is its app registration. */
public enum ProofKind {
    CLIENT_SECRET("a client secret", "PORTAL_TENANT_CLIENT_SECRET"),
    CERTIFICATE("a certificate", "PORTAL_TENANT_CERTIFICATE_FILE"),
    FEDERATED_TOKEN("a federated token", "PORTAL_TENANT_FEDERATED_TOKEN_FILE");

    private final String words;
    private final String setting;

    ProofKind(String words, String setting) {
        this.words = words;
        this.setting = setting;
    }

    /** Returns what it is called within a sentence. */
    public String words() {
        return words;
    }

    /** Returns the environment variable that it is set by. */
    public String setting() {
        return setting;
    }
}
