package org.deviceoffboarding.demotenant;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a demo tenant is made from. The same devices and seed always make the same tenant.
 *
 * @param port to listen on; 0 takes any free one
 * @param address to listen on; loopback only, unless something else keeps others out
 * @param devices in the tenant, from 50 to 1,000,000
 * @param seed that everything in the tenant is computed from
 */
@ConfigurationProperties("demotenant")
public record DemoTenantProperties(
        @DefaultValue("8090") int port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("1200") int devices,
        @DefaultValue("1") long seed) {

    public DemoTenantProperties {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "demotenant.port is " + port + ", but has to be from 0 (any free port) to 65535.");
        }
        if (address.isBlank()) {
            throw new IllegalArgumentException(
                    "demotenant.address is empty. Leave it out to listen on 127.0.0.1, or name an address.");
        }
        if (devices < 50 || devices > 1_000_000) {
            throw new IllegalArgumentException(
                    "demotenant.devices is " + devices + ", but has to be from 50 to 1000000.");
        }
    }

    /** A tenant as it is when nothing is configured, on any free port: what most tests want. */
    public static DemoTenantProperties onAnyPort() {
        return new DemoTenantProperties(0, "127.0.0.1", 1200, 1);
    }
}
