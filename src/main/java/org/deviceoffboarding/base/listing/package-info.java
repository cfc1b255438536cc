/** How long lists are read page by page: in the order of an index, and counted no further than anybody looks. */
@NullMarked
package org.deviceoffboarding.base.listing;

import org.jspecify.annotations.NullMarked;
