package org.deviceoffboarding.base.ui.transfer;

import java.io.IOException;

/**
 * A download that cannot be written to its end. Nobody answers it: the connection is cut, and the browser shows a download that
 * failed. It has no cause, since what knows the cause would answer in the middle of the file.
 */
final class CutOffException extends IOException {

    CutOffException(String message) {
        super(message);
    }
}
