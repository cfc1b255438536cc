/**
 * Filters as administrators write them, of PowerShell, OData, the query language of Azure Monitor, and in pairs of a property and its
 * value: a small language of its own, which stands in {@code filters.ebnf} among the resources of this package. A filter is exact: where a
 * part of it is not understood there is no question, since without it the others would fit other devices.
 */
@NullMarked
package org.deviceoffboarding.ask.language.filter;

import org.jspecify.annotations.NullMarked;
