package org.deviceoffboarding.access.answer;

import java.io.IOException;

/** More of a request was read than it may have. */
class RequestTooLargeException extends IOException {

    RequestTooLargeException(long most) {
        super("A request has more than the " + most + " bytes that it may have");
    }
}
