/** What takes longer than a person waits for: done beside the page, with a bar. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.base.ui.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
