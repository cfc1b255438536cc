package org.deviceoffboarding.exception.register;

import java.time.Clock;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.May;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the register of exceptions be taken away whole, part by part. */
@Service
@May(Capability.READ)
@Transactional(readOnly = true)
public class ExceptionExports {

    private final ExceptionRepository exceptions;
    private final Clock clock;

    ExceptionExports(ExceptionRepository exceptions, Clock clock) {
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /**
     * Returns the first part of the exceptions that match: sorted as {@link ExceptionService#find} says or, if they are many, the
     * newest first.
     */
    public ExportPage<ExceptionFilter, DeviceException> all(ExceptionFilter filter, Sort sort) {
        return exceptions.export(filter, sort, clock.instant());
    }

    /** Returns the part that follows another one. */
    public ExportPage<ExceptionFilter, DeviceException> all(ExportPage<ExceptionFilter, DeviceException> before) {
        return exceptions.export(before, clock.instant());
    }
}
