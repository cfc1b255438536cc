package org.deviceoffboarding.agent;

/** @param text the token, encrypted, in hexadecimal digits; @param salt of the key, in hexadecimal digits */
record EncryptedToken(String text, String salt) {}
