package org.deviceoffboarding.base;

/**
 * An application event that open pages show at once, see {@link org.deviceoffboarding.base.ui.OpenPages}. It says that
 * something changed; pages read by themselves what it is now.
 */
public interface PageNews {}
