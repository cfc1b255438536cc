package org.deviceoffboarding.audit.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the database knows of verifications. Only what a key of this log signed speaks for the log; what does not may speak against it.
 *
 * @param latest the newest that is signed; where none is, the newest of all
 * @param misfit the newest of those that found something since everything was verified and good; one that is signed before all others
 * @param settled the newest that is signed and found something, if everything was verified and good since
 * @param good the newest that is signed, of all entries, and found nothing
 * @param unsigned when the newest ended that is not signed, if it is newer than all that are
 */
record KnownVerifications(
        Optional<LogVerification> latest,
        Optional<LogVerification> misfit,
        Optional<LogVerification> settled,
        Optional<LogVerification> good,
        Optional<Instant> unsigned) {

    /** Returns whether there are some, and none that a key of this log signed. */
    boolean isUnsignedOnly() {
        return latest.filter(each -> !each.signed()).isPresent();
    }

    /** @param all the newest first */
    static KnownVerifications of(List<LogVerification> all) {
        Optional<LogVerification> signed =
                all.stream().filter(LogVerification::signed).findFirst();
        Optional<LogVerification> newestGood = all.stream()
                .filter(each -> each.signed() && each.isWhole() && each.isGood())
                .findFirst();
        Instant good = newestGood.map(LogVerification::endedAt).orElse(Instant.MIN);
        return new KnownVerifications(
                signed.or(() -> all.stream().findFirst()),
                Stream.concat(
                                all.stream().filter(LogVerification::signed),
                                all.stream().filter(each -> !each.signed()))
                        .filter(each -> !each.isGood() && each.endedAt().isAfter(good))
                        .findFirst(),
                all.stream()
                        .filter(each -> each.signed()
                                && !each.isGood()
                                && !each.endedAt().isAfter(good))
                        .findFirst(),
                newestGood,
                all.stream().findFirst().filter(each -> !each.signed()).map(LogVerification::endedAt));
    }
}
