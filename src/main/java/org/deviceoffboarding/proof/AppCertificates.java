package org.deviceoffboarding.proof;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The certificates of one key that a file holds: one that was renewed may stand beside the former, also before it is valid.
 *
 * @param all one or more
 */
record AppCertificates(List<AppCertificate> all) {

    AppCertificates {
        all = List.copyOf(all);
    }

    /**
     * Returns the one that counts at a time: of those that are valid the one that ends last; where none is, the next one to be, or else the
     * last one that was.
     */
    AppCertificate at(Instant now) {
        Comparator<AppCertificate> byEnd = Comparator.comparing(AppCertificate::validUntil);
        return only(each -> each.isGood(now))
                .max(byEnd)
                .or(() -> only(each -> each.isEarly(now)).min(Comparator.comparing(AppCertificate::validFrom)))
                .or(() -> all.stream().max(byEnd))
                .orElseThrow();
    }

    private Stream<AppCertificate> only(Predicate<AppCertificate> wanted) {
        return all.stream().filter(wanted);
    }
}
