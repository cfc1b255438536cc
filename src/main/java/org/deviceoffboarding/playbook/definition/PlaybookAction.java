package org.deviceoffboarding.playbook.definition;

import org.deviceoffboarding.audit.AuditableAction;

/** What owners do to playbooks. */
sealed interface PlaybookAction extends AuditableAction {

    Playbook playbook();

    @Override
    default String subject() {
        return "playbook:" + playbook().key().path();
    }

    /** @param what was changed, for people */
    record Changed(Playbook playbook, String what) implements PlaybookAction {
        @Override
        public String action() {
            return "playbook.changed";
        }

        @Override
        public String summary() {
            return "Changed the playbook “" + playbook.title() + "”: " + what;
        }
    }

    record Reset(Playbook playbook) implements PlaybookAction {
        @Override
        public String action() {
            return "playbook.reset";
        }

        @Override
        public String summary() {
            return "Put the playbook “" + playbook.title() + "” back to the default";
        }
    }
}
