package org.deviceoffboarding.task;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Sql;

/** Texts of several lines as they are stored. */
public final class TaskTexts {

    private TaskTexts() {}

    /** Returns a text of several lines in one, for the audit log. */
    public static String oneLine(String text) {
        return text.replaceAll("\\R+", " ");
    }

    /** Returns a text without control characters, as {@link Sql#text}, except that its lines stay lines. */
    public static String lines(String text) {
        return Arrays.stream(text.split("\\R", -1)).map(Sql::text).collect(Collectors.joining("\n"));
    }
}
