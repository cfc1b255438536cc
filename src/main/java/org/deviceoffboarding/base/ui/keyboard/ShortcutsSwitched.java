package org.deviceoffboarding.base.ui.keyboard;

import org.deviceoffboarding.base.PageNews;

/** Somebody switched the shortcuts on or off; each open page looks whether it was its person. */
record ShortcutsSwitched() implements PageNews {}
