package org.deviceoffboarding.e2e;

/** Leads visitors of one portal past scenes that follow each other. */
interface Tour {

    void lead(Visitors visitors, Album album);
}
