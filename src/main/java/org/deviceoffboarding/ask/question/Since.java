package org.deviceoffboarding.ask.question;

import org.deviceoffboarding.language.TimePoint;

/** What the devices of today are compared with. */
public sealed interface Since {

    /** Those of the run before the newest one. */
    record PreviousRun() implements Since {}

    /** Those of a time. */
    record On(TimePoint moment) implements Since {}
}
