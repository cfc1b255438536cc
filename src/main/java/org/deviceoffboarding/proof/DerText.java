package org.deviceoffboarding.proof;

import java.io.ByteArrayOutputStream;

/** The little of ASN.1's distinguished encoding rules that it takes to read a key as older programs write it. */
final class DerText {

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    /** Version 0; then the algorithm rsaEncryption (1.2.840.113549.1.1.1), without parameters. Source: RFC 5208 and RFC 8017. */
    private static final byte[] VERSION_AND_ALGORITHM = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private DerText() {}

    /** Returns a key of PKCS #1 as PKCS #8 has it, which is what Java reads. */
    static byte[] rsaKeyInfo(byte[] rsaKey) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(VERSION_AND_ALGORITHM);
        content.writeBytes(of(OCTET_STRING, rsaKey));
        return of(SEQUENCE, content.toByteArray());
    }

    private static byte[] of(int tag, byte[] content) {
        var whole = new ByteArrayOutputStream();
        whole.write(tag);
        int length = content.length;
        if (length < 0x80) {
            whole.write(length);
        } else if (length < 0x100) {
            whole.write(0x81);
            whole.write(length);
        } else {
            whole.write(0x82);
            whole.write(length >> 8);
            whole.write(length);
        }
        whole.writeBytes(content);
        return whole.toByteArray();
    }
}
