/** What many open pages cost the portal, and how fast it answers them while a run goes on: each speaks to it as a browser's page does. */
@NullMarked
package org.deviceoffboarding.bench.open;

import org.jspecify.annotations.NullMarked;
