package org.deviceoffboarding.exception.register;

import java.util.Locale;

/** Exceptions would leave out other devices than those that the person looked at; nothing was stored. */
public class ExceptionReachChangedException extends ExceptionRefusedException {

    private final transient ExceptionReach now;

    ExceptionReachChangedException(ExceptionReach seen, ExceptionReach now) {
        super(String.format(
                Locale.ENGLISH,
                "Nothing was stored: what it leaves out has changed since you looked. It was %,d of %,d flagged devices, and is %,d of %,d now. Look at the list again.",
                seen.devices().size(),
                seen.flagged(),
                now.devices().size(),
                now.flagged()));
        this.now = now;
    }

    /** Returns what they leave out now. */
    public ExceptionReach now() {
        return now;
    }
}
