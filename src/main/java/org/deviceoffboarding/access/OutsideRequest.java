package org.deviceoffboarding.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request as it was made outside: to the address that people use. */
class OutsideRequest extends HttpServletRequestWrapper {

    private final PublicAddress address;

    OutsideRequest(HttpServletRequest request, PublicAddress address) {
        super(request);
        this.address = address;
    }

    @Override
    public String getScheme() {
        return address.scheme();
    }

    @Override
    public boolean isSecure() {
        return address.secure();
    }

    @Override
    public String getServerName() {
        return address.host();
    }

    @Override
    public int getServerPort() {
        return address.port();
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(address.origin()).append(getRequestURI());
    }
}
