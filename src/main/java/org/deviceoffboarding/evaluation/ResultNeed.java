package org.deviceoffboarding.evaluation;

import java.util.Set;

/** Work that goes by the results of earlier runs until it has ended: those are kept until then, however old. */
public interface ResultNeed {

    /** Returns the runs whose results are needed. */
    Set<Long> runs();
}
