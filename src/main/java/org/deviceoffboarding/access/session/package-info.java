/** Sessions of people who are signed in: rows that any portal on the database can end, and roles that are read again. */
@NullMarked
package org.deviceoffboarding.access.session;

import org.jspecify.annotations.NullMarked;
