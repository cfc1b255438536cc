/** How fast pages answer over a large inventory: in the server, in the database with each query's plan, and in a browser. */
@NullMarked
package org.deviceoffboarding.bench.pages;

import org.jspecify.annotations.NullMarked;
