package org.deviceoffboarding.evaluation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.deviceoffboarding.judging.ADevice;

/** A clock that goes on only when a test says so. */
class SteppingClock extends Clock {

    private volatile Instant now = ADevice.NOW;

    void goOn(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
