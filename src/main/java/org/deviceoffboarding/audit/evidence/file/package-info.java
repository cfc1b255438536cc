/**
 * The file that proves entries to whoever has neither portal nor database: how it is written, for people and as JSON, and how it is
 * checked. Pure: it is used before the portal starts, too.
 */
@NamedInterface("evidence-file")
@NullMarked
package org.deviceoffboarding.audit.evidence.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
