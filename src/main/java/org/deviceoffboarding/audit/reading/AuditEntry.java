package org.deviceoffboarding.audit.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log.
 *
 * @param id tells it from all others, also while it is not sealed; counts in the order of storing, with gaps
 * @param number counts from 1 without gaps, in the order of sealing; null until it is sealed
 * @param actor as it was called at the time
 * @param action see {@link org.deviceoffboarding.audit.AuditableAction#action()}
 * @param subject see {@link org.deviceoffboarding.audit.AuditableAction#subject()}; may be empty
 * @param summary see {@link org.deviceoffboarding.audit.AuditableAction#summary()}
 * @param details see {@link AuditDetails#values()}
 * @param devices the first {@link #DEVICES} that it concerns, in the order of their object IDs
 * @param moreDevices whether it concerns more than these
 * @param format of its canonical content
 */
public record AuditEntry(
        long id,
        @Nullable Long number,
        Instant at,
        Actor actor,
        String action,
        AuditResult result,
        String subject,
        String summary,
        Map<String, @Nullable Object> details,
        List<AuditedDevice> devices,
        boolean moreDevices,
        int format) {

    /** So many devices come with an entry; others are asked for one after the other. */
    public static final int DEVICES = 100;

    /** Returns where it stands. */
    public AuditPlace place() {
        return new AuditPlace(at, id);
    }

    /** Returns what its page is found by: the number, or the ID as long as it has none. */
    public String key() {
        return number == null ? "id-" + id : number.toString();
    }
}
