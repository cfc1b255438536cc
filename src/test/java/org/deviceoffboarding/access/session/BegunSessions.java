package org.deviceoffboarding.access.session;

import java.time.Clock;

/** For tests of other packages that sign somebody in without the whole application. */
public final class BegunSessions {

    private BegunSessions() {}

    /** Returns one that knows of no session. */
    public static BegunSession none() {
        return new BegunSession(new LocalSessions(new SessionWindows(), Clock.systemUTC()));
    }
}
