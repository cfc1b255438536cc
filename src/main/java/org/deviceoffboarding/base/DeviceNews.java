package org.deviceoffboarding.base;

/** News of what was done, or is going to be done, to single devices: lists of devices show other states from now on. */
public interface DeviceNews extends PageNews {}
