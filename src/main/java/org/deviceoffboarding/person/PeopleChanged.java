package org.deviceoffboarding.person;

import org.deviceoffboarding.base.PageNews;

/** Somebody has another name or other roles, or signed in. Published in the transaction that stores it. */
public record PeopleChanged() implements PageNews {}
