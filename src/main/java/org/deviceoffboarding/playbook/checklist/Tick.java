package org.deviceoffboarding.playbook.checklist;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;

/** That someone said that a step is done. */
public record Tick(Instant at, Actor by) {}
