package org.deviceoffboarding.access;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** An answer whose redirects within the portal lead to the address that people use. */
class OutsideResponse extends HttpServletResponseWrapper {

    private final PublicAddress address;

    OutsideResponse(HttpServletResponse response, PublicAddress address) {
        super(response);
        this.address = address;
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        super.sendRedirect(outside(location));
    }

    @Override
    public void sendRedirect(String location, boolean clearBuffer) throws IOException {
        super.sendRedirect(outside(location), clearBuffer);
    }

    @Override
    public void sendRedirect(String location, int status) throws IOException {
        super.sendRedirect(outside(location), status);
    }

    @Override
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        super.sendRedirect(outside(location), status, clearBuffer);
    }

    private String outside(String location) {
        return location.startsWith("/") && !location.startsWith("//") ? address.origin() + location : location;
    }
}
