package org.deviceoffboarding.remediation.execution;

import org.deviceoffboarding.base.jobs.JobQueue;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells open pages about a request, and wakes whoever carries requests out. */
@Component
public class RequestNews {

    private final JobQueue jobs;
    private final ApplicationEventPublisher events;

    RequestNews(JobQueue jobs, ApplicationEventPublisher events) {
        this.jobs = jobs;
        this.events = events;
    }

    /** Called after the commit of what changed. */
    public void announce(ChangeRequest request) {
        jobs.wake();
        events.publishEvent(new RequestChanged(request.id()));
    }
}
