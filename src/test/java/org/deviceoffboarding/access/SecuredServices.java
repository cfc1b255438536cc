package org.deviceoffboarding.access;

import org.springframework.context.annotation.Import;

/** For tests with some of the modules: lets their services be called only by who may. */
@Import(CapabilityConfiguration.class)
public class SecuredServices {}
