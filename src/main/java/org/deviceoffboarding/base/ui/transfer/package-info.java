/** Files that are taken away from a page or brought to it: whole lists as CSV and as workbooks, part by part. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.base.ui.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
