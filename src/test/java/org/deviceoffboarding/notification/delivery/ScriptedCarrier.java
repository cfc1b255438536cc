package org.deviceoffboarding.notification.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.deviceoffboarding.notification.StoredNotice;

/** Carries parcels as a test says, and keeps what it was given. */
final class ScriptedCarrier implements ParcelCarrier {

    private final DestinationKind kind;
    final List<Parcel> carried = Collections.synchronizedList(new ArrayList<>());
    final List<String> switchedOff = Collections.synchronizedList(new ArrayList<>());
    Function<StoredNotice, List<Consignment>> wanting = notice -> List.of();
    Function<Parcel, Carried> answer = parcel -> Carried.sent("Taken.");

    Instant quietUntil = Instant.EPOCH;

    ScriptedCarrier() {
        this(DestinationKind.WEBHOOK);
    }

    ScriptedCarrier(DestinationKind kind) {
        this.kind = kind;
    }

    @Override
    public DestinationKind kind() {
        return kind;
    }

    @Override
    public int atOnce() {
        return 100;
    }

    @Override
    public List<Consignment> wanted(List<StoredNotice> notices) {
        return notices.stream()
                .flatMap(notice -> wanting.apply(notice).stream())
                .toList();
    }

    @Override
    public Instant notBefore(String target, Instant now) {
        return now.isBefore(quietUntil) ? quietUntil : now;
    }

    @Override
    public Carried carry(Parcel parcel) {
        carried.add(parcel);
        return answer.apply(parcel);
    }

    @Override
    public void switchedOff(String target, String problem) {
        switchedOff.add(target + ": " + problem);
    }

    /** Returns the sentences that a destination was sent, each time. */
    List<String> sentTo(String target) {
        return List.copyOf(carried).stream()
                .filter(parcel -> parcel.target().equals(target))
                .flatMap(parcel -> parcel.notices().stream())
                .map(StoredNotice::sentence)
                .toList();
    }
}
