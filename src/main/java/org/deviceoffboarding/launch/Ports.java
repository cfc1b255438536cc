package org.deviceoffboarding.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/** Looks whether a port can be had, before anything is started that would have to be stopped again. */
final class Ports {

    private Ports() {}

    /**
     * Fails where another program listens already. That one could still come first afterwards; the server then says so.
     *
     * @param address the one to listen on; null for all
     * @param variable the environment variable that sets the port
     * @throws StartupException if the port is taken or not allowed
     */
    static void requireFree(@Nullable String address, int port, String variable) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(
                    address == null
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            throw new StartupException(taken(port, variable), e);
        }
    }

    static String taken(int port, String variable) {
        return "Port " + port + " is taken by another program, or this user may not listen on it: stop that program,"
                + " or choose another port with " + variable + ".";
    }
}
