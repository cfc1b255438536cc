package org.deviceoffboarding.safeguard;

import org.deviceoffboarding.base.PageNews;

/** Something is to be loosened, or no longer is, or a person need not be told of it any more. Published in the transaction that makes it so. */
public record LooseningsChanged() implements PageNews {}
