package org.deviceoffboarding.task;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.deviceoffboarding.base.TextLimits;
import org.jspecify.annotations.Nullable;

/**
 * What people write about a task.
 *
 * @param title never blank
 * @param dueOn the last day for it, in UTC; null for none
 * @param note may be empty
 * @param ticket its number in another system; null for none
 */
public record TaskDetails(
        String title,
        TaskPriority priority,
        @Nullable LocalDate dueOn,
        String note,
        @Nullable String ticket) {

    /** The longest title. */
    public static final int LONGEST_TITLE = 200;

    /** The longest number of a ticket. */
    public static final int LONGEST_TICKET = 64;

    private static final Pattern TICKET =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/#-]{0," + (LONGEST_TICKET - 1) + "}");

    /** Returns the same with another last day. */
    public TaskDetails due(@Nullable LocalDate day) {
        return new TaskDetails(title, priority, day, note, ticket);
    }

    /**
     * Returns the same without spaces around it.
     *
     * @throws TaskRefusedException if something is missing, too long, or no ticket's number
     */
    public TaskDetails checked() {
        String name = title.strip();
        String text = note.strip();
        String number = ticket == null || ticket.isBlank() ? null : ticket.strip();
        if (name.isEmpty()) {
            throw new TaskRefusedException("Say in a few words what is to be done.", TaskRefusedException.TITLE);
        }
        limit(name, LONGEST_TITLE, TaskRefusedException.TITLE);
        limit(text, TextLimits.NOTE, TaskRefusedException.NOTE);
        if (number != null && !TICKET.matcher(number).matches()) {
            throw new TaskRefusedException(
                    "This is no ticket's number: letters, digits and . _ / # - only, at most " + LONGEST_TICKET
                            + " of them, such as INC0012345.",
                    TaskRefusedException.TICKET);
        }
        return new TaskDetails(name, priority, dueOn, text, number);
    }

    private static void limit(String text, int longest, String field) {
        if (text.length() > longest) {
            throw new TaskRefusedException(
                    "This has " + text.length() + " characters; at most " + longest + " are kept. Shorten it.", field);
        }
    }
}
