package org.deviceoffboarding.exception.register;

import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Progress;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes exceptions once the person has looked at what they leave out: a pattern too wide would silently take everything. */
@Service
@May(Capability.MAKE_EXCEPTIONS)
public class ReviewedExceptionService {

    private final ExceptionService exceptions;
    private final ExceptionReaches reaches;

    ReviewedExceptionService(ExceptionService exceptions, ExceptionReaches reaches) {
        this.exceptions = exceptions;
        this.reaches = reaches;
    }

    /** Returns which of the devices that are flagged now exceptions for these targets would leave out together. */
    public ExceptionReach reach(List<ExceptionTarget> targets) {
        return reach(targets, Progress.UNSEEN);
    }

    /** As {@link #reach(List)}, where many devices are looked at. */
    public ExceptionReach reach(List<ExceptionTarget> targets, Progress progress) {
        return reaches.of(targets, progress);
    }

    /** Returns how many devices are looked at to tell the {@link #reach}. */
    public long looksAt(List<ExceptionTarget> targets) {
        return reaches.looksAt(targets);
    }

    /**
     * Makes exceptions as {@link ExceptionService#add}.
     *
     * @param seen what the person looked at
     * @throws ExceptionReachChangedException if they leave out other devices by now
     */
    @Transactional
    public List<DeviceException> add(List<NewException> wanted, ExceptionReach seen, Progress progress) {
        requireSeen(wanted, seen, progress);
        return exceptions.add(wanted);
    }

    /**
     * Makes exceptions as {@link ExceptionService#importAll}.
     *
     * @param seen what the person looked at
     * @throws ExceptionReachChangedException if they leave out other devices by now
     */
    @Transactional
    public List<DeviceException> importAll(
            String fileName, List<NewException> wanted, ExceptionReach seen, Progress progress) {
        requireSeen(wanted, seen, progress);
        return exceptions.importAll(fileName, wanted);
    }

    private void requireSeen(List<NewException> wanted, ExceptionReach seen, Progress progress) {
        ExceptionReach now =
                reaches.of(wanted.stream().map(NewException::target).toList(), progress);
        if (!now.showsTheSameAs(seen)) {
            throw new ExceptionReachChangedException(seen, now);
        }
    }
}
