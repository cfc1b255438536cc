package org.deviceoffboarding.access.answer;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body ends with a fault once more of it is read than it may have. */
class LimitedRequest extends HttpServletRequestWrapper {

    private final long most;
    private @Nullable Body body;
    private @Nullable BufferedReader reader;
    private boolean exceeded;

    LimitedRequest(HttpServletRequest request, long most) {
        super(request);
        this.most = most;
    }

    boolean isExceeded() {
        return exceeded;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Body(super.getInputStream());
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (reader == null) {
            String named = getCharacterEncoding();
            reader = new BufferedReader(new InputStreamReader(
                    getInputStream(), named == null ? StandardCharsets.UTF_8 : Charset.forName(named)));
        }
        return reader;
    }

    private class Body extends ServletInputStream {

        private final ServletInputStream whole;
        private long read;

        Body(ServletInputStream whole) {
            this.whole = whole;
        }

        @Override
        public int read() throws IOException {
            int next = whole.read();
            return (int) counted(next < 0 ? -1 : 1) < 0 ? -1 : next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return (int) counted(whole.read(into, from, length));
        }

        private long counted(long more) throws RequestTooLargeException {
            read += Math.max(0, more);
            if (read > most) {
                exceeded = true;
                throw new RequestTooLargeException(most);
            }
            return more;
        }

        @Override
        public boolean isFinished() {
            return whole.isFinished();
        }

        @Override
        public boolean isReady() {
            return whole.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            whole.setReadListener(listener);
        }
    }
}
