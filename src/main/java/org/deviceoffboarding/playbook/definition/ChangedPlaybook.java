package org.deviceoffboarding.playbook.definition;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Actor;

/** @param steps as an owner wrote and ordered them; since then the portal may have got new ones, or lost some */
record ChangedPlaybook(Playbook.Key key, long version, Instant changedAt, Actor changedBy, List<StepEdit> steps) {}
