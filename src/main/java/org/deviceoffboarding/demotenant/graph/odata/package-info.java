/** The language that the demo tenant's Graph is spoken to in: requests, queries, pages and refusals as OData has them. */
@NullMarked
package org.deviceoffboarding.demotenant.graph.odata;

import org.jspecify.annotations.NullMarked;
