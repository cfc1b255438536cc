package org.deviceoffboarding.access;

import java.util.Set;

/** Where the pages beside the portal's own are, within the portal. */
class PlainPaths {

    static final String SIGNED_OUT = "/signed-out";
    static final String PROBLEM = "/sign-in-problem";
    static final String SESSION_ENDED = "/session-ended";
    static final String PAGE_ENDED = "/page-ended";

    private static final Set<String> ALL = Set.of(SIGNED_OUT, PROBLEM, SESSION_ENDED, PAGE_ENDED);

    private PlainPaths() {}

    static boolean contains(String path) {
        return ALL.contains(path);
    }
}
