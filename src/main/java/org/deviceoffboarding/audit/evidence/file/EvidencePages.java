package org.deviceoffboarding.audit.evidence.file;

/** The pages of all formats. */
final class EvidencePages {

    private EvidencePages() {}

    /** Returns the page of a format. */
    static EvidencePage of(long format) {
        return format == 1 ? new FirstPage() : new SecondPage(format == 2 ? Html::escaped : Html::shown);
    }
}
