package org.deviceoffboarding.audit.evidence.file;

/** In which form evidence is written. Both hold the same JSON, and both can be checked. */
public enum EvidenceForm {
    /** A page for people, with the JSON in it. */
    HTML("text/html", ".html"),
    JSON("application/json", ".json");

    private final String contentType;
    private final String suffix;

    EvidenceForm(String contentType, String suffix) {
        this.contentType = contentType;
        this.suffix = suffix;
    }

    /** Returns what a browser takes it for. */
    public String contentType() {
        return contentType;
    }

    /** Returns the end of a file's name. */
    public String suffix() {
        return suffix;
    }
}
