package org.deviceoffboarding.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All forms of all secrets, found by their last eight bytes: one look into a table for each byte of what is searched, however
 * many secrets there are.
 */
final class Needles {

    private static final int KEY = Long.BYTES;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] keys;
    private final @Nullable Needle[] needles;
    private final int shift;
    private final int mask;

    private Needles(Collection<Needle> all) {
        int bits = Math.max(4, Integer.SIZE - Integer.numberOfLeadingZeros(4 * all.size()));
        this.keys = new long[1 << bits];
        this.needles = new Needle[1 << bits];
        this.shift = Long.SIZE - bits;
        this.mask = (1 << bits) - 1;
        all.forEach(this::add);
    }

    static Needles of(Collection<KnownSecret> secrets) {
        Map<String, Needle> byText = new HashMap<>();
        for (KnownSecret secret : secrets) {
            WrittenForm.of(secret.value()).forEach(form -> byText.putIfAbsent(form.text(), Needle.of(secret, form)));
        }
        return new Needles(byText.values());
    }

    /** Returns those that end with eight bytes, the last of them in the lowest place; null if there is none. */
    @Nullable
    Needle endingWith(long end) {
        int slot = (int) ((end * SPREAD) >>> shift);
        while (needles[slot] != null) {
            if (keys[slot] == end) {
                return needles[slot];
            }
            slot = (slot + 1) & mask;
        }
        return null;
    }

    private void add(Needle needle) {
        long end = needle.end();
        int slot = (int) ((end * SPREAD) >>> shift);
        while (needles[slot] != null && keys[slot] != end) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = end;
        needles[slot] = needle.before(needles[slot]);
    }

    /**
     * A text that is searched for.
     *
     * @param next another that ends the same
     */
    record Needle(
            byte[] bytes,
            String kind,
            String form,
            @Nullable Needle next) {

        static Needle of(KnownSecret secret, WrittenForm form) {
            return new Needle(form.text().getBytes(StandardCharsets.UTF_8), secret.kind(), form.name(), null);
        }

        Needle before(@Nullable Needle other) {
            return new Needle(bytes, kind, form, other);
        }

        long end() {
            long end = 0;
            for (int i = bytes.length - KEY; i < bytes.length; i++) {
                end = end << 8 | (bytes[i] & 0xff);
            }
            return end;
        }
    }
}
