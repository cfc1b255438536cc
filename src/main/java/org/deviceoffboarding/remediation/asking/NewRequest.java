package org.deviceoffboarding.remediation.asking;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.remediation.request.Action;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for.
 *
 * @param objectIds of the devices, as the {@link Preview} that the person saw named them
 * @param reason why; refused if blank, or longer than 500 characters
 * @param source where the devices were picked, for people; never blank
 * @param suggestionId the suggestion that all of them are in; null if there is none
 * @param acknowledgedFinal how many devices the person said would be gone for good; refused if that is not so
 * @param seenToWait whether the person saw that someone else would have to approve it; where nobody would by now, it is refused
 *     rather than carried out at once
 * @param result the run whose result the person saw, 0 before the first; where another one counts by now, what takes devices
 *     away is refused
 */
public record NewRequest(
        Action action,
        List<UUID> objectIds,
        String reason,
        String source,
        @Nullable Long suggestionId,
        int acknowledgedFinal,
        boolean seenToWait,
        long result) {

    public NewRequest {
        objectIds = List.copyOf(objectIds);
    }
}
