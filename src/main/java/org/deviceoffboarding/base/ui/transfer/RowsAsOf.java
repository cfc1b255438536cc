package org.deviceoffboarding.base.ui.transfer;

import java.util.Locale;
import org.deviceoffboarding.base.ExportParts;

/** Of when the rows of a file are: what is and what isn't of one moment, for whoever is about to download it. */
public enum RowsAsOf {
    ONE_MOMENT("All rows are of one moment."),

    /** See {@link ExportParts}. */
    PARTS_IF_MANY(String.format(
            Locale.ENGLISH,
            "Up to %,d rows are of one moment. More are read part by part: each row is as it is when its part is read, and what"
                    + " comes or goes meanwhile may be in the file or not. No row comes twice.",
            ExportParts.USUAL.few())),

    /** Of a copy or a result, which a run replaces by another but doesn't change. */
    ONE_RUN(
            "The devices are those of the result that is shown, whatever run ends meanwhile. They are read part by part: what this"
                    + " portal does to a device meanwhile shows if its part is not read yet."),

    /** What is listed is settled; what is known of it is not. */
    SETTLED_ROWS(
            "The devices are those that are listed now. They are read part by part, and each row is as it is when its part is"
                    + " read.");

    private final String sentence;

    RowsAsOf(String sentence) {
        this.sentence = sentence;
    }

    /** Returns it for people. */
    public String sentence() {
        return sentence;
    }
}
