package org.deviceoffboarding.demotenant.graph.odata;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition on rows, as {@code $filter} states it. */
public sealed interface Filter {

    /** Returns whether a row fulfils it. */
    <T> boolean matches(T row, Schema<T> schema);

    /** Returns all that it asks of properties. */
    List<Comparison> comparisons();

    /** Returns the only values that a property can have in rows that match; null if it can have any. */
    @Nullable
    Set<String> valuesOf(String property);

    /** Both have to hold. */
    record And(Filter left, Filter right) implements Filter {
        @Override
        public <T> boolean matches(T row, Schema<T> schema) {
            return left.matches(row, schema) && right.matches(row, schema);
        }

        @Override
        public List<Comparison> comparisons() {
            return concat(left, right);
        }

        @Override
        public @Nullable Set<String> valuesOf(String property) {
            var values = left.valuesOf(property);
            return values == null ? right.valuesOf(property) : values;
        }
    }

    /** One has to hold. */
    record Or(Filter left, Filter right) implements Filter {
        @Override
        public <T> boolean matches(T row, Schema<T> schema) {
            return left.matches(row, schema) || right.matches(row, schema);
        }

        @Override
        public List<Comparison> comparisons() {
            return concat(left, right);
        }

        @Override
        public @Nullable Set<String> valuesOf(String property) {
            var some = left.valuesOf(property);
            var others = right.valuesOf(property);
            if (some == null || others == null) {
                return null;
            }
            var all = new HashSet<>(some);
            all.addAll(others);
            return all;
        }
    }

    /** It must not hold. */
    record Not(Filter inner) implements Filter {
        @Override
        public <T> boolean matches(T row, Schema<T> schema) {
            return !inner.matches(row, schema);
        }

        @Override
        public List<Comparison> comparisons() {
            return inner.comparisons();
        }

        @Override
        public @Nullable Set<String> valuesOf(String property) {
            return null;
        }
    }

    /**
     * A property compared with one value, or with several.
     *
     * @param values texts, booleans, numbers, times or the null literal, which is written as null
     */
    record Comparison(String property, Operator operator, List<@Nullable Object> values) implements Filter {
        @Override
        public <T> boolean matches(T row, Schema<T> schema) {
            var known = schema.find(property);
            var actual = known == null ? null : known.value().of(row);
            return values.stream().anyMatch(value -> holds(actual, value, schema.caseSensitive()));
        }

        private boolean holds(@Nullable Object actual, @Nullable Object wanted, boolean caseSensitive) {
            if (actual == null || wanted == null) {
                return switch (operator) {
                    case EQ, IN -> actual == wanted;
                    case NE -> actual != wanted;
                    default -> false;
                };
            }
            if (actual instanceof String text) {
                return textHolds(fold(text, caseSensitive), fold(String.valueOf(wanted), caseSensitive));
            }
            return orderHolds(compare(actual, wanted));
        }

        private static String fold(String text, boolean caseSensitive) {
            return caseSensitive ? text : text.toLowerCase(Locale.ROOT);
        }

        private boolean textHolds(String actual, String wanted) {
            return switch (operator) {
                case STARTSWITH -> actual.startsWith(wanted);
                case ENDSWITH -> actual.endsWith(wanted);
                case CONTAINS -> actual.contains(wanted);
                default -> orderHolds(actual.compareTo(wanted));
            };
        }

        private boolean orderHolds(int order) {
            return switch (operator) {
                case EQ, IN -> order == 0;
                case NE -> order != 0;
                case GT -> order > 0;
                case GE -> order >= 0;
                case LT -> order < 0;
                case LE -> order <= 0;
                case STARTSWITH, ENDSWITH, CONTAINS -> false;
            };
        }

        private static int compare(Object actual, Object wanted) {
            if (actual instanceof Instant time && wanted instanceof Instant other) {
                return time.compareTo(other);
            }
            return actual.toString().compareTo(wanted.toString());
        }

        @Override
        public List<Comparison> comparisons() {
            return List.of(this);
        }

        @Override
        public @Nullable Set<String> valuesOf(String name) {
            if (!property.equalsIgnoreCase(name) || (operator != Operator.EQ && operator != Operator.IN)) {
                return null;
            }
            var texts = new HashSet<String>();
            values.forEach(value -> texts.add(String.valueOf(value)));
            return texts;
        }
    }

    private static List<Comparison> concat(Filter left, Filter right) {
        return java.util.stream.Stream.concat(left.comparisons().stream(), right.comparisons().stream())
                .toList();
    }
}
