package org.deviceoffboarding.ask.ui;

import java.time.Clock;
import org.deviceoffboarding.inventory.ui.DeviceTables;
import org.springframework.stereotype.Component;

/** What answers are put together with. */
@Component
record AnswerParts(AnswerActions actions, DeviceTables lists, Clock clock) {}
