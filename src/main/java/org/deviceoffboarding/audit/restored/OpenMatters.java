package org.deviceoffboarding.audit.restored;

import java.util.List;

/**
 * What an owner has to look at in a feature before a restored database goes on. Declared as a bean by each feature that sends something
 * or protects somebody; beans with a lower {@link org.springframework.core.annotation.Order} stand higher.
 */
public interface OpenMatters {

    /** Returns what there is now, for the person signed in. */
    List<OpenMatter> now();
}
