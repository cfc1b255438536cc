package org.deviceoffboarding.notification.delivery;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.notification.StoredNotice;

/** A way by which parcels leave the portal. Declared as a bean. */
public interface ParcelCarrier {

    /** Returns what it brings parcels to. */
    DestinationKind kind();

    /** Returns how many destinations it serves at once. */
    int atOnce();

    /** Returns which destinations are to be sent which of some notices. Called in the transaction that queues them. */
    List<Consignment> wanted(List<StoredNotice> notices);

    /** Returns a time before which a destination is to be left in peace, though something is due: what was away may be back at night. */
    default Instant notBefore(String target, Instant now) {
        return now;
    }

    /**
     * Sends a parcel, on a thread of its own, with no transaction open. It may have been sent before by a portal that was killed
     * before it could note that.
     *
     * @return what became of it; also where it is not to be sent any more
     * @throws CarryingFailedException if it could not be sent now
     */
    Carried carry(Parcel parcel);

    /** Tells whom it concerns that a destination was switched off. Called in the transaction that does so. */
    void switchedOff(String target, String problem);
}
