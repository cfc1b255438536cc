package org.deviceoffboarding.notification.choice;

import org.deviceoffboarding.base.PageNews;

/** Somebody chose something else. Published in the transaction that stores it. */
public record NoticeChoicesSaved(String personId) implements PageNews {}
