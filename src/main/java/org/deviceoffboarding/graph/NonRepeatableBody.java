package org.deviceoffboarding.graph;

import java.io.ByteArrayInputStream;

/**
 * A body that is sent once. The HTTP client repeats requests by itself (503 with {@code Retry-After: 0}, 408, another
 * address of the host after a broken connection), and so does the SDK (401 with claims), unless a body cannot be rewound:
 * a batch of changes would be made twice.
 */
final class NonRepeatableBody extends ByteArrayInputStream {

    NonRepeatableBody(byte[] body) {
        super(body);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
