package org.deviceoffboarding.demotenant.graph.faults;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.coyote.CloseNowException;

/**
 * Lets the first bytes of an answer through, and then fails, upon which the server cuts the connection. Fails at the end of
 * an answer that has no more bytes.
 */
final class CutOutputStream extends OutputStream {

    private final HttpServletResponse response;
    private final OutputStream target;
    private int left;

    CutOutputStream(HttpServletResponse response, int bytes) throws IOException {
        this.response = response;
        this.target = response.getOutputStream();
        this.left = bytes;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        target.write(bytes, offset, Math.min(left, length));
        left -= Math.min(left, length);
        if (left == 0) {
            cut();
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private void cut() throws IOException {
        response.flushBuffer();
        throw new CloseNowException("The demo tenant cuts this connection on purpose");
    }
}
