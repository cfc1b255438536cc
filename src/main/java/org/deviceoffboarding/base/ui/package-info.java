/** What pages are made of, the wording of notices, and the places where features add to a page of another's. */
@NamedInterface("ui")
@NullMarked
package org.deviceoffboarding.base.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
