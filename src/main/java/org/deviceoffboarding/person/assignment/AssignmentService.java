package org.deviceoffboarding.person.assignment;

import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says how current the assignments of roles are, and reads them again. */
@Service
@May(Capability.SEE_PEOPLE)
public class AssignmentService {

    private final AssignmentRepository assignments;
    private final AssignmentWatch watch;

    AssignmentService(AssignmentRepository assignments, AssignmentWatch watch) {
        this.assignments = assignments;
        this.watch = watch;
    }

    /** Returns how current they are; nothing before the first attempt. */
    @Transactional(readOnly = true)
    public Optional<AssignmentReading> latest() {
        return assignments.latest();
    }

    /** Reads them now. A failure is part of what {@link #latest()} returns. */
    public void readNow() {
        watch.look();
    }
}
