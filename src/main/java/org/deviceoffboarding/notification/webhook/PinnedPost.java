package org.deviceoffboarding.notification.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request by HTTP to the very address that was checked, while the host's name stays for the certificate and the server. Java's
 * own clients look the name up again. It follows no redirect, uses no proxy, and takes a limited time altogether, whatever the server does.
 */
class PinnedPost {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int LONGEST_HEAD = 16_384;
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    private final SSLSocketFactory encrypting;
    private final Duration longest;

    PinnedPost(SSLSocketFactory encrypting, Duration longest) {
        this.encrypting = encrypting;
        this.longest = longest;
    }

    /**
     * Sends it to the first of some addresses that can be connected to.
     *
     * @throws IOException if the server can't be reached, does not answer in time, or not by HTTP
     */
    HttpAnswer send(WebhookAddress to, List<InetAddress> addresses, Map<String, String> headers, byte[] body)
            throws IOException {
        long end = System.nanoTime() + longest.toNanos();
        try (Socket plain = connect(addresses, to.port(), end)) {
            CountDownLatch done = new CountDownLatch(1);
            boolean[] late = {false};
            Thread.ofVirtual().name("webhook-deadline").start(() -> closeLate(plain, end, done, late));
            try {
                Socket socket = to.encrypted() ? encrypted(plain, to) : plain;
                socket.getOutputStream().write(request(to, headers, body));
                socket.getOutputStream().flush();
                return answer(socket.getInputStream());
            } catch (IOException e) {
                throw late[0] ? tooLate() : e;
            } finally {
                done.countDown();
            }
        }
    }

    /** Addresses that nobody answers at take a part of the time that all of it may take. */
    private Socket connect(List<InetAddress> addresses, int port, long end) throws IOException {
        @Nullable IOException last = null;
        for (InetAddress address : addresses) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw tooLate();
            }
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, port), (int) Math.min(CONNECT_MILLIS, left));
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last == null ? new IOException("no address") : last;
    }

    private SocketTimeoutException tooLate() {
        return new SocketTimeoutException("no answer within " + longest.toSeconds() + " seconds");
    }

    private static void closeLate(Socket socket, long end, CountDownLatch done, boolean[] late) {
        try {
            if (!done.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                late[0] = true;
                socket.close();
            }
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket encrypted(Socket plain, WebhookAddress to) throws IOException {
        SSLSocket socket = (SSLSocket) encrypting.createSocket(plain, to.host(), to.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // which a plain socket does not do by itself
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(WebhookAddress to, Map<String, String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder("POST " + to.path() + " HTTP/1.1\r\nHost: " + to.authority() + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        whole.write(body);
        return whole.toByteArray();
    }

    /** An answer may be announced by others of the numbers from 100 on. */
    private static HttpAnswer answer(InputStream in) throws IOException {
        HttpAnswer answer = toAnswer(head(in));
        for (int announced = 0; answer.status() < 200; announced++) {
            if (announced == 5) {
                throw new IOException("no end of announcements");
            }
            answer = toAnswer(head(in));
        }
        return answer;
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < END_OF_HEAD.length) {
            int next = in.read();
            if (next < 0 || head.size() >= LONGEST_HEAD) {
                throw new IOException(head.size() == 0 ? "no answer" : "an answer without an end");
            }
            head.write(next);
            matched = next == END_OF_HEAD[matched] ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static HttpAnswer toAnswer(String head) throws IOException {
        String[] lines = head.split("\r\n");
        if (!lines[0].matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
            throw new IOException("an answer that is not HTTP");
        }
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        return new HttpAnswer(Integer.parseInt(lines[0].substring(9, 12)), headers.get("retry-after"));
    }

    /** @param retryAfter as the server wrote it; null where it did not */
    record HttpAnswer(int status, @Nullable String retryAfter) {}
}
