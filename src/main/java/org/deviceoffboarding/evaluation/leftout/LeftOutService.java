package org.deviceoffboarding.evaluation.leftout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.listing.RowCount;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.judging.LeftOutReason;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;

/** Shows which devices runs left out, and why. */
@Service
@May(Capability.READ)
public class LeftOutService {

    private final LeftOutRepository leftOut;
    private final RunService runs;

    LeftOutService(LeftOutRepository leftOut, RunService runs) {
        this.leftOut = leftOut;
        this.runs = runs;
    }

    /**
     * Returns devices that a run left out, sorted as the page asks ({@code name}, {@code platform}, {@code reason},
     * {@code situation}), else by reason and name.
     */
    public List<LeftOutDevice> find(long runId, LeftOutFilter filter, Pageable page) {
        return leftOut.find(runId, filter, page);
    }

    /** Returns how many devices that a run left out match. */
    public long count(long runId, LeftOutFilter filter) {
        return leftOut.count(runId, filter);
    }

    /** Returns how many devices that a run left out match, or about how many where they are more than anybody looks through. */
    public RowCount roughly(long runId, LeftOutFilter filter) {
        return leftOut.roughly(runId, filter);
    }

    /** Returns how many devices a run left out, by reason; reasons that kept none are missing. */
    public Map<LeftOutReason, Long> countByReason(long runId) {
        return leftOut.countByReason(runId);
    }

    /** Returns why a run left one device out, if it did. */
    public Optional<LeftOutDevice> get(long runId, UUID objectId) {
        return leftOut.get(runId, objectId);
    }

    /**
     * Returns the first part of the devices that a run left out, to take them away whole: sorted as {@link #find}
     * says or, if they are many, by object ID.
     *
     * @throws org.deviceoffboarding.base.ListGoneException if the run's result is no longer kept
     */
    public ExportPage<LeftOutFilter, LeftOutDevice> export(long runId, LeftOutFilter filter, Sort sort) {
        runs.requireKept(runId);
        return leftOut.export(runId, filter, sort);
    }

    /**
     * Returns the part that follows another one.
     *
     * @throws org.deviceoffboarding.base.ListGoneException if the run's result is no longer kept
     */
    public ExportPage<LeftOutFilter, LeftOutDevice> export(ExportPage<LeftOutFilter, LeftOutDevice> before) {
        runs.requireKept(before.last().runId());
        return leftOut.export(before);
    }
}
