package org.deviceoffboarding.inventory;

import org.deviceoffboarding.base.DeviceNews;
import org.deviceoffboarding.removed.VerifiedChange;

/**
 * What a copy of the tenant says of a device was replaced by what the portal did to it and read back. Published in the
 * transaction that does so.
 *
 * @param runId whose copy it is: the inventory, or about to be
 */
public record DeviceCorrected(long runId, VerifiedChange change) implements DeviceNews {}
