package org.deviceoffboarding.base.listing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order of rows {@code e} by one column and, where that is the same, by others in the same direction: as an index has them.
 * Rows without a value come last in both directions.
 *
 * @param column may be null where {@code blanks}
 * @param ties never null, the last of them unique
 * @param bound a condition that rows with a value meet and that bounds the column, so that an index is read from there on; or empty
 */
public record RowOrder(String column, boolean blanks, List<String> ties, boolean ascending, String bound) {

    public RowOrder {
        ties = List.copyOf(ties);
    }

    public RowOrder(String column, boolean blanks, List<String> ties, boolean ascending) {
        this(column, blanks, ties, ascending, "");
    }

    /** Returns the order backwards; rows without a value come last there, too. */
    RowOrder reversed() {
        return new RowOrder(column, blanks, ties, !ascending, bound);
    }

    /** Returns all columns, each once. */
    public String columns() {
        return all().stream().map(each -> "e." + each).collect(Collectors.joining(", "));
    }

    /** Returns whether an index read in this direction has rows without a value where they are wanted. */
    public boolean isAsInIndex(boolean blanksFirst) {
        return !blanks || ascending != blanksFirst;
    }

    /** Returns the condition on rows with a value, with a space in front. */
    public String known() {
        return " and e." + column + " is not null" + (bound.isEmpty() ? "" : " and " + bound);
    }

    /** Returns the condition on rows without a value, with a space in front. */
    public String blank() {
        return " and e." + column + " is null";
    }

    /** Returns the {@code order by} clause, with a space in front; rows without a value are where the index has them. */
    public String clause() {
        return clause("");
    }

    /** Returns the same with rows without a value last. */
    public String clauseWithBlanksLast() {
        return clause(blanks ? " nulls last" : "");
    }

    private String clause(String ofBlanks) {
        String direction = ascending ? " asc" : " desc";
        return all().stream()
                .map(each -> "e." + each + direction + (each.equals(column) ? ofBlanks : ""))
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    /** Returns the names of all columns, each once. */
    public Set<String> all() {
        Set<String> all = new LinkedHashSet<>();
        all.add(column);
        all.addAll(ties);
        return all;
    }
}
