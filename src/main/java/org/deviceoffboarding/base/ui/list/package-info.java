/** What all lists have in common: filters, saved views, columns to choose, how many rows there are. */
@NullMarked
package org.deviceoffboarding.base.ui.list;

import org.jspecify.annotations.NullMarked;
