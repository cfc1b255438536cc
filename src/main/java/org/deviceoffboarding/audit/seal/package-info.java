/** The sealer: numbers what is committed, grows the tree, signs it, and copies what it signed out of the database. */
@NullMarked
package org.deviceoffboarding.audit.seal;

import org.jspecify.annotations.NullMarked;
