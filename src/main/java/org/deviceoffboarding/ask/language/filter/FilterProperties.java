package org.deviceoffboarding.ask.language.filter;

import java.util.Locale;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.vocabulary.DeviceProperties;
import org.deviceoffboarding.ask.language.vocabulary.PromptWords;
import org.deviceoffboarding.language.ConditionType;
import org.jspecify.annotations.Nullable;

/** Reads names of properties: those of programs, and those of the fields that lists are sorted by. */
final class FilterProperties {

    private static final int LONGEST = 4;

    /** "$_.", "$device.": the device that is looked at. */
    private static final Pattern DEVICE = Pattern.compile("\\$\\w*\\.");

    private FilterProperties() {}

    /** Reads the longest name and moves behind it; null, at the same place, where none stands. */
    static @Nullable ConditionType read(FilterCursor cursor) {
        for (int words = LONGEST; words > 0; words--) {
            ConditionType type = named(cursor, words);
            if (type != null) {
                cursor.reset(cursor.mark() + words);
                return type;
            }
        }
        return null;
    }

    private static @Nullable ConditionType named(FilterCursor cursor, int words) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < words; i++) {
            FilterToken token = cursor.ahead(i);
            if (token == null || !token.isWord()) {
                return null;
            }
            name.append(i == 0 ? "" : " ").append(token.text());
        }
        return type(name.toString());
    }

    /** Returns what a name stands for, or null. */
    static @Nullable ConditionType type(String written) {
        String name = DEVICE.matcher(written).lookingAt() ? written.substring(written.indexOf('.') + 1) : written;
        ConditionType property = DeviceProperties.type(name);
        return property != null
                ? property
                : PromptWords.FIELDS.meaning(
                        name.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' '));
    }
}
