package org.deviceoffboarding.person.view;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedFields;
import org.deviceoffboarding.base.SavedView;

/** What happens to views that all see. Those that people keep for themselves are nobody else's matter. */
@AuditedFields(
        details = {
            "view: its number",
            "list: which list it is of",
            "name: what it is called",
            "query: what it searches for, as in the address of its page"
        })
sealed interface ViewAction extends AuditableAction {

    SavedView view();

    String list();

    @Override
    default String subject() {
        return "view:" + view().id();
    }

    @Override
    default AuditDetails details() {
        return AuditDetails.NONE
                .with("view", view().id())
                .with("list", list())
                .with("name", view().name())
                .with("query", view().query());
    }

    @AuditedAs(
            name = "view.shared",
            label = "Shared a view",
            meaning = "Somebody let all who see a list use a view of it. Changes what is looked at, and nothing else.")
    record Shared(SavedView view, String list) implements ViewAction {
        @Override
        public String action() {
            return "view.shared";
        }

        @Override
        public String summary() {
            return "Shared the view “" + view.name() + "” of " + list;
        }
    }

    @AuditedAs(
            name = "view.removed",
            label = "Removed a shared view",
            meaning = "Somebody removed a view that all who see its list could use.")
    record Removed(SavedView view, String list) implements ViewAction {
        @Override
        public String action() {
            return "view.removed";
        }

        @Override
        public String summary() {
            return "Removed the view “" + view.name() + "” of " + list + ", which all could use";
        }
    }
}
