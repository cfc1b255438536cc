package org.deviceoffboarding.base.ui.shell;

import org.deviceoffboarding.base.PageNews;

/** Somebody chose a look; each open page looks whether it was its person. */
record LookChosen() implements PageNews {}
