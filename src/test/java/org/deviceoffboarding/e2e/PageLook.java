package org.deviceoffboarding.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;

/** The windows in which every page has to be good: of a desk and of a telephone, by day and by night. */
enum PageLook {
    WIDE_LIGHT(1440, 1000, ColorScheme.LIGHT),
    WIDE_DARK(1440, 1000, ColorScheme.DARK),
    NARROW_LIGHT(390, 844, ColorScheme.LIGHT),
    NARROW_DARK(390, 844, ColorScheme.DARK);

    /**
     * What {@link AccessibilityIT} looks at. Colours do not depend on the width, nor the layout on colours, so that two of
     * the four say what all would.
     */
    static final List<PageLook> OF_TESTS = List.of(WIDE_LIGHT, NARROW_DARK);

    private final int width;
    private final int height;
    private final ColorScheme scheme;

    PageLook(int width, int height, ColorScheme scheme) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    void apply(Page page) {
        apply(page, 0);
    }

    /** Makes the window taller than usual, too. */
    void apply(Page page, int taller) {
        page.setViewportSize(width, height + taller);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** Returns the usual height, in pixels. */
    int height() {
        return height;
    }

    boolean narrow() {
        return width < 800;
    }

    /** Returns the end of a picture's file name, such as {@code 390-dark}. */
    String suffix() {
        return width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    }
}
