package org.deviceoffboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server of this machine. While it is cut, whoever connects is refused. */
public final class CuttableLine implements AutoCloseable {

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket entrance;

    CuttableLine(int target) {
        this.target = target;
        this.entrance = listen(0);
        this.port = entrance.getLocalPort();
    }

    int port() {
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
        Thread.ofVirtual().start(() -> pass(caller, callee));
        Thread.ofVirtual().start(() -> pass(callee, caller));
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // The other end learns of it by the end of its own connection.
        } finally {
            open.remove(from);
            open.remove(to);
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
