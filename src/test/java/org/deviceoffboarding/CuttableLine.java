package org.deviceoffboarding;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server of this machine. While it is cut, whoever connects is refused. It may lose what proxies lose. */
public final class CuttableLine implements AutoCloseable {

    private final int target;
    private final String lost;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket entrance;

    CuttableLine(int target) {
        this(target, "");
    }

    private CuttableLine(int target, String lost) {
        this.target = target;
        this.lost = lost;
        this.entrance = listen(0);
        this.port = entrance.getLocalPort();
    }

    /** A line that passes no upgrade to WebSocket on. */
    public static CuttableLine withoutWebSocket(int target) {
        return new CuttableLine(target, "Upgrade: websocket\r\n");
    }

    public int port() {
        return port;
    }

    /** Cuts what goes on, and refuses everything from now on. Does nothing if it is cut. */
    public synchronized void cut() {
        quietly(entrance);
        open.forEach(CuttableLine::quietly);
        open.clear();
    }

    /** Lets everything pass again. Does nothing if it does. */
    public synchronized void mend() {
        if (entrance.isClosed()) {
            entrance = listen(port);
        }
    }

    @Override
    public void close() {
        cut();
    }

    private ServerSocket listen(int wanted) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            Thread.ofVirtual().start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        try {
            while (true) {
                connect(from.accept());
            }
        } catch (IOException closed) {
            // The line is cut.
        }
    }

    private void connect(Socket caller) throws IOException {
        var callee = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(caller);
        open.add(callee);
        Thread.ofVirtual().start(() -> pass(caller, callee, lost));
        Thread.ofVirtual().start(() -> pass(callee, caller, ""));
    }

    private void pass(Socket from, Socket to, String without) {
        try (from;
                to) {
            copy(from.getInputStream(), to.getOutputStream(), without);
        } catch (IOException broken) {
            // The other end learns of it by the end of its own connection.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void copy(InputStream from, OutputStream to, String without) throws IOException {
        if (without.isEmpty()) {
            from.transferTo(to);
            return;
        }
        byte[] part = new byte[64 * 1024];
        for (int length = from.read(part); length >= 0; length = from.read(part)) {
            String text = new String(part, 0, length, StandardCharsets.ISO_8859_1);
            to.write(text.replace(without, "").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static void quietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
