/**
 * The words by which people tell devices apart, shared by everything that reads what people wrote: words and their places,
 * phrases, dates, and the criteria that come of them. Pure: it knows no database, no clock and, but for how people write
 * IDs, no other module.
 */
@ApplicationModule(
        displayName = "Language",
        allowedDependencies = {"base"})
@NullMarked
package org.deviceoffboarding.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
