package org.deviceoffboarding.evaluation.schedule;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * A line as in a crontab: minute, hour, day of the month, month, day of the week. In each numbers, ranges, lists, {@code *} and
 * steps; months and days of the week also by name. What else Spring's expressions know, and what cron programs disagree on, is
 * refused.
 */
final class CronLine {

    /** Less would be a run that hardly ever ends. */
    static final Duration CLOSEST = Duration.ofMinutes(15);

    /** More than a day's of the closest: what is too close shows among them. */
    private static final int LOOKED_AT = 200;

    private static final LocalDateTime FROM = LocalDate.of(2024, 1, 1).atStartOfDay();

    private static final int LONGEST = 200;

    private static final Pattern PART =
            Pattern.compile("(?:(?<all>\\*)|(?<from>\\w+)(?:-(?<to>\\w+))?)(?:/(?<step>\\d+))?");

    private static final List<Field> FIELDS = List.of(
            new Field("minute", 0, 59, List.of()),
            new Field("hour", 0, 23, List.of()),
            new Field("day of the month", 1, 31, List.of()),
            new Field(
                    "month",
                    1,
                    12,
                    List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
            new Field("day of the week", 0, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")));

    private CronLine() {}

    /**
     * One of the five.
     *
     * @param names of its values, beginning with its smallest; none where there are only numbers
     */
    private record Field(String name, int smallest, int largest, List<String> names) {}

    /**
     * Returns a line as it is kept: in capitals, with one space between two fields.
     *
     * @throws ScheduleRefusedException if it is none, never comes, or comes too often
     */
    static String checked(String typed) {
        String line = typed.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        List<String> fields = fields(line);
        for (int i = 0; i < FIELDS.size(); i++) {
            check(FIELDS.get(i), fields.get(i));
        }
        if (!fields.get(2).equals("*") && !fields.get(4).equals("*")) {
            throw refused("Give days of the month or days of the week, and * for the other: cron programs disagree on"
                    + " what both mean.");
        }
        requireUsable(expression(line));
        return line;
    }

    /** Returns what a line that was checked means; it starts at whole minutes. */
    static CronExpression expression(String line) {
        return CronExpression.parse("0 " + line);
    }

    private static List<String> fields(String line) {
        if (line.isEmpty()) {
            throw refused("Enter a cron line, such as 0 2 * * MON-FRI.");
        }
        if (line.length() > LONGEST) {
            throw refused("A cron line has at most " + LONGEST + " characters.");
        }
        if (line.startsWith("@")) {
            throw refused("Write the five fields out: short names such as @daily are not taken.");
        }
        List<String> fields = List.of(line.split(" "));
        if (fields.size() != FIELDS.size()) {
            throw refused(
                    "A cron line has five fields: minute, hour, day of the month, month, day of the week. This one has "
                            + fields.size() + "."
                            + (fields.size() > FIELDS.size() ? " Seconds and years can't be given." : ""));
        }
        return fields;
    }

    private static void check(Field field, String text) {
        for (String part : text.split(",", -1)) {
            Matcher parts = PART.matcher(part);
            if (!parts.matches()) {
                throw refused("“" + part + "” is no " + field.name()
                        + ". Numbers, ranges such as 1-5, lists such as 1,3, steps such as */2 and * are taken; L, W, # and ?"
                        + " are not.");
            }
            check(field, part, parts);
        }
    }

    private static void check(Field field, String part, Matcher parts) {
        String first = parts.group("from");
        String last = parts.group("to");
        String step = parts.group("step");
        if (step != null && first != null && last == null) {
            throw refused("“" + part + "” has a step without a range: write " + first + "-" + field.largest() + "/"
                    + step + ".");
        }
        if (step != null && (step.length() > 2 || Integer.parseInt(step) == 0)) {
            throw refused("“" + part + "” has a step that is not between 1 and 99.");
        }
        if (first != null) {
            int from = value(field, first);
            if (last != null && value(field, last) < from) {
                throw refused("“" + part + "” ends before it begins.");
            }
        }
    }

    private static int value(Field field, String text) {
        int named = field.names().indexOf(text);
        if (named >= 0) {
            return field.smallest() + named;
        }
        @Nullable Integer number = text.matches("\\d{1,4}") ? Integer.valueOf(text) : null;
        if (number == null || number < field.smallest() || number > field.largest()) {
            throw refused("“" + text + "” is no " + field.name() + ": it goes from " + field.smallest() + " to "
                    + field.largest() + ".");
        }
        return number;
    }

    private static void requireUsable(CronExpression expression) {
        LocalDateTime before = expression.next(FROM);
        if (before == null) {
            throw refused("This day never comes.");
        }
        for (int i = 0; i < LOOKED_AT; i++) {
            LocalDateTime next = expression.next(before);
            if (next == null) {
                return;
            }
            if (Duration.between(before, next).compareTo(CLOSEST) < 0) {
                throw refused("Runs must be at least " + CLOSEST.toMinutes() + " minutes apart.");
            }
            before = next;
        }
    }

    private static ScheduleRefusedException refused(String sentence) {
        return new ScheduleRefusedException("cron", sentence);
    }
}
