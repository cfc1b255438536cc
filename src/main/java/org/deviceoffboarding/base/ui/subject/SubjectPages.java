package org.deviceoffboarding.base.ui.subject;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Where a feature shows the things of one kind. Declared as a bean. */
@FunctionalInterface
public interface SubjectPages {

    /**
     * Returns the page of a thing, which need not be there any more; nothing where it is of another kind.
     *
     * @param kind such as {@code run}
     * @param id such as {@code 14}; empty where there is one of the kind
     */
    Optional<SubjectPage> page(String kind, String id);

    /** Returns the pages of things that are told apart by numbers. */
    static SubjectPages numbered(String kind, LongFunction<SubjectPage> page) {
        return (asked, id) -> asked.equals(kind) && id.matches("[1-9]\\d{0,17}")
                ? Optional.of(page.apply(Long.parseLong(id)))
                : Optional.empty();
    }

    /** Returns the pages of things that are told apart by something else, if at all. */
    static SubjectPages named(String kind, Function<String, Optional<SubjectPage>> page) {
        return (asked, id) -> asked.equals(kind) ? page.apply(id) : Optional.empty();
    }

    /** Returns the one page that all things of a kind stand on. */
    static SubjectPages all(String kind, SubjectPage page) {
        return named(kind, id -> Optional.of(page));
    }
}
